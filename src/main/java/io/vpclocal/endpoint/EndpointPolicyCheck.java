package io.vpclocal.endpoint;

import io.vpclocal.endpointservice.EndpointPolicies;
import io.vpclocal.endpointservice.EndpointService;
import io.vpclocal.identity.policy.EndpointPolicy;
import io.vpclocal.identity.policy.PolicyDocumentProblem;
import io.vpclocal.protocol.AwsException;

/** Decides whether a text can be an endpoint's policy. */
final class EndpointPolicyCheck {

    private EndpointPolicyCheck() {}

    /** @throws AwsException {@code InvalidPolicyDocument}, or {@code InvalidParameter} if the service takes no policies */
    static void require(String text, EndpointService service) {
        if (text.length() > EndpointPolicies.MAX_LENGTH) {
            throw EndpointErrors.policyTooLong(EndpointPolicies.MAX_LENGTH);
        }
        try {
            if (service.isGateway()) {
                EndpointPolicy.ofGateway(text);
            } else {
                EndpointPolicy.ofInterface(text);
            }
        } catch (PolicyDocumentProblem problem) {
            throw EndpointErrors.invalidPolicy(problem.message());
        }
        if (!service.policySupported() && !text.equals(EndpointPolicies.defaultFor(service.type()))) {
            throw EndpointErrors.policyNotSupported(service.name());
        }
    }
}
