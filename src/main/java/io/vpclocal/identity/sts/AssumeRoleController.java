package io.vpclocal.identity.sts;

import io.vpclocal.identity.access.MfaCheck;
import io.vpclocal.identity.caller.Principal;
import io.vpclocal.identity.caller.SessionContent;
import io.vpclocal.identity.iam.directory.IamDirectory;
import io.vpclocal.identity.policy.PolicyPrincipal;
import io.vpclocal.protocol.AwsAction;
import io.vpclocal.protocol.AwsController;
import io.vpclocal.protocol.AwsService;
import io.vpclocal.protocol.Call;
import java.util.Map;
import java.util.Objects;
import software.amazon.awssdk.services.sts.model.AssumeRoleRequest;
import software.amazon.awssdk.services.sts.model.AssumeRoleResponse;
import software.amazon.awssdk.services.sts.model.Credentials;

@AwsController(AwsService.STS)
class AssumeRoleController {

    private final IamDirectory directory;
    private final RoleSessions roles;
    private final MfaCheck mfa;

    AssumeRoleController(IamDirectory directory, RoleSessions roles, MfaCheck mfa) {
        this.directory = directory;
        this.roles = roles;
        this.mfa = mfa;
    }

    /** Assumes a role. Authorization has already checked the trust policy. */
    @AwsAction(missing = "provided contexts")
    AssumeRoleResponse assumeRole(AssumeRoleRequest request, Call call) {
        Principal caller = Principal.of(call);
        String name = request.roleSessionName();
        String arn = RoleSessions.roleArn(request.roleArn());
        int seconds = Objects.requireNonNullElse(request.durationSeconds(), StsLimits.DEFAULT_ROLE_SESSION);
        IamDirectory.Holder role = roles.find(arn).orElseThrow(() -> StsErrors.notAuthorized(caller.arn(), arn));
        boolean chained = caller.who().kind() == PolicyPrincipal.Kind.ROLE_SESSION;
        RoleSessions.requireDuration(seconds, role, chained);
        mfa.use(caller, request.serialNumber(), request.tokenCode());
        SessionContent callerSession = caller.session();
        SessionParams params = SessionParams.of(
                        directory,
                        role.scope(),
                        request.policy(),
                        request.policyArns(),
                        request.tags(),
                        request.transitiveTagKeys())
                .inheriting(callerSession);
        String inherited = callerSession == null ? null : callerSession.sourceIdentity();
        String sourceIdentity = inherited == null ? request.sourceIdentity() : inherited;
        Credentials credentials = roles.start(role, name, seconds, params, sourceIdentity, chained, Map.of());
        return AssumeRoleResponse.builder()
                .credentials(credentials)
                .assumedRoleUser(RoleSessions.user(role, name))
                .packedPolicySize(params.packedPercent())
                .sourceIdentity(sourceIdentity)
                .build();
    }
}
