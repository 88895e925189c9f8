package io.vpclocal.proxy.policy;

import io.vpclocal.identity.ForwardedCallPolicies;
import io.vpclocal.protocol.AwsException;
import io.vpclocal.protocol.Scope;
import io.vpclocal.protocol.StateLock;
import io.vpclocal.proxy.action.Members;
import io.vpclocal.proxy.action.Operation;
import io.vpclocal.proxy.action.Table;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Owners and policies of resources in upstreams, taken from successful calls by {@code policies.tsv}. A resource that
 * existed before has no policy here and belongs to the caller.
 */
@Component
public class LearntResources {

    private static final List<List<String>> CALLS = Table.read("policies.tsv");
    private static final String NONE = "none";
    private static final String BODY = "body";

    /** The known owner and policy of a resource. */
    public record Known(String owner, @Nullable String policy) {}

    /** The policy in a call. */
    private record Change(@Nullable String policy, String refusal) {}

    private final LearntResourceRows rows;
    private final ForwardedCallPolicies policies;
    private final TransactionTemplate transaction;
    private final StateLock lock;

    LearntResources(
            LearntResourceRows rows,
            ForwardedCallPolicies policies,
            PlatformTransactionManager transactions,
            StateLock lock) {
        this.rows = rows;
        this.policies = policies;
        this.transaction = new TransactionTemplate(transactions);
        this.lock = lock;
    }

    /** @param resource the ARN in the call's permission check, possibly of an object or index */
    public Optional<Known> of(String resource) {
        return resource.equals("*")
                ? Optional.empty()
                : rows.findById(holder(resource)).map(row -> new Known(row.account(), row.policy()));
    }

    /**
     * Refuses a call with an invalid resource policy.
     *
     * @throws AwsException with the code of that service
     */
    public void check(String service, Operation operation, byte[] body) {
        change(service, operation, body).ifPresent(change -> {
            if (change.policy() != null) {
                try {
                    policies.requireValidResourcePolicy(change.policy());
                } catch (AwsException problem) {
                    throw new AwsException(change.refusal(), problem.text());
                }
            }
        });
    }

    /** Stores the owner and policy after a successful call. */
    public void learn(String service, Operation operation, byte[] body, Scope caller) {
        String resource = operation.needs().get(0).resource();
        boolean created = service.equals("s3") && operation.name().equals("CreateBucket");
        boolean deleted =
                operation.name().startsWith("Delete") && !operation.name().endsWith("Policy");
        Optional<Change> change = change(service, operation, body);
        if (resource.equals("*") || (change.isEmpty() && !created)) {
            return;
        }
        lock.shared(() -> {
            transaction.executeWithoutResult(status -> {
                String arn = holder(resource);
                Optional<LearntResourceEntity> known = rows.findById(arn);
                if (deleted) {
                    known.ifPresent(rows::delete);
                    return;
                }
                LearntResourceEntity row = known.orElseGet(() -> new LearntResourceEntity(arn, caller));
                change.ifPresent(found -> row.setPolicy(found.policy()));
                rows.save(row);
            });
            return null;
        });
    }

    private static Optional<Change> change(String service, Operation operation, byte[] body) {
        for (List<String> line : CALLS) {
            if (!line.get(0).equals(service) || !line.get(1).equals(operation.name())) {
                continue;
            }
            if (line.get(2).equals(NONE)) {
                return Optional.of(new Change(null, ""));
            }
            if (line.get(2).equals(BODY)) {
                return Optional.of(new Change(new String(body, StandardCharsets.UTF_8), line.get(4)));
            }
            return member(line, body);
        }
        return Optional.empty();
    }

    private static Optional<Change> member(List<String> line, byte[] body) {
        String text = new String(body, StandardCharsets.UTF_8);
        Members members = text.startsWith("{") ? Members.json(body) : Members.form(text);
        int equals = line.get(3).indexOf('=');
        boolean meant = equals < 0
                || members.at(line.get(3).substring(0, equals))
                        .contains(line.get(3).substring(equals + 1));
        return meant
                ? members.at(line.get(2)).stream()
                        .findFirst()
                        .map(policy -> new Change(policy.isEmpty() ? null : policy, line.get(4)))
                : Optional.empty();
    }

    /** The resource with the policy: the bucket of an object, the table of an index. */
    private static String holder(String resource) {
        if (resource.contains(":s3:::")) {
            int slash = resource.indexOf('/');
            return slash < 0 ? resource : resource.substring(0, slash);
        }
        return resource.replaceFirst("(:table/[^/]+)/.*", "$1");
    }
}
