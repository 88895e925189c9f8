package io.vpclocal.proxy.forward;

import io.vpclocal.identity.ChunkSignatures;
import io.vpclocal.protocol.AwsException;
import io.vpclocal.protocol.WireRequest;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The framing and verification of a request body of Amazon S3, from {@code x-amz-content-sha256}.
 *
 * @param stated the value of that header, which the signature covers
 */
record Payload(Kind kind, String stated) {

    /** The framings. */
    enum Kind {
        /** The hash of the whole body. */
        HASHED,
        /** The body is not verified. */
        UNSIGNED,
        /** Chunks, each signed. */
        SIGNED_CHUNKS,
        /** Signed chunks and signed trailing headers. */
        SIGNED_CHUNKS_TRAILER,
        /** Unsigned chunks and trailing headers with a checksum. */
        UNSIGNED_CHUNKS_TRAILER
    }

    private static final String UNSIGNED_PAYLOAD = "UNSIGNED-PAYLOAD";
    private static final Pattern SHA256 = Pattern.compile("[0-9a-fA-F]{64}");

    /** @throws AwsException if the header is invalid or requires a missing header */
    static Payload of(WireRequest head) {
        String header = head.header("x-amz-content-sha256");
        String stated = header == null ? UNSIGNED_PAYLOAD : header;
        return switch (stated) {
            case UNSIGNED_PAYLOAD -> new Payload(Kind.UNSIGNED, stated);
            case "STREAMING-AWS4-HMAC-SHA256-PAYLOAD" -> new Payload(Kind.SIGNED_CHUNKS, stated);
            case "STREAMING-AWS4-HMAC-SHA256-PAYLOAD-TRAILER" -> new Payload(Kind.SIGNED_CHUNKS_TRAILER, stated);
            case "STREAMING-UNSIGNED-PAYLOAD-TRAILER" -> new Payload(Kind.UNSIGNED_CHUNKS_TRAILER, stated);
            default -> {
                if (stated.startsWith("STREAMING-AWS4-ECDSA")) {
                    throw ProxyErrors.unsupportedPayload();
                }
                if (!SHA256.matcher(stated).matches()) {
                    throw ProxyErrors.invalidContentSha256();
                }
                yield new Payload(Kind.HASHED, stated);
            }
        };
    }

    boolean chunked() {
        return kind != Kind.HASHED && kind != Kind.UNSIGNED;
    }

    /**
     * Receives the whole body and verifies it before anything is sent.
     *
     * @param signatures of the sender's key; null for keys without verification
     * @return the trailing headers, which are sent to the upstream as ordinary ones
     */
    Map<String, String> receive(WireRequest head, InputStream in, Spool spool, @Nullable ChunkSignatures signatures)
            throws IOException {
        Map<String, String> trailers = chunked() ? chunks(head, in, spool, signatures) : plain(in, spool);
        spool.finish();
        return trailers;
    }

    private Map<String, String> plain(InputStream in, Spool spool) throws IOException {
        BodyChecksum digest = BodyChecksum.digest("SHA-256");
        byte[] buffer = new byte[64 * 1024];
        for (int count = in.read(buffer); count >= 0; count = in.read(buffer)) {
            if (kind == Kind.HASHED) {
                digest.update(buffer, 0, count);
            }
            spool.write(buffer, 0, count);
        }
        if (kind == Kind.HASHED && !HexFormat.of().formatHex(digest.value()).equalsIgnoreCase(stated)) {
            throw ProxyErrors.contentMismatch();
        }
        return Map.of();
    }

    private Map<String, String> chunks(
            WireRequest head, InputStream in, Spool spool, @Nullable ChunkSignatures signatures) throws IOException {
        long expected = decodedLength(head);
        Map<String, BodyChecksum> checksums = announced(head);
        boolean signed = kind != Kind.UNSIGNED_CHUNKS_TRAILER;
        AwsChunks chunks = new AwsChunks(new BufferedInputStream(in, 64 * 1024), signed, signatures);
        Map<String, String> trailers = chunks.decode(
                (bytes, offset, count) -> {
                    spool.write(bytes, offset, count);
                    checksums.values().forEach(checksum -> checksum.update(bytes, offset, count));
                },
                kind != Kind.SIGNED_CHUNKS);
        if (spool.length() != expected) {
            throw ProxyErrors.incompleteBody();
        }
        checksums.forEach((header, checksum) -> {
            String given = trailers.get(header);
            if (given == null) {
                throw ProxyErrors.malformedTrailer();
            }
            if (!given.equals(checksum.base64())) {
                throw ProxyErrors.badDigest(BodyChecksum.algorithm(header));
            }
        });
        return trailers;
    }

    private static long decodedLength(WireRequest head) {
        String length = Objects.requireNonNullElse(head.header("x-amz-decoded-content-length"), "");
        if (!length.matches("\\d{1,15}")) {
            throw ProxyErrors.missingContentLength();
        }
        return Long.parseLong(length);
    }

    /** The checksums that {@code x-amz-trailer} announces. */
    private static Map<String, BodyChecksum> announced(WireRequest head) {
        Map<String, BodyChecksum> checksums = new LinkedHashMap<>();
        for (String name :
                Objects.requireNonNullElse(head.header("x-amz-trailer"), "").split(",", -1)) {
            Optional<BodyChecksum> checksum = BodyChecksum.of(name.strip());
            checksum.ifPresent(known -> checksums.put(name.strip().toLowerCase(java.util.Locale.ROOT), known));
        }
        return checksums;
    }
}
