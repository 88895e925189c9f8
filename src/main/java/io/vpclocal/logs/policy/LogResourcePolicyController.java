package io.vpclocal.logs.policy;

import io.vpclocal.logs.Constraints;
import io.vpclocal.logs.LogsLimits;
import io.vpclocal.logs.NextTokens;
import io.vpclocal.logs.policy.LogResourcePolicyService.Key;
import io.vpclocal.protocol.AwsAction;
import io.vpclocal.protocol.AwsController;
import io.vpclocal.protocol.AwsService;
import io.vpclocal.protocol.Call;
import io.vpclocal.protocol.Scope;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.data.domain.Limit;
import software.amazon.awssdk.services.cloudwatchlogs.model.DeleteResourcePolicyRequest;
import software.amazon.awssdk.services.cloudwatchlogs.model.DeleteResourcePolicyResponse;
import software.amazon.awssdk.services.cloudwatchlogs.model.DescribeResourcePoliciesRequest;
import software.amazon.awssdk.services.cloudwatchlogs.model.DescribeResourcePoliciesResponse;
import software.amazon.awssdk.services.cloudwatchlogs.model.PutResourcePolicyRequest;
import software.amazon.awssdk.services.cloudwatchlogs.model.PutResourcePolicyResponse;

@AwsController(AwsService.LOGS)
class LogResourcePolicyController {

    /** The policy name when a request for a log group has none. */
    private static final String UNNAMED = "default";

    private final LogResourcePolicyService service;
    private final LogResourcePolicies policies;
    private final NextTokens tokens;

    LogResourcePolicyController(LogResourcePolicyService service, LogResourcePolicies policies, NextTokens tokens) {
        this.service = service;
        this.policies = policies;
        this.tokens = tokens;
    }

    @AwsAction(missing = "the effect of policies: they are stored but not evaluated")
    PutResourcePolicyResponse putResourcePolicy(PutResourcePolicyRequest request, Call call) {
        Key key = key(request.policyName(), request.resourceArn(), request.expectedRevisionId());
        String document = Constraints.require(request.policyDocument(), "policyDocument");
        Constraints.length("policyDocument", document, 1, LogsLimits.RESOURCE_POLICY_LENGTH);
        LogResourcePolicyEntity policy = service.put(call.scope(), key, document);
        // Recorded from AWS: this answer has the document as it was sent.
        return PutResourcePolicyResponse.builder()
                .resourcePolicy(PolicyWire.toWire(policy).toBuilder()
                        .policyDocument(document)
                        .build())
                .revisionId(policy.ofAccount() ? null : policy.revisionId())
                .build();
    }

    @AwsAction
    DescribeResourcePoliciesResponse describeResourcePolicies(DescribeResourcePoliciesRequest request, Call call) {
        int limit = Constraints.limit(request.limit(), "limit", LogsLimits.DESCRIBED_PER_PAGE);
        String resource = Objects.requireNonNullElse(request.resourceArn(), "");
        List<?> question = List.of(resource, String.valueOf(request.policyScopeAsString()));
        String after = Objects.requireNonNullElse(tokens.read(call, question, request.nextToken()), "");
        Scope scope = call.scope();
        List<LogResourcePolicyEntity> found =
                policies.list(scope.account(), scope.region(), resource, after, Limit.of(limit + 1));
        List<LogResourcePolicyEntity> page = found.subList(0, Math.min(limit, found.size()));
        String next = found.size() > limit ? page.get(limit - 1).name() : null;
        return DescribeResourcePoliciesResponse.builder()
                .resourcePolicies(page.stream().map(PolicyWire::toWire).toList())
                .nextToken(tokens.write(call, question, next))
                .build();
    }

    @AwsAction
    DeleteResourcePolicyResponse deleteResourcePolicy(DeleteResourcePolicyRequest request, Call call) {
        service.delete(call.scope(), key(request.policyName(), request.resourceArn(), request.expectedRevisionId()));
        return DeleteResourcePolicyResponse.builder().build();
    }

    private static Key key(@Nullable String name, @Nullable String resourceArn, @Nullable String expectedRevision) {
        String named = resourceArn == null
                ? Constraints.require(name, "policyName")
                : Objects.requireNonNullElse(name, UNNAMED);
        Constraints.length("policyName", named, 1, LogsLimits.NAME_LENGTH);
        String resource = Objects.requireNonNullElse(resourceArn, "");
        Constraints.length("resourceArn", resource, 0, 1024);
        return new Key(named, resource, expectedRevision);
    }
}
