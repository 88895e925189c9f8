package io.vpclocal.flowlog.capture;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Reads what a {@link Packer} wrote. */
final class Unpacker {

    private final List<String> texts = new ArrayList<>();
    private final byte[] bytes;
    private int at;

    Unpacker(byte[] bytes) {
        this.bytes = bytes;
    }

    long number() {
        long number = 0;
        int shift = 0;
        byte next = bytes[at++];
        while (next < 0) {
            number |= (next & 0x7FL) << shift;
            shift += 7;
            next = bytes[at++];
        }
        return number | (long) next << shift;
    }

    int integer() {
        return Math.toIntExact(number());
    }

    @Nullable
    String text() {
        int number = integer();
        if (number == 0) {
            return null;
        }
        if (number > texts.size()) {
            int size = integer();
            texts.add(new String(bytes, at, size, StandardCharsets.UTF_8));
            at += size;
        }
        return texts.get(number - 1);
    }

    String required() {
        String text = text();
        if (text == null) {
            throw new IllegalStateException("The packed traffic is damaged: a text is missing before byte " + at);
        }
        return text;
    }
}
