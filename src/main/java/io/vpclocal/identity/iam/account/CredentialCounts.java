package io.vpclocal.identity.iam.account;

import io.vpclocal.identity.iam.IamScope;
import io.vpclocal.identity.iam.certificate.ServerCertificates;
import io.vpclocal.identity.iam.mfa.MfaDeviceEntity;
import io.vpclocal.identity.iam.mfa.MfaDevices;
import io.vpclocal.identity.iam.provider.OidcProviders;
import io.vpclocal.identity.iam.provider.SamlProviders;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;

/** The counts of an account's MFA devices, identity providers and server certificates. */
@Component
class CredentialCounts {

    private final MfaDevices mfaDevices;
    private final OidcProviders oidcProviders;
    private final SamlProviders samlProviders;
    private final ServerCertificates certificates;

    CredentialCounts(
            MfaDevices mfaDevices,
            OidcProviders oidcProviders,
            SamlProviders samlProviders,
            ServerCertificates certificates) {
        this.mfaDevices = mfaDevices;
        this.oidcProviders = oidcProviders;
        this.samlProviders = samlProviders;
        this.certificates = certificates;
    }

    void count(IamScope scope, Map<String, Integer> summary) {
        List<MfaDeviceEntity> devices = mfaDevices.all(scope);
        boolean root = devices.stream().anyMatch(device -> scope.account().equals(device.userId()));
        summary.put("AccountMFAEnabled", root ? 1 : 0);
        summary.put("MFADevices", devices.size());
        summary.put("MFADevicesInUse", (int)
                devices.stream().filter(device -> device.userId() != null).count());
        summary.put("Providers", (int) (oidcProviders.count(scope) + samlProviders.count(scope)));
        summary.put("ServerCertificates", (int) certificates.count(scope));
    }
}
