package io.vpclocal.logs.policy;

import io.vpclocal.logs.LogsErrors;
import io.vpclocal.logs.LogsLimits;
import io.vpclocal.logs.group.LogGroupIdentifier;
import io.vpclocal.logs.group.LogGroupService;
import io.vpclocal.protocol.AwsException;
import io.vpclocal.protocol.Ids;
import io.vpclocal.protocol.Scope;
import java.time.Clock;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * The rules of resource policies: up to ten per account, and one per log group. Policies are stored, but not evaluated.
 */
@Service
class LogResourcePolicyService {

    private static final JsonMapper JSON = new JsonMapper();

    private final LogResourcePolicies policies;
    private final LogGroupService groups;
    private final Ids ids;
    private final Clock clock;

    LogResourcePolicyService(LogResourcePolicies policies, LogGroupService groups, Ids ids, Clock clock) {
        this.policies = policies;
        this.groups = groups;
        this.ids = ids;
        this.clock = clock;
    }

    /**
     * The policy that a request names.
     *
     * @param resourceArn empty for a policy of the account
     * @param expectedRevision null for any
     */
    record Key(String name, String resourceArn, @Nullable String expectedRevision) {}

    LogResourcePolicyEntity put(Scope scope, Key key, String document) {
        boolean ofAccount = key.resourceArn().isEmpty();
        if (!ofAccount) {
            groups.require(scope, LogGroupIdentifier.name(scope, "resourceArn", key.resourceArn()));
        }
        String normalised = normalised(document, ofAccount);
        Optional<LogResourcePolicyEntity> existing = find(scope, key);
        existing.ifPresent(policy -> checkRevision(policy, key));
        if (existing.isEmpty() && count(scope, key) >= (ofAccount ? LogsLimits.RESOURCE_POLICIES : 1)) {
            throw LogsErrors.limitExceeded();
        }
        LogResourcePolicyEntity policy =
                existing.orElseGet(() -> new LogResourcePolicyEntity(scope, key.name(), key.resourceArn()));
        policy.define(normalised, ids.hex(32), clock.millis());
        return policies.save(policy);
    }

    void delete(Scope scope, Key key) {
        LogResourcePolicyEntity policy = find(scope, key)
                .orElseThrow(() -> LogsErrors.notFound("Policy with name [" + key.name() + "] does not exist."));
        checkRevision(policy, key);
        policies.delete(policy);
    }

    private Optional<LogResourcePolicyEntity> find(Scope scope, Key key) {
        return policies.find(scope.account(), scope.region(), key.resourceArn(), key.name());
    }

    private long count(Scope scope, Key key) {
        return policies.countByAccountAndRegionAndResourceArn(scope.account(), scope.region(), key.resourceArn());
    }

    /** UNVERIFIED: the message. */
    private static void checkRevision(LogResourcePolicyEntity policy, Key key) {
        String expected = key.expectedRevision();
        if (expected != null && !expected.equals(policy.revisionId())) {
            throw new AwsException(
                    "OperationAbortedException", "The policy has another revision than the expected one.");
        }
    }

    private static String normalised(String document, boolean ofAccount) {
        if (ofAccount && document.length() > LogsLimits.ACCOUNT_POLICY_LENGTH) {
            throw LogsErrors.limitExceeded();
        }
        try {
            if (JSON.readTree(document) instanceof ObjectNode policy && policy.has("Statement")) {
                PolicyDocuments.requirePrincipals(policy);
                return PolicyDocuments.normalised(policy).toString();
            }
        } catch (JacksonException e) {
            throw LogsErrors.invalidAccessPolicy();
        }
        throw LogsErrors.invalidAccessPolicy();
    }
}
