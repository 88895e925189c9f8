package io.vpclocal.endpoint;

import io.vpclocal.endpointservice.EndpointService;
import io.vpclocal.endpointservice.EndpointServices;
import io.vpclocal.protocol.Scope;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import software.amazon.awssdk.services.ec2.model.CreateVpcEndpointRequest;
import software.amazon.awssdk.services.ec2.model.DnsOptionsSpecification;

/**
 * What policies may ask of an endpoint (Service Authorization Reference, Amazon EC2: keys of {@code vpc-endpoint}).
 * {@code ec2:VpceMultiRegion} is {@code true} or {@code false}, which is our guess.
 */
@Component
public class EndpointConditionKeys {

    private final EndpointServices services;

    EndpointConditionKeys(EndpointServices services) {
        this.services = services;
    }

    /** The keys of the endpoint that a request would make, as far as the request tells. */
    public Map<String, List<String>> requested(Scope scope, CreateVpcEndpointRequest request) {
        String region = Objects.requireNonNullElse(request.serviceRegion(), scope.region());
        String type = EndpointType.of(request.vpcEndpointTypeAsString()).wire();
        String name = request.serviceName();
        Map<String, List<String>> keys =
                new HashMap<>(of(name, owner(region, name, type), region, !region.equals(scope.region())));
        DnsOptionsSpecification options = request.dnsOptions();
        if (options != null && options.privateDnsPreference() != null) {
            keys.put("ec2:VpcePrivateDnsPreference", List.of(options.privateDnsPreference()));
        }
        if (options != null && !options.privateDnsSpecifiedDomains().isEmpty()) {
            keys.put("ec2:VpcePrivateDnsSpecifiedDomains", options.privateDnsSpecifiedDomains());
        }
        return keys;
    }

    static Map<String, List<String>> of(
            @Nullable String serviceName, @Nullable String owner, String serviceRegion, boolean multiRegion) {
        Map<String, List<String>> keys = new HashMap<>();
        keys.put("ec2:VpceServiceRegion", List.of(serviceRegion));
        keys.put("ec2:VpceMultiRegion", List.of(String.valueOf(multiRegion)));
        if (serviceName != null) {
            keys.put("ec2:VpceServiceName", List.of(serviceName));
        }
        if (owner != null) {
            keys.put("ec2:VpceServiceOwner", List.of(owner));
        }
        return keys;
    }

    private @Nullable String owner(String region, @Nullable String name, String type) {
        return name == null
                ? null
                : services.connected(region, name, type)
                        .map(EndpointService::owner)
                        .orElse(null);
    }
}
