package io.vpclocal.identity.iam.tag;

import io.vpclocal.identity.iam.IamAccounts;
import io.vpclocal.identity.iam.IamEntity;
import io.vpclocal.identity.iam.IamKind;
import io.vpclocal.identity.iam.IamPages;
import io.vpclocal.identity.iam.IamParams;
import io.vpclocal.identity.iam.IamScope;
import io.vpclocal.identity.iam.IamTags;
import io.vpclocal.identity.iam.certificate.ServerCertificateService;
import io.vpclocal.identity.iam.mfa.MfaDeviceService;
import io.vpclocal.identity.iam.policy.Policies;
import io.vpclocal.identity.iam.provider.OidcProviderService;
import io.vpclocal.identity.iam.provider.SamlProviderService;
import io.vpclocal.identity.iam.role.InstanceProfileService;
import io.vpclocal.identity.iam.role.RoleService;
import io.vpclocal.identity.iam.user.UserService;
import io.vpclocal.protocol.Call;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import software.amazon.awssdk.services.iam.model.Tag;

/** Tags of everything that has tags. */
@Service
class IamTagService {

    private final UserService users;
    private final RoleService roles;
    private final Policies policies;
    private final InstanceProfileService profiles;
    private final OidcProviderService oidcProviders;
    private final SamlProviderService samlProviders;
    private final ServerCertificateService certificates;
    private final MfaDeviceService mfaDevices;
    private final IamAccounts accounts;
    private final IamPages pages;

    IamTagService(
            UserService users,
            RoleService roles,
            Policies policies,
            InstanceProfileService profiles,
            OidcProviderService oidcProviders,
            SamlProviderService samlProviders,
            ServerCertificateService certificates,
            MfaDeviceService mfaDevices,
            IamAccounts accounts,
            IamPages pages) {
        this.users = users;
        this.roles = roles;
        this.policies = policies;
        this.profiles = profiles;
        this.oidcProviders = oidcProviders;
        this.samlProviders = samlProviders;
        this.certificates = certificates;
        this.mfaDevices = mfaDevices;
        this.accounts = accounts;
        this.pages = pages;
    }

    /** @param name the ARN for policies and identity providers, the serial number for MFA devices */
    void tag(IamKind kind, Call call, @Nullable String name, List<Tag> tags) {
        IamTags.put(change(kind, call, name), tags);
    }

    void untag(IamKind kind, Call call, @Nullable String name, List<String> keys) {
        IamEntity entity = change(kind, call, name);
        keys.forEach(entity::untag);
    }

    IamPages.Slice<Tag> list(
            IamKind kind, Call call, @Nullable String name, @Nullable String marker, @Nullable Integer maxItems) {
        IamEntity entity = require(kind, call, name);
        return pages.of(IamTags.toWire(entity.tags()), Tag::key, "tags\n" + entity.id(), marker, maxItems);
    }

    private IamEntity change(IamKind kind, Call call, @Nullable String name) {
        IamScope scope = IamScope.of(call.scope());
        accounts.change(scope);
        return switch (kind) {
            case ROLE -> roles.changeDescription(scope, name);
            case POLICY -> policies.change(scope, IamParams.arn(scope, name, "policyArn"));
            case USER, GROUP, INSTANCE_PROFILE, OIDC_PROVIDER, SAML_PROVIDER, SERVER_CERTIFICATE, MFA_DEVICE ->
                require(kind, call, name);
        };
    }

    private IamEntity require(IamKind kind, Call call, @Nullable String name) {
        IamScope scope = IamScope.of(call.scope());
        return switch (kind) {
            case USER -> users.require(scope, name);
            case ROLE -> roles.require(scope, name);
            case POLICY -> policies.require(scope, IamParams.arn(scope, name, "policyArn"));
            case INSTANCE_PROFILE -> profiles.require(scope, name);
            case OIDC_PROVIDER -> oidcProviders.require(scope, name);
            case SAML_PROVIDER -> samlProviders.require(scope, name);
            case SERVER_CERTIFICATE -> certificates.require(scope, name);
            case MFA_DEVICE -> mfaDevices.require(scope, name);
            case GROUP -> throw new IllegalArgumentException("Groups have no tags");
        };
    }
}
