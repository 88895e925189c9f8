package io.vpclocal.identity.iam.user;

import io.vpclocal.identity.signature.SecretVault;
import io.vpclocal.protocol.key.EncryptedColumn;
import java.nio.charset.StandardCharsets;
import org.springframework.stereotype.Component;

/** The secrets of access keys: a snapshot carries them open, since another installation has another key. */
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
    public byte[] open(String boundTo, byte[] sealed) {
        return vault.openSecret(boundTo, sealed).getBytes(StandardCharsets.UTF_8);
    }

    @Override
    public byte[] seal(String boundTo, byte[] plain) {
        return vault.sealSecret(boundTo, new String(plain, StandardCharsets.UTF_8));
    }
}
