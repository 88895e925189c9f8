package io.vpclocal.identity.iam;

import java.time.Instant;
import java.util.Collection;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Policies that AWS provides in every account, as far as they matter to the services emulated here. {@code ReadOnlyAccess}
 * is cut down to a few services: AWS's own names hundreds.
 */
@Component
class AwsManagedPolicies {

    private static final String FILE = "/io/vpclocal/identity/aws-managed-policies.json";

    private final Map<String, AwsPolicy> byName = new TreeMap<>();

    AwsManagedPolicies() {
        JsonMapper json = JsonMapper.shared();
        JsonNode file = json.readTree(Objects.requireNonNull(AwsManagedPolicies.class.getResourceAsStream(FILE)));
        for (JsonNode policy : file) {
            String name = policy.get("name").asString();
            byName.put(
                    name,
                    new AwsPolicy(
                            name,
                            policy.get("path").asString(),
                            policy.get("id").asString(),
                            policy.get("version").asInt(),
                            Instant.parse(policy.get("created").asString()),
                            Instant.parse(policy.get("updated").asString()),
                            policy.get("description").asString(),
                            policy.get("document").toPrettyString()));
        }
    }

    Collection<AwsPolicy> all() {
        return byName.values();
    }

    /** The policy of an ARN such as {@code arn:aws:iam::aws:policy/AdministratorAccess}, in any partition. */
    Optional<AwsPolicy> find(String arn) {
        AwsPolicy policy = byName.get(arn.substring(arn.lastIndexOf('/') + 1));
        String[] parts = arn.split(":", 6);
        return Optional.ofNullable(policy)
                .filter(found -> parts.length == 6 && found.arn(parts[1]).equals(arn));
    }

    record AwsPolicy(
            String name,
            String path,
            String id,
            int version,
            Instant created,
            Instant updated,
            String description,
            String document) {

        String arn(String partition) {
            return "arn:" + partition + ":iam::aws:policy" + path + name;
        }
    }
}
