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
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import tools.jackson.databind.json.JsonMapper;

/**
 * Owners and policies of resources in upstreams, taken from successful calls by {@code policies.tsv}. A resource that
 * existed before has no policy here and belongs to the caller.
 */
@Component
public class LearntResources {

    private static final List<List<String>> CALLS = Table.read("policies.tsv");
    private static final String NONE = "none";
    private static final String ADD = "add";
    private static final String REMOVE = "remove";

    /** A secret's ARN ends with six characters that requests with its name do not have. */
    private static final Pattern SECRET = Pattern.compile("(:secret:.+)-(?:\\?{6}|[A-Za-z0-9]{6})$");

    /** The known owner and policy of a resource. */
    public record Known(String owner, @Nullable String policy) {}

    /** The policy in a call, from the one before. */
    private record Change(UnaryOperator<@Nullable String> policy, String refusal) {}

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
            String policy = change.policy().apply(null);
            if (policy != null) {
                try {
                    policies.requireValidResourcePolicy(policy);
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
        change(() -> {
            String arn = holder(resource);
            Optional<LearntResourceEntity> known = rows.findById(arn);
            if (deleted) {
                known.ifPresent(rows::delete);
                return;
            }
            LearntResourceEntity row = known.orElseGet(() -> new LearntResourceEntity(arn, caller));
            change.ifPresent(found -> row.setPolicy(found.policy().apply(row.policy())));
            rows.save(row);
        });
    }

    /** Stores the owner and policy of a resource. */
    void keep(String resource, Scope owner, @Nullable String policy) {
        change(() -> {
            String arn = holder(resource);
            LearntResourceEntity row = rows.findById(arn).orElseGet(() -> new LearntResourceEntity(arn, owner));
            row.setPolicy(policy);
            rows.save(row);
        });
    }

    /** Forgets a resource that its upstream does not have. */
    void forget(String resource) {
        change(() -> rows.findById(holder(resource)).ifPresent(rows::delete));
    }

    private void change(Runnable work) {
        lock.shared(() -> {
            transaction.executeWithoutResult(status -> work.run());
            return null;
        });
    }

    /** A text as a JSON string. */
    static String json(String text) {
        return JsonMapper.shared().writeValueAsString(text);
    }

    private static Optional<Change> change(String service, Operation operation, byte[] body) {
        for (List<String> line : CALLS) {
            if (!line.get(0).equals(service) || !line.get(1).equals(operation.name())) {
                continue;
            }
            if (line.get(2).equals(NONE)) {
                return Optional.of(new Change(before -> null, ""));
            }
            return member(line, operation.needs().get(0).resource(), body);
        }
        return Optional.empty();
    }

    private static Optional<Change> member(List<String> line, String resource, byte[] body) {
        String text = new String(body, StandardCharsets.UTF_8);
        Members members = text.startsWith("{") ? Members.json(body) : Members.form(text);
        if (line.get(2).equals(ADD) || line.get(2).equals(REMOVE)) {
            boolean add = line.get(2).equals(ADD);
            return Optional.of(new Change(
                    before -> add
                            ? LabelledStatement.of(line.get(0), resource, members)
                                    .addTo(before)
                            : LabelledStatement.remove(members, before),
                    line.get(4)));
        }
        int equals = line.get(3).indexOf('=');
        boolean meant = equals < 0
                || members.at(line.get(3).substring(0, equals))
                        .contains(line.get(3).substring(equals + 1));
        return meant
                ? members.at(line.get(2)).stream()
                        .findFirst()
                        .map(policy -> new Change(before -> policy.isEmpty() ? null : policy, line.get(4)))
                : Optional.empty();
    }

    /** The resource with the policy: the bucket of an object, the table of an index. Streams have their own. */
    private static String holder(String resource) {
        if (resource.contains(":s3:::")) {
            int slash = resource.indexOf('/');
            return slash < 0 ? resource : resource.substring(0, slash);
        }
        if (resource.contains(":execute-api:")) {
            // The account of an API is what is looked up.
            return resource.replaceFirst("^([^/]*:execute-api:[^:]*:)[^:]*(:[^/]+).*", "$1$2");
        }
        return SECRET.matcher(resource.replaceFirst("(:table/[^/]+)/index/.*", "$1"))
                .replaceFirst("$1");
    }
}
