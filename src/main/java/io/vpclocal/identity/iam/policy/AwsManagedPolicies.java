package io.vpclocal.identity.iam.policy;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Collection;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import java.util.zip.GZIPInputStream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/**
 * AWS managed policies. They are read from a file on first use. A document is parsed only when it is evaluated or
 * returned.
 */
@Component
public class AwsManagedPolicies {

    private static final String FILE = "/io/vpclocal/identity/aws-managed-policies.gz";
    private static final String OWNER = ":iam::aws:policy/";

    private volatile @Nullable Map<String, AwsPolicy> byName;

    /** All policies, ordered by name. */
    Collection<AwsPolicy> all() {
        return byName().values();
    }

    /** The policy with an ARN such as {@code arn:aws:iam::aws:policy/AdministratorAccess}, in any partition. */
    public Optional<AwsPolicy> find(String arn) {
        if (!arn.contains(OWNER)) {
            return Optional.empty();
        }
        AwsPolicy policy = byName().get(arn.substring(arn.lastIndexOf('/') + 1));
        String[] parts = arn.split(":", 6);
        return Optional.ofNullable(policy)
                .filter(found -> parts.length == 6 && found.arn(parts[1]).equals(arn));
    }

    private Map<String, AwsPolicy> byName() {
        Map<String, AwsPolicy> known = byName;
        return known == null ? read() : known;
    }

    private synchronized Map<String, AwsPolicy> read() {
        Map<String, AwsPolicy> known = byName;
        if (known != null) {
            return known;
        }
        Map<String, AwsPolicy> policies = new TreeMap<>();
        try (BufferedReader lines = new BufferedReader(new InputStreamReader(
                new GZIPInputStream(Objects.requireNonNull(AwsManagedPolicies.class.getResourceAsStream(FILE))),
                StandardCharsets.UTF_8))) {
            lines.lines().map(AwsPolicy::of).forEach(policy -> policies.put(policy.name(), policy));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        byName = policies;
        return policies;
    }

    /**
     * @param knownId AWS's id; empty if unknown
     * @param document the document without white space
     */
    record AwsPolicy(
            String name,
            String path,
            String knownId,
            int version,
            Instant created,
            Instant updated,
            @Nullable String description,
            String document) {

        static AwsPolicy of(String line) {
            String[] fields = line.split("\t", 7);
            int slash = fields[0].lastIndexOf('/') + 1;
            return new AwsPolicy(
                    fields[0].substring(slash),
                    fields[0].substring(0, slash),
                    fields[4],
                    Integer.parseInt(fields[1]),
                    Instant.ofEpochSecond(Long.parseLong(fields[2])),
                    Instant.ofEpochSecond(Long.parseLong(fields[3])),
                    fields[5].isEmpty() ? null : fields[5],
                    fields[6]);
        }

        /** AWS's id, or one derived from the name. */
        String id() {
            return knownId.isEmpty() ? DerivedIds.policy(name) : knownId;
        }

        String arn(String partition) {
            return "arn:" + partition + ":iam::aws:policy" + path + name;
        }

        /** The document with line breaks, as AWS shows it. */
        String shown() {
            return JsonMapper.shared().readTree(document).toPrettyString();
        }
    }
}
