package io.vpclocal.endpointservice.hosted;

import io.vpclocal.protocol.AwsException;
import io.vpclocal.protocol.Params;
import io.vpclocal.protocol.Scope;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Finds services for their owners. */
@Component
class HostedServiceLookup {

    private final HostedServices services;

    HostedServiceLookup(HostedServices services) {
        this.services = services;
    }

    /** @throws AwsException {@code InvalidVpcEndpointServiceId.NotFound}, or that the id is malformed or missing */
    HostedServiceEntity require(Scope scope, @Nullable String id) {
        String wanted = Params.require(id, "ServiceId");
        return services.find(scope, wanted).orElseThrow(() -> HostedServiceOwner.KIND.missing(wanted));
    }

    /** The same, and locks the service: its changes and new connections are serialized. */
    HostedServiceEntity lock(Scope scope, @Nullable String id) {
        String wanted = Params.require(id, "ServiceId");
        return services.lock(scope, wanted).orElseThrow(() -> HostedServiceOwner.KIND.missing(wanted));
    }
}
