package io.vpclocal.identity.sts;

import io.vpclocal.identity.federation.FederatedIdentity;
import io.vpclocal.identity.federation.FederationErrors;
import io.vpclocal.identity.iam.directory.IamDirectory;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import software.amazon.awssdk.services.sts.model.AssumedRoleUser;
import software.amazon.awssdk.services.sts.model.Credentials;
import software.amazon.awssdk.services.sts.model.PolicyDescriptorType;

/** Role sessions of identities that a provider has proved. */
@Component
class FederatedSessions {

    private final IamDirectory directory;
    private final RoleSessions roles;

    FederatedSessions(IamDirectory directory, RoleSessions roles) {
        this.directory = directory;
        this.roles = roles;
    }

    /** The members that the answers of both actions share. */
    record Started(
            Credentials credentials,
            AssumedRoleUser user,
            @Nullable Integer packedPercent) {}

    /** @param action the permission that is missing if the role does not exist, such as {@code sts:AssumeRoleWithSAML} */
    IamDirectory.Holder role(String arn, String action) {
        return roles.find(arn).orElseThrow(() -> FederationErrors.notAuthorized(action));
    }

    Started start(
            IamDirectory.Holder role,
            String name,
            int seconds,
            FederatedIdentity identity,
            @Nullable String policy,
            List<PolicyDescriptorType> policyArns) {
        SessionParams params = SessionParams.of(
                directory,
                role.scope(),
                policy,
                policyArns,
                SessionParams.tagList(identity.tags()),
                identity.transitiveTags());
        Credentials credentials =
                roles.start(role, name, seconds, params, identity.sourceIdentity(), false, identity.sessionKeys());
        return new Started(credentials, RoleSessions.user(role, name), params.packedPercent());
    }
}
