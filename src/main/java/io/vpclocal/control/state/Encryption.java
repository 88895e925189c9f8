package io.vpclocal.control.state;

import io.vpclocal.control.state.Table.Column;
import io.vpclocal.protocol.key.EncryptedColumn;
import java.util.Base64;
import java.util.List;
import java.util.function.BinaryOperator;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Decrypts values with the installation's key before they go into a snapshot, and encrypts them again on restore. */
@Component
class Encryption {

    private final List<EncryptedColumn> encrypted;

    Encryption(List<EncryptedColumn> encrypted) {
        this.encrypted = encrypted;
    }

    /** @param row values in the order of the columns; replaced in place */
    void decrypt(String table, List<Column> columns, @Nullable Object[] row) {
        for (EncryptedColumn column : encrypted) {
            if (column.table().equals(table)) {
                replace(column, columns, row, (bound, text) -> text(column.decrypt(bound, bytes(text))));
            }
        }
    }

    void encrypt(String table, List<Column> columns, @Nullable Object[] row) {
        for (EncryptedColumn column : encrypted) {
            if (column.table().equals(table)) {
                replace(column, columns, row, (bound, text) -> text(column.encrypt(bound, bytes(text))));
            }
        }
    }

    private static void replace(
            EncryptedColumn column, List<Column> columns, @Nullable Object[] row, BinaryOperator<String> change) {
        int index = index(columns, column.column());
        Object value = row[index];
        Object bound = row[index(columns, column.boundTo())];
        if (value != null && bound != null) {
            row[index] = change.apply(bound.toString(), value.toString());
        }
    }

    private static int index(List<Column> columns, String name) {
        for (int i = 0; i < columns.size(); i++) {
            if (columns.get(i).name().equals(name)) {
                return i;
            }
        }
        throw new IllegalStateException("Unknown column " + name + " to encrypt");
    }

    private static byte[] bytes(String base64) {
        return Base64.getDecoder().decode(base64);
    }

    private static String text(byte[] bytes) {
        return Base64.getEncoder().encodeToString(bytes);
    }
}
