package io.vpclocal.identity.access;

import io.vpclocal.identity.federation.FederationErrors;
import io.vpclocal.identity.policy.Decision;
import io.vpclocal.identity.policy.RequestContext;
import io.vpclocal.protocol.AwsException;
import io.vpclocal.protocol.AwsService;
import io.vpclocal.protocol.Call;
import org.springframework.stereotype.Component;
import software.amazon.awssdk.core.SdkPojo;

/** Creates each service's access denied error, with EC2's encoded message. */
@Component
class Denials {

    private static final String EC2_PREFIX = "You are not authorized to perform this operation. ";

    private final AuthorizationMessages messages;

    Denials(AuthorizationMessages messages) {
        this.messages = messages;
    }

    AwsException of(Call call, SdkPojo request, Check check, Decision decision, RequestContext question) {
        if (check.federated() != null) {
            return FederationErrors.notAuthorized(check.rule().action());
        }
        String text = "User: " + call.caller().arn() + " is not authorized to perform: " + check.named()
                + resource(call, request, check)
                + " " + decision.reason(check.action());
        return switch (call.service()) {
            case EC2 -> {
                String encoded = check.resourceNamed()
                        ? ". Encoded authorization failure message: " + messages.encode(call, check, decision, question)
                        : "";
                yield new AwsException("UnauthorizedOperation", EC2_PREFIX + text + encoded, 403);
            }
            case IAM, STS, ELB -> accessDenied(text);
            case LOGS -> new AwsException("AccessDeniedException", text);
        };
    }

    private static String resource(Call call, SdkPojo request, Check check) {
        if (call.service() == AwsService.IAM) {
            return " on resource: " + IamResourceNames.of(call, check, request);
        }
        return check.resourceNamed() ? " on resource: " + check.target().arn() : "";
    }

    static AwsException accessDenied(String text) {
        return new AwsException("AccessDenied", text, 403);
    }
}
