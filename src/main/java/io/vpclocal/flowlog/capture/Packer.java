package io.vpclocal.flowlog.capture;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Packs numbers and texts into bytes. A repeated text is written as its number. */
final class Packer {

    private final Map<String, Integer> texts = new HashMap<>();
    private byte[] bytes;
    private int length;

    Packer(int expected) {
        this.bytes = new byte[expected];
    }

    /** Writes a number of at least zero: seven bits per byte, lowest first. */
    void number(long number) {
        if (number < 0) {
            throw new IllegalArgumentException("Cannot pack a negative number: " + number);
        }
        ensure(10);
        long rest = number;
        while (rest >= 0x80) {
            bytes[length++] = (byte) (rest | 0x80);
            rest >>>= 7;
        }
        bytes[length++] = (byte) rest;
    }

    /** Writes 0 for null, n for the n-th known text, or the next free number followed by a new text. */
    void text(@Nullable String text) {
        if (text == null) {
            number(0);
            return;
        }
        Integer known = texts.putIfAbsent(text, texts.size() + 1);
        if (known != null) {
            number(known);
            return;
        }
        number(texts.size());
        byte[] encoded = text.getBytes(StandardCharsets.UTF_8);
        number(encoded.length);
        ensure(encoded.length);
        System.arraycopy(encoded, 0, bytes, length, encoded.length);
        length += encoded.length;
    }

    byte[] toBytes() {
        return Arrays.copyOf(bytes, length);
    }

    private void ensure(int more) {
        if (length + more > bytes.length) {
            bytes = Arrays.copyOf(bytes, Math.max(bytes.length * 2, length + more));
        }
    }
}
