package io.vpclocal.flowlog.s3;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.Arrays;
import org.springframework.util.FileSystemUtils;

/** Buckets as directories. Every bucket exists, and an object is the file {@code <root>/<bucket>/<key>}. */
final class DirectoryObjectStore implements ObjectStore {

    private final Path root;

    private final boolean temporary;

    DirectoryObjectStore(Path root) {
        this(root, false);
    }

    private DirectoryObjectStore(Path root, boolean temporary) {
        this.root = root;
        this.temporary = temporary;
    }

    /** Buckets in a new directory that is deleted when the store is closed. */
    static DirectoryObjectStore temporary() throws IOException {
        return new DirectoryObjectStore(Files.createTempDirectory("vpclocal-s3-"), true);
    }

    @Override
    public void close() {
        if (!temporary) {
            return;
        }
        try {
            FileSystemUtils.deleteRecursively(root);
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot remove the temporary directory " + root, e);
        }
    }

    @Override
    public BucketState bucket(String bucket) {
        return BucketState.THERE;
    }

    @Override
    public void put(String bucket, String key, byte[] content, String contentType) {
        Path file = root.resolve(bucket).resolve(safe(key)).normalize();
        if (!file.startsWith(root.resolve(bucket))) {
            throw new IllegalArgumentException("The object key leads out of its bucket: " + key);
        }
        try {
            Files.createDirectories(file.getParent());
            // Readers see the old object or the new one, never a partial one.
            Path written = file.resolveSibling("." + file.getFileName() + ".part");
            write(written, content);
            Files.move(written, file, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException e) {
            throw new ObjectStoreException("Cannot write " + file, false, e);
        }
    }

    /** Forces the file to disk: after the delivery it is the only copy of the records. */
    private static void write(Path file, byte[] content) throws IOException {
        try (FileChannel channel = FileChannel.open(
                file, StandardOpenOption.CREATE, StandardOpenOption.WRITE, StandardOpenOption.TRUNCATE_EXISTING)) {
            ByteBuffer buffer = ByteBuffer.wrap(content);
            while (buffer.hasRemaining()) {
                channel.write(buffer);
            }
            channel.force(true);
        }
    }

    /** Replaces key parts that are special to file systems, and leaves out empty ones: they would begin at the root. */
    private static String safe(String key) {
        return String.join(
                "/",
                Arrays.stream(key.split("/"))
                        .filter(part -> !part.isEmpty())
                        .map(part -> part.equals("..") || part.equals(".") ? part.replace(".", "%2E") : part)
                        .toList());
    }

    @Override
    public String toString() {
        return root.toString();
    }
}
