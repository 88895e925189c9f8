package io.vpclocal.identity.iam.mfa;

import io.vpclocal.identity.signature.SecretColumn;
import io.vpclocal.identity.signature.SecretVault;
import org.springframework.stereotype.Component;

/** The seeds of MFA devices. Devices keep working after a snapshot is restored. */
@Component
class MfaSeedColumn extends SecretColumn {

    MfaSeedColumn(SecretVault vault) {
        super(vault, MfaDeviceEntity.TABLE, "seed", "device_id");
    }
}
