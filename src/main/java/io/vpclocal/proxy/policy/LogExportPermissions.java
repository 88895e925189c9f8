package io.vpclocal.proxy.policy;

import io.vpclocal.identity.ForwardedCallPolicies;
import io.vpclocal.identity.ForwardedCallPolicies.Permission;
import io.vpclocal.identity.ForwardedCallPolicies.Question;
import io.vpclocal.identity.policy.Evaluator;
import io.vpclocal.identity.policy.PolicyDialect;
import io.vpclocal.identity.policy.PolicyDocument;
import io.vpclocal.identity.policy.PolicyPrincipal;
import io.vpclocal.identity.policy.PolicySet;
import io.vpclocal.identity.policy.PolicyType;
import io.vpclocal.identity.policy.RequestContext;
import io.vpclocal.logs.ExportPermissions;
import io.vpclocal.protocol.AccessDecision;
import io.vpclocal.protocol.Call;
import io.vpclocal.proxy.policy.LearntResources.Known;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * The permissions of log exports (CloudWatch Logs User Guide, "Export log data to Amazon S3"). A bucket that was created
 * through VPC Local needs a policy for CloudWatch Logs. Of other buckets nothing is known, so they need none.
 */
@Component
class LogExportPermissions implements ExportPermissions {

    private static final String PUT = "s3:PutObject";
    private static final String ACL = "s3:x-amz-acl";
    private static final String FULL_CONTROL = "bucket-owner-full-control";

    private final LearntResources resources;
    private final ForwardedCallPolicies policies;

    LogExportPermissions(LearntResources resources, ForwardedCallPolicies policies) {
        this.resources = resources;
        this.policies = policies;
    }

    @Override
    public Optional<Refusal> refusal(Call call, String bucket, String key, String group) {
        if (!policies.enforced()) {
            return Optional.empty();
        }
        String arn = "arn:" + call.scope().partition() + ":s3:::" + bucket;
        String object = arn + "/" + key;
        Optional<Known> known = resources.of(arn);
        if (!known.map(found -> callerMay(call, object, found)).orElseGet(() -> callerMay(call, object, null))) {
            return Optional.of(Refusal.CALLER);
        }
        if (known.isEmpty()) {
            return Optional.empty();
        }
        String policy = known.get().policy();
        if (!serviceMay(policy, "s3:GetBucketAcl", arn, call, group)) {
            return Optional.of(Refusal.BUCKET_ACL);
        }
        return serviceMay(policy, PUT, object, call, group) ? Optional.empty() : Optional.of(Refusal.OBJECT);
    }

    private boolean callerMay(Call call, String object, @Nullable Known bucket) {
        String policy = bucket == null ? null : bucket.policy();
        Permission permission = new Permission(
                PUT,
                object,
                bucket == null ? null : bucket.owner(),
                policy == null ? List.of() : List.of(policy),
                false,
                Map.of(ACL, List.of(FULL_CONTROL)));
        Question question = new Question(
                call.caller(), call.wire(), call.receivedAt(), call.scope().region(), List.of(permission), null, null);
        return policies.decide(question).stream().allMatch(AccessDecision::allowed);
    }

    /** Policies name the service with its Region, and the general name is one of its names too. */
    private static boolean serviceMay(
            @Nullable String policy, String action, String resource, Call call, String group) {
        if (policy == null) {
            return false;
        }
        PolicySet policies = PolicySet.builder()
                .attach(PolicyType.RESOURCE, resource, PolicyDocument.parse(policy, PolicyDialect.RESOURCE))
                .build();
        return Stream.of("logs." + call.scope().region() + ".amazonaws.com", "logs.amazonaws.com")
                .map(service -> RequestContext.of(PolicyPrincipal.service(service), action)
                        .resource(resource)
                        .key("aws:SourceArn", group)
                        .key("aws:SourceAccount", call.scope().account())
                        .key("aws:SecureTransport", true)
                        .key(ACL, FULL_CONTROL)
                        .time(call.receivedAt())
                        .build())
                .anyMatch(question -> Evaluator.evaluate(policies, question).isAllowed());
    }
}
