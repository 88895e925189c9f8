package io.vpclocal.compute.keypair;

import java.io.ByteArrayOutputStream;
import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/** The binary form of keys in SSH (RFC 4251): strings that begin with their length. */
final class SshBlob {

    private final ByteArrayOutputStream out = new ByteArrayOutputStream();

    SshBlob number(int value) {
        return bytes(ByteBuffer.allocate(4).putInt(value).array());
    }

    SshBlob string(byte[] content) {
        return number(content.length).bytes(content);
    }

    SshBlob string(String text) {
        return string(text.getBytes(StandardCharsets.US_ASCII));
    }

    /** Appends bytes without a length. */
    SshBlob bytes(byte[] content) {
        out.writeBytes(content);
        return this;
    }

    byte[] toBytes() {
        return out.toByteArray();
    }

    /**
     * Reads a string and advances.
     *
     * @throws BufferUnderflowException if the blob is too short
     */
    static byte[] next(ByteBuffer in) {
        int length = in.getInt();
        if (length < 0 || length > in.remaining()) {
            throw new BufferUnderflowException();
        }
        byte[] content = new byte[length];
        in.get(content);
        return content;
    }

    static String nextText(ByteBuffer in) {
        return new String(next(in), StandardCharsets.US_ASCII);
    }

    /** Padded with 1, 2, 3, … to a multiple of 8, as OpenSSH pads private keys. */
    static byte[] padded(byte[] content) {
        byte[] padded = Arrays.copyOf(content, (content.length + 7) / 8 * 8);
        for (int i = content.length; i < padded.length; i++) {
            padded[i] = (byte) (i - content.length + 1);
        }
        return padded;
    }
}
