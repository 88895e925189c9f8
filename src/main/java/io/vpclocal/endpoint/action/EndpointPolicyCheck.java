package io.vpclocal.endpoint.action;

import io.vpclocal.endpoint.vpcendpoint.EndpointErrors;
import io.vpclocal.endpointservice.EndpointPolicies;
import io.vpclocal.endpointservice.EndpointService;
import io.vpclocal.identity.policy.EndpointPolicy;
import io.vpclocal.identity.policy.PolicyDocumentProblem;
import io.vpclocal.protocol.AwsException;

/** Validates endpoint policies. */
final class EndpointPolicyCheck {

    private EndpointPolicyCheck() {}

    /**
     * @throws AwsException {@code InvalidPolicyDocument}, or {@code InvalidParameter} if the service supports full
     *     access only
     */
    static void require(String text, EndpointService service) {
        if (text.length() > EndpointPolicies.MAX_LENGTH) {
            throw EndpointErrors.policyTooLong(EndpointPolicies.MAX_LENGTH);
        }
        EndpointPolicy policy;
        try {
            policy = service.isGateway() ? EndpointPolicy.ofGateway(text) : EndpointPolicy.ofInterface(text);
        } catch (PolicyDocumentProblem problem) {
            throw EndpointErrors.invalidPolicy(problem.message());
        }
        if (!service.policySupported() && !policy.isFullAccess()) {
            throw EndpointErrors.onlyFullAccess(service.name());
        }
    }
}
