package io.vpclocal.flowlog.s3;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DirectoryObjectStoreTest {

    @TempDir
    private Path root;

    @Test
    void objectIsAFile_replacedAtomically() throws IOException {
        DirectoryObjectStore store = new DirectoryObjectStore(root);
        store.put("bucket", "a/b/c.gz", new byte[] {1, 2}, "application/gzip");
        store.put("bucket", "a/b/c.gz", new byte[] {3}, "application/gzip");
        assertThat(Files.readAllBytes(root.resolve("bucket/a/b/c.gz"))).containsExactly(3);
        assertThat(files()).containsExactly("bucket/a/b/c.gz");
    }

    @Test
    void aKeyCannotLeaveItsBucket() throws IOException {
        DirectoryObjectStore store = new DirectoryObjectStore(root.resolve("s3"));
        store.put("bucket", "../../../out/./x", new byte[] {1}, "text/plain");
        assertThat(files()).singleElement().asString().startsWith("s3/bucket/");
    }

    @Test
    void onlyATemporaryDirectoryIsRemoved() throws IOException {
        DirectoryObjectStore temporary = DirectoryObjectStore.temporary();
        temporary.put("bucket", "a/b", new byte[] {1}, "text/plain");
        Path made = Path.of(temporary.toString());
        assertThat(made.resolve("bucket/a/b")).exists();
        temporary.close();
        assertThat(made).doesNotExist();
        DirectoryObjectStore kept = new DirectoryObjectStore(root);
        kept.put("bucket", "a", new byte[] {1}, "text/plain");
        kept.close();
        assertThat(files()).containsExactly("bucket/a");
    }

    private List<String> files() throws IOException {
        try (Stream<Path> found = Files.walk(root)) {
            return found.filter(Files::isRegularFile)
                    .map(file -> root.relativize(file).toString())
                    .toList();
        }
    }
}
