package io.vpclocal.identity.sts;

import io.vpclocal.identity.caller.Principal;
import io.vpclocal.identity.caller.SessionContent;
import io.vpclocal.identity.iam.IamKind;
import io.vpclocal.identity.iam.IamScope;
import io.vpclocal.identity.iam.directory.IamDirectory;
import io.vpclocal.identity.policy.PolicyPrincipal;
import io.vpclocal.protocol.AwsAction;
import io.vpclocal.protocol.AwsController;
import io.vpclocal.protocol.AwsService;
import io.vpclocal.protocol.Call;
import io.vpclocal.protocol.CommonErrors;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.sts.model.AssumeRoleRequest;
import software.amazon.awssdk.services.sts.model.AssumeRoleResponse;
import software.amazon.awssdk.services.sts.model.Credentials;

@AwsController(AwsService.STS)
class AssumeRoleController {

    private final IamDirectory directory;
    private final Sessions sessions;

    AssumeRoleController(IamDirectory directory, Sessions sessions) {
        this.directory = directory;
        this.sessions = sessions;
    }

    /** Whether the role trusts the caller was decided before, with everything else that policies say. */
    @AwsAction(missing = "MFA devices and provided contexts")
    AssumeRoleResponse assumeRole(AssumeRoleRequest request, Call call) {
        Principal caller = Principal.of(call);
        String arn = roleArn(request);
        String name = SessionParams.name(request.roleSessionName(), "roleSessionName", 64);
        int seconds = SessionParams.duration(
                request.durationSeconds(), StsLimits.DEFAULT_ROLE_SESSION, StsLimits.LONGEST_ROLE_SESSION);
        requireExternalId(request.externalId());
        if (request.serialNumber() != null || request.tokenCode() != null) {
            throw StsErrors.noMfa();
        }
        IamDirectory.Holder role = directory
                .byArn(arn)
                .filter(holder -> holder.kind() == IamKind.ROLE)
                .orElseThrow(() -> StsErrors.notAuthorized(caller.arn(), arn));
        boolean chained = caller.who().kind() == PolicyPrincipal.Kind.ROLE_SESSION;
        requireDuration(seconds, role, chained);
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
        Credentials credentials = sessions.issue(
                SessionContent.Kind.ROLE, role.scope(), role.id(), name, seconds, params, sourceIdentity, chained);
        return AssumeRoleResponse.builder()
                .credentials(credentials)
                .assumedRoleUser(user -> user.assumedRoleId(role.id() + ":" + name)
                        .arn(role.scope().stsArn("assumed-role/" + role.name() + "/" + name)))
                .packedPolicySize(params.packedPercent())
                .sourceIdentity(sourceIdentity)
                .build();
    }

    private static String roleArn(AssumeRoleRequest request) {
        String arn = request.roleArn();
        if (arn == null || arn.isEmpty()) {
            throw CommonErrors.missingParameter(AwsService.STS, "roleArn");
        }
        if (!IamScope.isRoleArn(arn)) {
            throw StsErrors.invalidArn(arn);
        }
        return arn;
    }

    private static void requireDuration(int seconds, IamDirectory.Holder role, boolean chained) {
        if (chained && seconds > StsLimits.LONGEST_CHAINED_SESSION) {
            throw StsErrors.chainedTooLong();
        }
        if (seconds > role.maxSessionSeconds()) {
            throw StsErrors.longerThanRoleAllows();
        }
    }

    private static void requireExternalId(@Nullable String externalId) {
        if (externalId != null && (externalId.length() < 2 || externalId.length() > 1224)) {
            throw StsErrors.invalid("externalId", externalId, "Member must have length between 2 and 1224");
        }
    }
}
