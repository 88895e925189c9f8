package io.vpclocal.identity.iam.user;

import io.vpclocal.identity.signature.SecretVault;
import io.vpclocal.protocol.key.EncryptedColumn;
import java.nio.charset.StandardCharsets;
import org.springframework.stereotype.Component;

/**
 * The encrypted column of secret access keys. A snapshot carries it decrypted, because another installation has another
 * key.
 */
@Component
class EncryptedSecrets implements EncryptedColumn {

    private final SecretVault vault;

    EncryptedSecrets(SecretVault vault) {
        this.vault = vault;
    }

    @Override
    public String table() {
        return "iam_access_key";
    }

    @Override
    public String column() {
        return "secret";
    }

    @Override
    public String boundTo() {
        return "id";
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
