package io.vpclocal.loadbalancer.balancer;

import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/**
 * The Route 53 hosted zones of Network Load Balancers' DNS names (AWS General Reference, Elastic Load Balancing
 * endpoints).
 */
@Component
class HostedZones {

    private static final String FILE = "/io/vpclocal/loadbalancer/hosted-zones.json";

    private final Map<String, String> byRegion = JsonMapper.shared()
            .readValue(
                    Objects.requireNonNull(HostedZones.class.getResourceAsStream(FILE)),
                    new TypeReference<Map<String, String>>() {});

    /** Null for a Region without a documented hosted zone. */
    @Nullable
    String of(String region) {
        return byRegion.get(region);
    }
}
