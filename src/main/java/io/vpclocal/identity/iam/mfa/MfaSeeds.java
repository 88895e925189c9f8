package io.vpclocal.identity.iam.mfa;

import io.vpclocal.identity.signature.SecretVault;
import io.vpclocal.protocol.key.EncryptedColumn;
import java.nio.charset.StandardCharsets;
import org.springframework.stereotype.Component;

/** The encrypted column of seeds. Devices keep working after a snapshot is restored. */
@Component
class MfaSeeds implements EncryptedColumn {

    private final SecretVault vault;

    MfaSeeds(SecretVault vault) {
        this.vault = vault;
    }

    @Override
    public String table() {
        return MfaDeviceEntity.TABLE;
    }

    @Override
    public String column() {
        return "seed";
    }

    @Override
    public String boundTo() {
        return "device_id";
    }

    @Override
    public byte[] decrypt(String boundTo, byte[] encrypted) {
        return vault.decryptSecret(boundTo, encrypted).getBytes(StandardCharsets.UTF_8);
    }

    @Override
    public byte[] encrypt(String boundTo, byte[] plain) {
        return vault.encryptSecret(boundTo, new String(plain, StandardCharsets.UTF_8));
    }
}
