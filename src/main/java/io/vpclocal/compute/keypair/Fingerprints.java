package io.vpclocal.compute.keypair;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.HexFormat;

/** Digests in the forms that EC2 shows. */
final class Fingerprints {

    private static final HexFormat COLONS = HexFormat.ofDelimiter(":");

    private Fingerprints() {}

    /** As {@code 1f:51:ae:…}. */
    static String hex(String algorithm, byte[] content) {
        return COLONS.formatHex(digest(algorithm, content));
    }

    /** In Base64, as OpenSSH prints it, with padding. */
    static String base64(byte[] content) {
        return Base64.getEncoder().encodeToString(digest("SHA-256", content));
    }

    private static byte[] digest(String algorithm, byte[] content) {
        try {
            return MessageDigest.getInstance(algorithm).digest(content);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
