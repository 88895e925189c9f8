package io.vpclocal.protocol.codec;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/**
 * An XML document as UTF-8 bytes. Tags are already encoded. Text is escaped while it is encoded. A character that XML
 * does not allow becomes U+FFFD, so that every document can be parsed.
 */
final class XmlOutput {

    private static final int REPLACEMENT = 0xFFFD;
    private static final byte[] AMP = ascii("&amp;");
    private static final byte[] LT = ascii("&lt;");
    private static final byte[] GT = ascii("&gt;");
    private static final byte[] CR = ascii("&#xd;");

    private byte[] bytes = new byte[2048];
    private int size;

    static byte[] ascii(String text) {
        return text.getBytes(StandardCharsets.US_ASCII);
    }

    void raw(byte[] encoded) {
        reserve(encoded.length);
        System.arraycopy(encoded, 0, bytes, size, encoded.length);
        size += encoded.length;
    }

    void text(String text) {
        // A char takes at most three bytes; a surrogate pair takes four.
        reserve(3 * text.length());
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c >= 0x80) {
                i += wide(text, i);
            } else if (c > '>' || (c >= ' ' && c != '&' && c != '<' && c != '>') || c == '\n' || c == '\t') {
                bytes[size++] = (byte) c;
            } else {
                escaped(c, text.length() - i);
            }
        }
    }

    byte[] toBytes() {
        return Arrays.copyOf(bytes, size);
    }

    /** @param left how many characters remain, including this one */
    private void escaped(char c, int left) {
        switch (c) {
            case '&' -> raw(AMP);
            case '<' -> raw(LT);
            case '>' -> raw(GT);
            case '\r' -> raw(CR);
            default -> put(REPLACEMENT);
        }
        reserve(3 * left);
    }

    /** @return how many additional characters were read */
    private int wide(String text, int at) {
        int codePoint = text.codePointAt(at);
        boolean alone = codePoint >= Character.MIN_SURROGATE && codePoint <= Character.MAX_SURROGATE;
        put(alone || codePoint == 0xFFFE || codePoint == 0xFFFF ? REPLACEMENT : codePoint);
        return Character.charCount(codePoint) - 1;
    }

    private void put(int codePoint) {
        if (codePoint < 0x800) {
            bytes[size++] = (byte) (0xC0 | (codePoint >> 6));
        } else {
            if (codePoint < 0x10000) {
                bytes[size++] = (byte) (0xE0 | (codePoint >> 12));
            } else {
                bytes[size++] = (byte) (0xF0 | (codePoint >> 18));
                bytes[size++] = (byte) (0x80 | ((codePoint >> 12) & 0x3F));
            }
            bytes[size++] = (byte) (0x80 | ((codePoint >> 6) & 0x3F));
        }
        bytes[size++] = (byte) (0x80 | (codePoint & 0x3F));
    }

    private void reserve(int more) {
        if (more > bytes.length - size) {
            bytes = Arrays.copyOf(bytes, Math.max(2 * bytes.length, size + more));
        }
    }
}
