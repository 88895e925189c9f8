package io.vpclocal.proxy.forward;

import io.vpclocal.identity.ChunkSignatures;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Decodes {@code aws-chunked} bodies: {@code SIZE[;chunk-signature=HEX]}, the bytes, and so on; at the end trailing
 * headers (AWS documentation, Amazon S3 API Reference, "Signature Version 4 signed payloads and chunked upload"). Any
 * deviation is refused.
 */
final class AwsChunks {

    private static final int LONGEST_LINE = 4096;
    private static final int MOST_TRAILERS = 20;
    private static final int SMALLEST_CHUNK = 8192;
    private static final Pattern SIZE = Pattern.compile("([0-9a-fA-F]{1,15})(?:;chunk-signature=([0-9a-f]{64}))?");
    private static final Pattern TRAILER = Pattern.compile("([A-Za-z0-9-]{1,128}):[ \\t]*(.*?)[ \\t]*");
    private static final String TRAILER_SIGNATURE = "x-amz-trailer-signature";

    private final InputStream in;
    private final boolean signed;
    private final @Nullable ChunkSignatures signatures;
    private final byte[] buffer = new byte[64 * 1024];

    /**
     * @param signed whether each chunk must carry a signature
     * @param signatures verifies them; null for keys without verification
     */
    AwsChunks(InputStream in, boolean signed, @Nullable ChunkSignatures signatures) {
        this.in = in;
        this.signed = signed;
        this.signatures = signatures;
    }

    /** Receives the decoded bytes. */
    interface Sink {
        void accept(byte[] bytes, int offset, int count) throws IOException;
    }

    /** Reads to the end and returns the trailing headers by lower-case name. */
    Map<String, String> decode(Sink sink, boolean trailers) throws IOException {
        boolean small = false;
        while (true) {
            Matcher line = SIZE.matcher(line());
            if (!line.matches() || signed != (line.group(2) != null)) {
                throw ProxyErrors.incompleteBody();
            }
            long size = Long.parseLong(line.group(1), 16);
            if (signed && small && size > 0) {
                throw ProxyErrors.smallChunk();
            }
            small = size < SMALLEST_CHUNK;
            verify(copy(size, sink), line.group(2));
            if (size == 0) {
                return trailers ? trailers() : end();
            }
            if (!line().isEmpty()) {
                throw ProxyErrors.incompleteBody();
            }
        }
    }

    private Map<String, String> end() throws IOException {
        if (!line().isEmpty() || in.read() >= 0) {
            throw ProxyErrors.incompleteBody();
        }
        return Map.of();
    }

    private String copy(long size, Sink sink) throws IOException {
        BodyChecksum digest = BodyChecksum.digest("SHA-256");
        long left = size;
        while (left > 0) {
            int count = in.read(buffer, 0, (int) Math.min(left, buffer.length));
            if (count < 0) {
                throw ProxyErrors.incompleteBody();
            }
            if (signatures != null && signed) {
                digest.update(buffer, 0, count);
            }
            sink.accept(buffer, 0, count);
            left -= count;
        }
        return HexFormat.of().formatHex(digest.value());
    }

    private void verify(String sha256, @Nullable String signature) {
        if (signatures != null && signature != null && !signatures.chunk(sha256, signature)) {
            throw ProxyErrors.chunkSignature();
        }
    }

    private Map<String, String> trailers() throws IOException {
        Map<String, String> trailers = new LinkedHashMap<>();
        StringBuilder covered = new StringBuilder();
        String signature = null;
        // The last line may be empty or missing.
        for (String line = line(true); !line.isEmpty(); line = line(true)) {
            Matcher trailer = TRAILER.matcher(line);
            if (!trailer.matches() || signature != null || trailers.size() == MOST_TRAILERS) {
                throw ProxyErrors.malformedTrailer();
            }
            String name = trailer.group(1).toLowerCase(Locale.ROOT);
            if (name.equals(TRAILER_SIGNATURE)) {
                signature = trailer.group(2);
            } else if (trailers.put(name, trailer.group(2)) == null) {
                covered.append(name).append(':').append(trailer.group(2)).append('\n');
            } else {
                throw ProxyErrors.malformedTrailer();
            }
        }
        if (in.read() >= 0) {
            throw ProxyErrors.malformedTrailer();
        }
        verifyTrailer(covered.toString(), signature);
        return trailers;
    }

    private void verifyTrailer(String covered, @Nullable String signature) {
        if (!signed || signatures == null) {
            return;
        }
        BodyChecksum digest = BodyChecksum.digest("SHA-256");
        byte[] bytes = covered.getBytes(StandardCharsets.UTF_8);
        digest.update(bytes, 0, bytes.length);
        if (signature == null || !signatures.trailer(HexFormat.of().formatHex(digest.value()), signature)) {
            throw ProxyErrors.chunkSignature();
        }
    }

    private String line() throws IOException {
        return line(false);
    }

    /** A line without its CR LF. The end of the body, and for some clients an LF after a trailer, ends a line too. */
    private String line(boolean trailer) throws IOException {
        StringBuilder line = new StringBuilder();
        for (int b = in.read(); b >= 0; b = in.read()) {
            if (b == '\r') {
                if (in.read() != '\n') {
                    throw ProxyErrors.incompleteBody();
                }
                return line.toString();
            }
            if (b == '\n' && trailer && line.length() > 0) {
                return line.toString();
            }
            if (b == '\n' || line.length() == LONGEST_LINE) {
                throw ProxyErrors.incompleteBody();
            }
            line.append((char) b);
        }
        return line.toString();
    }
}
