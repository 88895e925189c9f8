package io.vpclocal.control.state;

import io.vpclocal.protocol.key.EmulatorKey;
import io.vpclocal.protocol.key.EncryptedColumn;

/** A simple encryption: adds the first byte of the installation's key and the length of the name. */
class ShiftCipher implements EncryptedColumn {

    private final byte key;

    ShiftCipher(EmulatorKey key) {
        this.key = key.derive("test")[0];
    }

    @Override
    public String table() {
        return "every_type";
    }

    @Override
    public String column() {
        return "secret";
    }

    @Override
    public String boundTo() {
        return "words";
    }

    @Override
    public byte[] decrypt(String boundTo, byte[] encrypted) {
        return shifted(encrypted, -key - boundTo.length());
    }

    @Override
    public byte[] encrypt(String boundTo, byte[] plain) {
        return shifted(plain, key + boundTo.length());
    }

    private static byte[] shifted(byte[] bytes, int by) {
        byte[] result = bytes.clone();
        for (int i = 0; i < result.length; i++) {
            result[i] += (byte) by;
        }
        return result;
    }
}
