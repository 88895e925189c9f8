package io.vpclocal.control.state;

import io.vpclocal.protocol.key.EmulatorKey;
import io.vpclocal.protocol.key.EncryptedColumn;

/** A simple encryption: adds the first byte of the installation's key and the length of the name. */
class ShiftSeal implements EncryptedColumn {

    private final byte key;

    ShiftSeal(EmulatorKey key) {
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
    public byte[] open(String boundTo, byte[] sealed) {
        return shifted(sealed, -key - boundTo.length());
    }

    @Override
    public byte[] seal(String boundTo, byte[] plain) {
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
