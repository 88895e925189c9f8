package io.vpclocal.proxy.hosted;

import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.LongConsumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * An HTTP answer of a target: its head, and a stream of its body.
 *
 * @param headers name and value, in their order
 * @param headBytes the length of the head
 */
record TargetAnswer(InputStream in, String method, int status, List<String[]> headers, long headBytes) {

    private static final Pattern STATUS = Pattern.compile("HTTP/1\\.[01] (\\d{3})(?: .*)?");
    private static final Pattern LENGTH = Pattern.compile("\\d{1,18}");
    private static final Pattern CHUNK = Pattern.compile("([0-9a-fA-F]{1,15})\\s*(?:;.*)?");
    private static final Runnable NOTHING = () -> {};
    private static final int LONGEST_HEAD = 64 * 1024;
    private static final int BUFFER = 64 * 1024;
    private static final int NO_CONTENT = 204;
    private static final int NOT_MODIFIED = 304;

    /** @throws IOException if the target closes the connection early or sends invalid HTTP */
    static TargetAnswer read(InputStream in, String method) throws IOException {
        String first = line(in, LONGEST_HEAD);
        Matcher status = STATUS.matcher(first);
        if (!status.matches()) {
            throw new IOException("The target did not answer in HTTP/1.1");
        }
        long bytes = first.length() + 2L;
        List<String[]> headers = new ArrayList<>();
        for (String line = line(in, LONGEST_HEAD); !line.isEmpty(); line = line(in, LONGEST_HEAD)) {
            bytes += line.length() + 2;
            int colon = line.indexOf(':');
            if (colon < 1 || bytes > LONGEST_HEAD) {
                throw new IOException("The head of the target's answer is malformed");
            }
            headers.add(new String[] {
                line.substring(0, colon), line.substring(colon + 1).strip()
            });
        }
        return new TargetAnswer(in, method, Integer.parseInt(status.group(1)), List.copyOf(headers), bytes + 2);
    }

    boolean interim() {
        return status / 100 == 1;
    }

    private boolean chunked() {
        return headers.stream()
                .anyMatch(header -> header[0].equalsIgnoreCase("transfer-encoding")
                        && header[1].strip().toLowerCase(Locale.ROOT).endsWith("chunked"));
    }

    private boolean bodiless() {
        return method.equals("HEAD") || status == NO_CONTENT || status == NOT_MODIFIED;
    }

    /**
     * Forwards the body while it arrives.
     *
     * @param beforeEnd receives the number of bytes before the client can see the end
     * @throws IOException if either side closes early
     */
    void body(OutputStream to, LongConsumer beforeEnd) throws IOException {
        if (bodiless()) {
            beforeEnd.accept(0);
            return;
        }
        if (chunked()) {
            beforeEnd.accept(chunks(to));
            return;
        }
        for (String[] header : headers) {
            if (header[0].equalsIgnoreCase("content-length")) {
                if (!LENGTH.matcher(header[1]).matches()) {
                    throw new IOException("The length of the target's answer is not a number");
                }
                long length = Long.parseLong(header[1]);
                pass(to, length, () -> beforeEnd.accept(length));
                return;
            }
        }
        beforeEnd.accept(pass(to, Long.MAX_VALUE, NOTHING));
    }

    private long chunks(OutputStream to) throws IOException {
        long total = 0;
        while (true) {
            Matcher size = CHUNK.matcher(line(in, BUFFER));
            if (!size.matches()) {
                throw new IOException("A chunk of the target's answer has no size");
            }
            long length = Long.parseLong(size.group(1), 16);
            if (length == 0) {
                while (!line(in, LONGEST_HEAD).isEmpty()) {
                    // Trailing headers are not forwarded.
                    continue;
                }
                return total;
            }
            total += pass(to, length, NOTHING);
            if (!line(in, 2).isEmpty()) {
                throw new IOException("A chunk of the target's answer is longer than its size");
            }
        }
    }

    /** @param length {@link Long#MAX_VALUE} to the end of the connection */
    private long pass(OutputStream to, long length, Runnable beforeLast) throws IOException {
        byte[] buffer = new byte[BUFFER];
        long left = length;
        if (left == 0) {
            beforeLast.run();
        }
        while (left > 0) {
            int count = in.read(buffer, 0, (int) Math.min(left, BUFFER));
            if (count < 0) {
                if (length == Long.MAX_VALUE) {
                    break;
                }
                throw new EOFException("The target ended its answer too early");
            }
            if (count == left) {
                beforeLast.run();
            }
            to.write(buffer, 0, count);
            if (in.available() == 0) {
                to.flush();
            }
            left -= count;
        }
        return length - left;
    }

    private static String line(InputStream in, int longest) throws IOException {
        ByteArrayOutputStream line = new ByteArrayOutputStream();
        for (int next = in.read(); next != '\n'; next = in.read()) {
            if (next < 0) {
                throw new EOFException("The target closed the connection");
            }
            if (line.size() > longest) {
                throw new IOException("A line of the target's answer is too long");
            }
            line.write(next);
        }
        String text = line.toString(StandardCharsets.ISO_8859_1);
        return text.endsWith("\r") ? text.substring(0, text.length() - 1) : text;
    }
}
