package io.vpclocal.loadbalancer.listener;

import java.io.InputStream;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.springframework.stereotype.Component;
import software.amazon.awssdk.services.elasticloadbalancingv2.model.Cipher;
import software.amazon.awssdk.services.elasticloadbalancingv2.model.SslPolicy;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/**
 * AWS's security policies with their protocols and ciphers (User Guide for Application Load Balancers, security policies).
 */
@Component
class SslPolicies {

    private static final String FILE = "/io/vpclocal/loadbalancer/ssl-policies.json";
    private static final List<String> TYPES = List.of("application", "network");

    private final Map<String, SslPolicy> byName = new LinkedHashMap<>();

    SslPolicies() {
        InputStream file = Objects.requireNonNull(SslPolicies.class.getResourceAsStream(FILE));
        Map<String, Described> described = JsonMapper.shared().readValue(file, new TypeReference<>() {});
        described.forEach((name, policy) -> byName.put(name, policy(name, policy)));
    }

    private record Described(List<String> protocols, List<String> ciphers) {}

    boolean has(String name) {
        return byName.containsKey(name);
    }

    /**
     * The named policies, or all.
     *
     * @throws io.vpclocal.protocol.AwsException {@code SSLPolicyNotFound} if one does not exist
     */
    List<SslPolicy> find(List<String> names) {
        if (names.isEmpty()) {
            return List.copyOf(byName.values());
        }
        List<SslPolicy> found = new ArrayList<>();
        for (String name : new LinkedHashSet<>(names)) {
            SslPolicy policy = byName.get(name);
            if (policy == null) {
                throw ListenerErrors.policyNotFound(name);
            }
            found.add(policy);
        }
        return found;
    }

    private static SslPolicy policy(String name, Described described) {
        List<Cipher> ciphers = new ArrayList<>();
        for (String cipher : described.ciphers()) {
            ciphers.add(
                    Cipher.builder().name(cipher).priority(ciphers.size() + 1).build());
        }
        return SslPolicy.builder()
                .name(name)
                .sslProtocols(described.protocols())
                .ciphers(ciphers)
                .supportedLoadBalancerTypes(TYPES)
                .build();
    }
}
