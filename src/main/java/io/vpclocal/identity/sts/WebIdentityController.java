package io.vpclocal.identity.sts;

import io.vpclocal.identity.federation.FederatedIdentity;
import io.vpclocal.identity.federation.WebIdentities;
import io.vpclocal.identity.federation.WebIdentity;
import io.vpclocal.identity.iam.IamScope;
import io.vpclocal.identity.iam.directory.IamDirectory;
import io.vpclocal.protocol.AwsAction;
import io.vpclocal.protocol.AwsController;
import io.vpclocal.protocol.AwsService;
import io.vpclocal.protocol.Call;
import io.vpclocal.protocol.CommonErrors;
import java.util.Objects;
import software.amazon.awssdk.services.sts.model.AssumeRoleWithWebIdentityRequest;
import software.amazon.awssdk.services.sts.model.AssumeRoleWithWebIdentityResponse;

@AwsController(AwsService.STS)
class WebIdentityController {

    private final WebIdentities identities;
    private final FederatedSessions sessions;

    WebIdentityController(WebIdentities identities, FederatedSessions sessions) {
        this.identities = identities;
        this.sessions = sessions;
    }

    /** Assumes a role with a token of an OpenID Connect issuer. Authorization has already checked the trust policy. */
    @AwsAction(missing = "OAuth 2.0 access tokens of Facebook and Login with Amazon (ProviderId)")
    AssumeRoleWithWebIdentityResponse assumeRoleWithWebIdentity(AssumeRoleWithWebIdentityRequest request, Call call) {
        String arn = RoleSessions.federatedRoleArn(request.roleArn());
        String name = request.roleSessionName();
        int seconds = Objects.requireNonNullElse(request.durationSeconds(), StsLimits.DEFAULT_ROLE_SESSION);
        if (request.providerId() != null) {
            throw CommonErrors.notHere("OAuth 2.0 access tokens (ProviderId)");
        }
        WebIdentity proved = identities.verify(IamScope.ofArn(arn).orElseThrow(), request.webIdentityToken());
        IamDirectory.Holder role = sessions.role(arn, "sts:AssumeRoleWithWebIdentity");
        RoleSessions.requireDuration(seconds, role, false);
        FederatedIdentity identity = proved.identity();
        FederatedSessions.Started session =
                sessions.start(role, name, seconds, identity, request.policy(), request.policyArns());
        return AssumeRoleWithWebIdentityResponse.builder()
                .credentials(session.credentials())
                .assumedRoleUser(session.user())
                .subjectFromWebIdentityToken(proved.subject())
                .audience(proved.audience())
                .provider(identity.provider())
                .packedPolicySize(session.packedPercent())
                .sourceIdentity(identity.sourceIdentity())
                .build();
    }
}
