package io.vpclocal.identity.evaluation;

import io.vpclocal.identity.EndpointPolicyRules;
import io.vpclocal.identity.PolicyVerdict;
import io.vpclocal.identity.iam.IamKind;
import io.vpclocal.identity.iam.IamScope;
import io.vpclocal.identity.iam.directory.IamDirectory;
import io.vpclocal.identity.policy.Decision;
import io.vpclocal.identity.policy.EndpointPolicy;
import io.vpclocal.identity.policy.PolicyDocumentProblem;
import io.vpclocal.identity.policy.PolicyPrincipal;
import io.vpclocal.identity.policy.RequestContext;
import io.vpclocal.protocol.AwsException;
import java.time.Clock;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Parses each endpoint policy once. */
@Component
class CompiledEndpointPolicies implements EndpointPolicyRules {

    private static final int KEPT = 500;

    private record Key(EndpointKind kind, String text) {}

    private final Map<Key, EndpointPolicy> known = Collections.synchronizedMap(new LinkedHashMap<>(16, 0.75f, true) {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<Key, EndpointPolicy> eldest) {
            return size() > KEPT;
        }
    });
    private final IamDirectory directory;
    private final Clock clock;

    CompiledEndpointPolicies(IamDirectory directory, Clock clock) {
        this.directory = directory;
        this.clock = clock;
    }

    @Override
    public void requireValid(EndpointKind kind, String policy) {
        try {
            compiled(kind, policy);
        } catch (PolicyDocumentProblem problem) {
            throw new AwsException("InvalidPolicyDocument", problem.message());
        }
    }

    @Override
    public PolicyVerdict permits(EndpointKind kind, String policy, Passage passage) {
        RequestContext.Builder question = RequestContext.of(principal(passage.principalArn()), passage.action())
                .resource(passage.resource())
                .time(clock.instant());
        passage.conditionKeys().forEach(question::key);
        question.throughEndpoint(passage.endpointId(), passage.vpcId(), passage.sourceIp());
        Decision decision = compiled(kind, policy).permits(question.build());
        return new PolicyVerdict(decision.isAllowed(), decision.reason(passage.action()));
    }

    EndpointPolicy compiled(EndpointKind kind, String text) {
        return known.computeIfAbsent(
                new Key(kind, text),
                key -> kind == EndpointKind.GATEWAY
                        ? EndpointPolicy.ofGateway(text)
                        : EndpointPolicy.ofInterface(text));
    }

    private PolicyPrincipal principal(@Nullable String arn) {
        if (arn == null) {
            return PolicyPrincipal.anonymous();
        }
        if (arn.endsWith(":root")) {
            return PolicyPrincipal.root(arn);
        }
        Optional<IamDirectory.Holder> holder = directory.byArn(roleOf(arn));
        String id = holder.map(IamDirectory.Holder::id).orElse("");
        if (arn.contains(":assumed-role/")) {
            return PolicyPrincipal.roleSession(
                    arn, holder.map(IamDirectory.Holder::arn).orElse(roleOf(arn)), id);
        }
        return PolicyPrincipal.user(arn, id);
    }

    /** The ARN of the session's role, without its path, which is unknown. Other ARNs are returned unchanged. */
    private String roleOf(String arn) {
        String[] parts = arn.split("/", -1);
        if (!arn.contains(":assumed-role/") || parts.length < 2) {
            return arn;
        }
        return IamScope.ofArn(arn)
                .flatMap(scope -> directory
                        .named(IamKind.ROLE, scope, parts[1])
                        .map(IamDirectory.Named::arn)
                        .or(() -> Optional.of(scope.arn("role/" + parts[1]))))
                .orElse(arn);
    }
}
