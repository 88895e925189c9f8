package io.vpclocal.protocol.key;

/**
 * A column encrypted with the installation's key. A snapshot carries it decrypted. The installation that restores the
 * snapshot encrypts it with its own key. Implemented by the module that owns the table.
 */
public interface EncryptedColumn {

    /** The table's name in the database. */
    String table();

    /** The column's name. Its type is binary. */
    String column();

    /** The text column of the same row that the encryption is bound to. */
    String boundTo();

    byte[] decrypt(String boundTo, byte[] encrypted);

    byte[] encrypt(String boundTo, byte[] plain);
}
