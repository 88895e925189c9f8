package io.vpclocal.logs.event;

/** Lengths in UTF-8, without encoding. */
final class Utf8 {

    /** The most bytes of a {@code char}. */
    static final int LONGEST = 3;

    private Utf8() {}

    /** A surrogate without its pair counts two bytes, although it is encoded as one question mark. */
    static int length(String text) {
        int bytes = text.length();
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c >= 0x80) {
                // Each half of a pair counts two of its four bytes.
                bytes += c < 0x800 || Character.isSurrogate(c) ? 1 : 2;
            }
        }
        return bytes;
    }
}
