package io.vpclocal.proxy.forward;

import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.Locale;
import java.util.Optional;
import java.util.zip.CRC32;
import java.util.zip.CRC32C;
import java.util.zip.Checksum;

/** A checksum of Amazon S3 ({@code x-amz-checksum-…}), computed while the body is read. */
abstract class BodyChecksum {

    private static final String PREFIX = "x-amz-checksum-";

    /** Empty if it is not a checksum header. */
    static Optional<BodyChecksum> of(String header) {
        return switch (header.toLowerCase(Locale.ROOT)) {
            case PREFIX + "crc32" -> Optional.of(cyclic(new CRC32(), Integer.BYTES));
            case PREFIX + "crc32c" -> Optional.of(cyclic(new CRC32C(), Integer.BYTES));
            case PREFIX + "crc64nvme" -> Optional.of(cyclic(new Crc64Nvme(), Long.BYTES));
            case PREFIX + "sha1" -> Optional.of(digest("SHA-1"));
            case PREFIX + "sha256" -> Optional.of(digest("SHA-256"));
            default -> Optional.empty();
        };
    }

    /** The name of the algorithm in errors. */
    static String algorithm(String header) {
        return header.substring(PREFIX.length()).toUpperCase(Locale.ROOT);
    }

    abstract void update(byte[] bytes, int offset, int count);

    abstract byte[] value();

    final String base64() {
        return Base64.getEncoder().encodeToString(value());
    }

    private static BodyChecksum cyclic(Checksum checksum, int size) {
        return new BodyChecksum() {
            @Override
            void update(byte[] bytes, int offset, int count) {
                checksum.update(bytes, offset, count);
            }

            @Override
            byte[] value() {
                ByteBuffer value = ByteBuffer.allocate(size);
                return size == Long.BYTES
                        ? value.putLong(checksum.getValue()).array()
                        : value.putInt((int) checksum.getValue()).array();
            }
        };
    }

    static BodyChecksum digest(String algorithm) {
        try {
            MessageDigest digest = MessageDigest.getInstance(algorithm);
            return new BodyChecksum() {
                @Override
                void update(byte[] bytes, int offset, int count) {
                    digest.update(bytes, offset, count);
                }

                @Override
                byte[] value() {
                    return digest.digest();
                }
            };
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java platform has " + algorithm, e);
        }
    }
}
