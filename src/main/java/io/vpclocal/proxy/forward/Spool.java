package io.vpclocal.proxy.forward;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/**
 * A request body that is received completely before it is used. Small ones stay in memory, others are in a temporary
 * file until this is closed. One thread writes, then any thread can read.
 */
final class Spool extends OutputStream implements Closeable {

    private static final int IN_MEMORY = 256 * 1024;

    private final long limit;
    private final ByteArrayOutputStream memory = new ByteArrayOutputStream();
    private @Nullable Path file;
    private @Nullable OutputStream out;
    private long length;

    /** @param limit the most bytes; more are refused with {@code EntityTooLarge} */
    Spool(long limit) {
        this.limit = limit;
    }

    @Override
    public void write(int b) throws IOException {
        write(new byte[] {(byte) b}, 0, 1);
    }

    @Override
    public void write(byte[] bytes, int offset, int count) throws IOException {
        length += count;
        if (length > limit) {
            throw ProxyErrors.tooLarge(limit);
        }
        if (out == null && length > IN_MEMORY) {
            file = Files.createTempFile("vpclocal-body-", ".part");
            out = Files.newOutputStream(file);
            memory.writeTo(out);
            memory.reset();
        }
        if (out == null) {
            memory.write(bytes, offset, count);
        } else {
            out.write(bytes, offset, count);
        }
    }

    /** Ends the writing. */
    void finish() throws IOException {
        if (out != null) {
            out.close();
        }
    }

    long length() {
        return length;
    }

    /** The whole body. The reader closes the stream. */
    InputStream open() throws IOException {
        return file == null ? new ByteArrayInputStream(memory.toByteArray()) : Files.newInputStream(file);
    }

    byte[] bytes() throws IOException {
        try (InputStream all = open()) {
            return all.readAllBytes();
        }
    }

    @Override
    public void close() throws IOException {
        finish();
        if (file != null) {
            Files.deleteIfExists(file);
        }
    }
}
