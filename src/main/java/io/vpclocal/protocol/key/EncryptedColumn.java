package io.vpclocal.protocol.key;

/**
 * A column whose content only this installation can read, because it is encrypted with the installation's key. A snapshot
 * carries it open, so that another installation can restore it, and seals it with its own key. Implemented by the module
 * that owns the table.
 */
public interface EncryptedColumn {

    /** The table's name in the database. */
    String table();

    /** The column's name; it holds bytes. */
    String column();

    /** The column of the same row, holding text, that the seal is bound to. */
    String boundTo();

    byte[] open(String boundTo, byte[] sealed);

    byte[] seal(String boundTo, byte[] plain);
}
