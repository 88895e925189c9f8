package io.vpclocal.identity.access;

import io.vpclocal.identity.caller.Principal;
import io.vpclocal.identity.caller.SessionContent;
import io.vpclocal.identity.iam.user.AccessKeyIds;
import io.vpclocal.protocol.AwsException;
import io.vpclocal.protocol.AwsService;
import io.vpclocal.protocol.Call;
import java.util.Set;
import org.springframework.stereotype.Component;

/**
 * Restrictions of temporary credentials that do not depend on policies. Those of GetSessionToken without MFA and of
 * GetFederationToken cannot call IAM and most of STS (IAM User Guide, "Compare AWS STS credentials"). Root users cannot
 * assume roles (recorded from AWS), except with an open key.
 */
@Component
class SessionRules {

    private static final Set<String> NOT_FOR_ROLES = Set.of("GetSessionToken", "GetFederationToken");

    void check(Call call, Principal principal) {
        boolean assumes = call.service() == AwsService.STS && call.action().equals("AssumeRole");
        if (assumes && principal.root() && AccessKeyIds.wellFormed(principal.keyId())) {
            throw Denials.accessDenied("Roles may not be assumed by root accounts.");
        }
        SessionContent session = principal.session();
        if (session == null) {
            return;
        }
        boolean role = session.kind() == SessionContent.Kind.ROLE;
        boolean allowed =
                switch (call.service()) {
                    case EC2, LOGS, ELB -> true;
                    case IAM -> role || session.kind() == SessionContent.Kind.OWN && session.mfaAt() != null;
                    case STS ->
                        role
                                ? !NOT_FOR_ROLES.contains(call.action())
                                : call.action().equals("GetCallerIdentity")
                                        || (session.kind() == SessionContent.Kind.OWN
                                                && call.action().equals("AssumeRole"));
                };
        if (!allowed) {
            throw new AwsException(
                    call.service() == AwsService.IAM ? "InvalidClientTokenId" : "AccessDenied",
                    call.service() == AwsService.IAM
                            ? "The security token included in the request is invalid"
                            : "Cannot call " + call.action() + " with session credentials",
                    403);
        }
    }
}
