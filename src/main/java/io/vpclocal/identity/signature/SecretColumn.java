package io.vpclocal.identity.signature;

import io.vpclocal.protocol.key.EncryptedColumn;
import java.nio.charset.StandardCharsets;

/** A column of texts that {@link SecretVault} encrypts, each bound to the id of its row. */
public abstract class SecretColumn implements EncryptedColumn {

    private final SecretVault vault;
    private final String table;
    private final String column;
    private final String boundTo;

    protected SecretColumn(SecretVault vault, String table, String column, String boundTo) {
        this.vault = vault;
        this.table = table;
        this.column = column;
        this.boundTo = boundTo;
    }

    @Override
    public final String table() {
        return table;
    }

    @Override
    public final String column() {
        return column;
    }

    @Override
    public final String boundTo() {
        return boundTo;
    }

    @Override
    public final byte[] decrypt(String id, byte[] encrypted) {
        return vault.decryptSecret(id, encrypted).getBytes(StandardCharsets.UTF_8);
    }

    @Override
    public final byte[] encrypt(String id, byte[] plain) {
        return vault.encryptSecret(id, new String(plain, StandardCharsets.UTF_8));
    }
}
