package io.vpclocal.identity.sts;

import io.vpclocal.identity.federation.FederatedIdentity;
import io.vpclocal.identity.federation.SamlIdentities;
import io.vpclocal.identity.federation.SamlIdentity;
import io.vpclocal.identity.iam.IamScope;
import io.vpclocal.identity.iam.directory.IamDirectory;
import io.vpclocal.protocol.AwsAction;
import io.vpclocal.protocol.AwsController;
import io.vpclocal.protocol.AwsService;
import io.vpclocal.protocol.Call;
import java.util.Objects;
import software.amazon.awssdk.services.sts.model.AssumeRoleWithSamlRequest;
import software.amazon.awssdk.services.sts.model.AssumeRoleWithSamlResponse;

@AwsController(AwsService.STS)
class SamlController {

    private final SamlIdentities identities;
    private final FederatedSessions sessions;

    SamlController(SamlIdentities identities, FederatedSessions sessions) {
        this.identities = identities;
        this.sessions = sessions;
    }

    /** Assumes a role with a response of a SAML provider. Authorization has already checked the trust policy. */
    @AwsAction(value = "AssumeRoleWithSAML", missing = "encrypted assertions, condition keys of eduPerson attributes")
    AssumeRoleWithSamlResponse assumeRoleWithSaml(AssumeRoleWithSamlRequest request, Call call) {
        String arn = RoleSessions.federatedRoleArn(request.roleArn());
        SamlIdentity proved = identities.verify(
                IamScope.ofArn(arn).orElseThrow(), arn, request.principalArn(), request.samlAssertion());
        IamDirectory.Holder role = sessions.role(arn, "sts:AssumeRoleWithSAML");
        int seconds = Objects.requireNonNullElse(request.durationSeconds(), StsLimits.DEFAULT_ROLE_SESSION);
        RoleSessions.requireDuration(seconds, role, false);
        // The shorter of the two durations counts (STS API Reference).
        Integer limit = proved.sessionDuration();
        int shorter = limit == null ? seconds : Math.min(seconds, limit);
        FederatedIdentity identity = proved.identity();
        FederatedSessions.Started session = sessions.start(
                role, proved.roleSessionName(), shorter, identity, request.policy(), request.policyArns());
        return AssumeRoleWithSamlResponse.builder()
                .credentials(session.credentials())
                .assumedRoleUser(session.user())
                .packedPolicySize(session.packedPercent())
                .subject(proved.subject())
                .subjectType(proved.subjectType())
                .issuer(proved.issuer())
                .audience(proved.audience())
                .nameQualifier(proved.nameQualifier())
                .sourceIdentity(identity.sourceIdentity())
                .build();
    }
}
