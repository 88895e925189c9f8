package io.vpclocal.database;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The end of a database file, as H2's header describes it after a clean stop. H2 opens a file that was cut as one whose last
 * writes were not finished, which is an older state. After {@code kill -9} the header has no mark of a clean stop.
 */
final class CleanEnd {

    private static final int BLOCK = 4096;
    private static final int LONGEST_CHUNK_HEADER = 1024;

    private static final Pattern STOPPED_CLEANLY =
            Pattern.compile("H:2,block:([0-9a-f]{1,12}),blockSize:1000,chunk:[0-9a-f]+,clean:1,[^\\n]*\\n");

    /** The length is in blocks. */
    private static final Pattern CHUNK = Pattern.compile("chunk:[0-9a-f]+,(?:[a-z]+:[0-9a-f]+,)*?len:([0-9a-f]{1,7}),");

    private CleanEnd() {}

    /** Whether a file is shorter than it was at the clean stop that its header tells of. */
    static boolean isMissing(Path file) throws IOException {
        try (RandomAccessFile content = new RandomAccessFile(file.toFile(), "r")) {
            byte[] head = new byte[BLOCK];
            byte[] copy = new byte[BLOCK];
            if (content.length() < 2 * BLOCK) {
                return false;
            }
            content.readFully(head);
            content.readFully(copy);
            Matcher header = STOPPED_CLEANLY.matcher(text(head));
            return header.lookingAt()
                    && Arrays.equals(head, copy)
                    && content.length() < end(content, Long.parseLong(header.group(1), 16) * BLOCK);
        }
    }

    /** The end of the last chunk; its beginning if its header cannot be read. */
    private static long end(RandomAccessFile content, long begin) throws IOException {
        long rest = content.length() - begin;
        if (rest <= 0) {
            return begin + 1;
        }
        byte[] head = new byte[(int) Math.min(rest, LONGEST_CHUNK_HEADER)];
        content.seek(begin);
        content.readFully(head);
        Matcher chunk = CHUNK.matcher(text(head));
        return chunk.lookingAt() ? begin + Long.parseLong(chunk.group(1), 16) * BLOCK : begin;
    }

    private static String text(byte[] bytes) {
        return new String(bytes, StandardCharsets.ISO_8859_1);
    }
}
