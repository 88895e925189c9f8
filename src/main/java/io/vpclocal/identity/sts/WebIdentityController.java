package io.vpclocal.identity.sts;

import io.vpclocal.identity.federation.FederatedIdentity;
import io.vpclocal.identity.federation.FederationErrors;
import io.vpclocal.identity.federation.WebIdentities;
import io.vpclocal.identity.federation.WebIdentity;
import io.vpclocal.identity.iam.IamScope;
import io.vpclocal.identity.iam.directory.IamDirectory;
import io.vpclocal.protocol.AwsAction;
import io.vpclocal.protocol.AwsController;
import io.vpclocal.protocol.AwsService;
import io.vpclocal.protocol.Call;
import io.vpclocal.protocol.CommonErrors;
import software.amazon.awssdk.services.sts.model.AssumeRoleWithWebIdentityRequest;
import software.amazon.awssdk.services.sts.model.AssumeRoleWithWebIdentityResponse;
import software.amazon.awssdk.services.sts.model.Credentials;

@AwsController(AwsService.STS)
class WebIdentityController {

    private final IamDirectory directory;
    private final WebIdentities identities;
    private final RoleSessions roles;

    WebIdentityController(IamDirectory directory, WebIdentities identities, RoleSessions roles) {
        this.directory = directory;
        this.identities = identities;
        this.roles = roles;
    }

    /** Assumes a role with a token of an OpenID Connect issuer. Authorization has already checked the trust policy. */
    @AwsAction(missing = "OAuth 2.0 access tokens of Facebook and Login with Amazon (ProviderId)")
    AssumeRoleWithWebIdentityResponse assumeRoleWithWebIdentity(AssumeRoleWithWebIdentityRequest request, Call call) {
        String arn = RoleSessions.roleArn(request.roleArn());
        String name = SessionParams.name(request.roleSessionName(), "roleSessionName", 64);
        int seconds = SessionParams.duration(
                request.durationSeconds(), StsLimits.DEFAULT_ROLE_SESSION, StsLimits.LONGEST_ROLE_SESSION);
        if (request.providerId() != null) {
            throw CommonErrors.notHere("OAuth 2.0 access tokens (ProviderId)");
        }
        if (request.webIdentityToken() == null) {
            throw CommonErrors.missingParameter(AwsService.STS, "webIdentityToken");
        }
        WebIdentity proved = identities.verify(IamScope.ofArn(arn).orElseThrow(), request.webIdentityToken());
        IamDirectory.Holder role =
                roles.find(arn).orElseThrow(() -> FederationErrors.notAuthorized("sts:AssumeRoleWithWebIdentity"));
        RoleSessions.requireDuration(seconds, role, false);
        FederatedIdentity identity = proved.identity();
        SessionParams params = SessionParams.of(
                directory,
                role.scope(),
                request.policy(),
                request.policyArns(),
                SessionParams.tagList(identity.tags()),
                identity.transitiveTags());
        Credentials credentials =
                roles.start(role, name, seconds, params, identity.sourceIdentity(), false, identity.sessionKeys());
        return AssumeRoleWithWebIdentityResponse.builder()
                .credentials(credentials)
                .assumedRoleUser(RoleSessions.user(role, name))
                .subjectFromWebIdentityToken(proved.subject())
                .audience(proved.audience())
                .provider(identity.provider())
                .packedPolicySize(params.packedPercent())
                .sourceIdentity(identity.sourceIdentity())
                .build();
    }
}
