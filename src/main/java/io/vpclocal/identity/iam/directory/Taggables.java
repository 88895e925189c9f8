package io.vpclocal.identity.iam.directory;

import io.vpclocal.identity.iam.IamEntity;
import io.vpclocal.identity.iam.IamKind;
import io.vpclocal.identity.iam.IamRepository;
import io.vpclocal.identity.iam.IamScope;
import io.vpclocal.identity.iam.certificate.ServerCertificates;
import io.vpclocal.identity.iam.mfa.MfaDevices;
import io.vpclocal.identity.iam.provider.OidcProviders;
import io.vpclocal.identity.iam.provider.SamlProviders;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Finds entities that have tags and no policies. */
@Component
class Taggables {

    private final Map<IamKind, IamRepository<? extends IamEntity>> rows;

    Taggables(
            OidcProviders oidcProviders,
            SamlProviders samlProviders,
            ServerCertificates certificates,
            MfaDevices mfaDevices) {
        this.rows = Map.of(
                IamKind.OIDC_PROVIDER, oidcProviders,
                IamKind.SAML_PROVIDER, samlProviders,
                IamKind.SERVER_CERTIFICATE, certificates,
                IamKind.MFA_DEVICE, mfaDevices);
    }

    Optional<? extends IamEntity> find(IamKind kind, IamScope scope, String name) {
        return Objects.requireNonNull(rows.get(kind)).find(scope, name);
    }
}
