package io.vpclocal.endpoint.vpcendpoint;

import io.vpclocal.endpointservice.EndpointService;
import io.vpclocal.endpointservice.EndpointServices;
import io.vpclocal.protocol.Call;
import io.vpclocal.protocol.RequestAttributes;
import io.vpclocal.protocol.Scope;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import software.amazon.awssdk.core.SdkPojo;
import software.amazon.awssdk.services.ec2.model.CreateVpcEndpointRequest;
import software.amazon.awssdk.services.ec2.model.DnsOptionsSpecification;

/**
 * The condition keys of an endpoint (Service Authorization Reference, Amazon EC2: keys of {@code vpc-endpoint}). {@code
 * ec2:VpceMultiRegion} is {@code true} or {@code false}, which is our guess.
 */
@Component
class EndpointConditionKeys implements RequestAttributes {

    private final EndpointServices services;

    EndpointConditionKeys(EndpointServices services) {
        this.services = services;
    }

    @Override
    public Set<String> actions() {
        return Set.of("ec2:CreateVpcEndpoint");
    }

    /** A new endpoint has the keys of the request. Other resources of the call have none. */
    @Override
    public Map<String, List<String>> conditionKeys(Call call, SdkPojo request, String resourceType) {
        return resourceType.equals(EndpointIds.KIND.type()) && request instanceof CreateVpcEndpointRequest create
                ? requested(call.scope(), create)
                : Map.of();
    }

    private Map<String, List<String>> requested(Scope scope, CreateVpcEndpointRequest request) {
        String region = Objects.requireNonNullElse(request.serviceRegion(), scope.region());
        String type = EndpointTypes.of(request.vpcEndpointTypeAsString()).wire();
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
