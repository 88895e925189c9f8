package io.vpclocal.loadbalancer.balancer;

import io.vpclocal.loadbalancer.resource.LoadBalancerType;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/**
 * The Route 53 hosted zones of the DNS names of Application and Network Load Balancers (AWS General Reference, Elastic Load Balancing
 * endpoints).
 */
@Component
class HostedZones {

    private static final String FOLDER = "/io/vpclocal/loadbalancer/";

    private final Map<String, String> ofApplication = read("application-hosted-zones.json");
    private final Map<String, String> ofNetwork = read("hosted-zones.json");

    /** Null for a Region without a documented hosted zone. */
    @Nullable
    String of(LoadBalancerType type, String region) {
        return (type == LoadBalancerType.APPLICATION ? ofApplication : ofNetwork).get(region);
    }

    private static Map<String, String> read(String file) {
        return JsonMapper.shared()
                .readValue(
                        Objects.requireNonNull(HostedZones.class.getResourceAsStream(FOLDER + file)),
                        new TypeReference<Map<String, String>>() {});
    }
}
