package io.vpclocal.logs.event;

/** Lengths in UTF-8, without encoding. */
final class Utf8 {

    /** Bytes of a {@code char} at most. */
    static final int LONGEST = 3;

    private Utf8() {}

    /** A half of a surrogate pair that stands alone counts as two bytes though it is encoded as one question mark. */
    static int length(String text) {
        int bytes = text.length();
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c >= 0x80) {
                // Each half of a pair accounts for two of its four bytes.
                bytes += c < 0x800 || Character.isSurrogate(c) ? 1 : 2;
            }
        }
        return bytes;
    }
}
