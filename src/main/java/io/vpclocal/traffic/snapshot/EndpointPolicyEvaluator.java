package io.vpclocal.traffic.snapshot;

import io.vpclocal.endpoint.EndpointType;
import io.vpclocal.endpoint.EndpointView;
import io.vpclocal.identity.EndpointPolicyRules;
import io.vpclocal.identity.EndpointPolicyRules.EndpointKind;
import io.vpclocal.identity.EndpointPolicyRules.Passage;
import io.vpclocal.identity.PolicyVerdict;
import io.vpclocal.traffic.address.IpAddress;
import io.vpclocal.traffic.engine.EndpointPolicyCheck;
import io.vpclocal.traffic.engine.Network.VpcEndpoint;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** Evaluates the policies of a network's endpoints for calls through them. */
@Component
class EndpointPolicyEvaluator {

    private static final String UNSPECIFIED = "0.0.0.0";

    private final EndpointPolicyRules rules;

    EndpointPolicyEvaluator(EndpointPolicyRules rules) {
        this.rules = rules;
    }

    EndpointPolicyCheck of(List<EndpointView> endpoints) {
        Map<String, EndpointView> byId =
                endpoints.stream().collect(Collectors.toMap(EndpointView::id, Function.identity()));
        return new EndpointPolicyCheck() {
            @Override
            public Decision check(VpcEndpoint endpoint, ApiCall call) {
                return check(endpoint, call, IpAddress.parse(UNSPECIFIED));
            }

            @Override
            public Decision check(VpcEndpoint endpoint, ApiCall call, IpAddress source) {
                return judge(Objects.requireNonNull(byId.get(endpoint.id())), call, source);
            }
        };
    }

    private EndpointPolicyCheck.Decision judge(
            EndpointView endpoint, EndpointPolicyCheck.ApiCall call, IpAddress source) {
        String resource = call.resourceArn();
        PolicyVerdict verdict = rules.permits(
                endpoint.type() == EndpointType.GATEWAY ? EndpointKind.GATEWAY : EndpointKind.INTERFACE,
                endpoint.policyDocument(),
                new Passage(
                        call.principalArn(),
                        call.action(),
                        resource == null ? "*" : resource,
                        endpoint.id(),
                        endpoint.vpcId(),
                        source.toString(),
                        Map.of()));
        return new EndpointPolicyCheck.Decision(
                verdict.allowed(),
                verdict.allowed() ? "the endpoint policy allows " + call.action() : verdict.reason());
    }
}
