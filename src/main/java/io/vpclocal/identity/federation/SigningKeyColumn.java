package io.vpclocal.identity.federation;

import io.vpclocal.identity.signature.SecretVault;
import io.vpclocal.protocol.key.EncryptedColumn;
import java.nio.charset.StandardCharsets;
import org.springframework.stereotype.Component;

/** The encrypted column of the local issuer's key. Tokens that it signed stay valid after a snapshot is restored. */
@Component
class SigningKeyColumn implements EncryptedColumn {

    private final SecretVault vault;

    SigningKeyColumn(SecretVault vault) {
        this.vault = vault;
    }

    @Override
    public String table() {
        return "oidc_signing_key";
    }

    @Override
    public String column() {
        return "private_key";
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
