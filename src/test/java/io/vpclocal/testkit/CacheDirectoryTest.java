package io.vpclocal.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Isolated;

/** The directory of unpacked emulators; our design. */
@Isolated("reads what is printed")
class CacheDirectoryTest {

    @TempDir
    private Path directory;

    @Test
    void itIsBelowTheUsersCacheDirectory() throws IOException {
        Path temporary = Files.createDirectory(directory.resolve("tmp"));
        assertThat(CacheDirectory.find(Map.of(), directory, temporary))
                .isEqualTo(directory.resolve(".cache/vpc-local"));
        String other = directory.resolve("other").toString();
        assertThat(CacheDirectory.find(Map.of("XDG_CACHE_HOME", other), directory, temporary))
                .isEqualTo(directory.resolve("other/vpc-local"));
        assertThat(temporary).isEmptyDirectory();
    }

    @Test
    void aReadOnlyDirectoryIsReplacedWithOneWarning() throws IOException {
        Path temporary = Files.createDirectory(directory.resolve("tmp"));
        Path file = Files.createFile(directory.resolve("file"));
        PrintStream before = System.err;
        ByteArrayOutputStream printed = new ByteArrayOutputStream();
        System.setErr(new PrintStream(printed, true, StandardCharsets.UTF_8));
        try {
            Map<String, String> environment = Map.of("XDG_CACHE_HOME", file.toString());
            Path first = CacheDirectory.find(environment, directory, temporary);
            assertThat(first).hasParentRaw(temporary).isWritable();
            assertThat(CacheDirectory.find(environment, directory, temporary)).isEqualTo(first);
        } finally {
            System.setErr(before);
        }
        assertThat(printed.toString(StandardCharsets.UTF_8).lines())
                .singleElement()
                .asString()
                .startsWith("VPC Local cannot write to its cache directory " + file.resolve("vpc-local"));
    }

    /** Java's user.home is "?" for a user without a home directory. */
    @Test
    void anUnknownHomeIsNotCreated() throws IOException {
        Path temporary = Files.createDirectory(directory.resolve("tmp"));
        assertThat(CacheDirectory.find(Map.of(), Path.of("?"), temporary)).hasParentRaw(temporary);
        assertThat(Path.of("?")).doesNotExist();
    }
}
