package io.vpclocal.identity.signature;

import java.io.ByteArrayOutputStream;
import java.util.function.Function;

/** Percent-encoding of Signature Version 4: all except RFC 3986's unreserved characters, in upper-case hex. */
final class UriEncoding {

    private static final char[] HEX = "0123456789ABCDEF".toCharArray();

    private UriEncoding() {}

    static String encode(byte[] bytes) {
        StringBuilder encoded = new StringBuilder(bytes.length + 16);
        for (byte b : bytes) {
            if (isUnreserved(b)) {
                encoded.append((char) b);
            } else {
                encoded.append('%').append(HEX[(b >> 4) & 0xF]).append(HEX[b & 0xF]);
            }
        }
        return encoded.toString();
    }

    /**
     * Decodes percent-encoding. Characters that should have been encoded are kept.
     *
     * @param plusIsSpace true if a plus sign is a space, as in forms and query strings
     * @param failure creates the failure for a malformed escape from AWS's text
     */
    static byte[] decode(String text, boolean plusIsSpace, Function<String, SignatureFailure> failure) {
        byte[] bytes = Digests.utf8(text);
        ByteArrayOutputStream decoded = new ByteArrayOutputStream(bytes.length);
        for (int i = 0; i < bytes.length; i++) {
            if (bytes[i] == '%') {
                decoded.write(escaped(bytes, i, failure));
                i += 2;
            } else {
                decoded.write(plusIsSpace && bytes[i] == '+' ? ' ' : bytes[i]);
            }
        }
        return decoded.toByteArray();
    }

    private static int escaped(byte[] bytes, int at, Function<String, SignatureFailure> failure) {
        if (at + 2 >= bytes.length) {
            throw new RefusedSignatureException(failure.apply("Incomplete trailing escape % sequence"));
        }
        int high = Character.digit(bytes[at + 1], 16);
        int low = Character.digit(bytes[at + 2], 16);
        if (high < 0 || low < 0) {
            throw new RefusedSignatureException(failure.apply("Illegal hex character in escape % pattern: %"
                    + (char) (bytes[at + 1] & 0xFF)
                    + (char) (bytes[at + 2] & 0xFF)));
        }
        return high << 4 | low;
    }

    private static boolean isUnreserved(byte b) {
        return b >= 'A' && b <= 'Z'
                || b >= 'a' && b <= 'z'
                || b >= '0' && b <= '9'
                || b == '-'
                || b == '.'
                || b == '_'
                || b == '~';
    }
}
