package io.vpclocal.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Which unpacked versions a new one removes; our design. */
class UnusedVersionsTest {

    private static final Instant NOW = Instant.parse("2026-06-01T00:00:00Z");

    @TempDir
    private Path cache;

    @Test
    void versionsUnusedFor90DaysAreDeleted() throws IOException {
        Path old = version("0123456789abcdef", 91);
        Path recent = version("fedcba9876543210", 89);
        Path foreign = version("somebody-elses-0", 400);
        UnpackedEmulator.removeUnused(cache, NOW);
        assertThat(old).doesNotExist();
        assertThat(recent.resolve("lib/a.jar")).exists();
        assertThat(foreign.resolve("lib/a.jar")).exists();
    }

    private Path version(String name, int daysAgo) throws IOException {
        Path home = cache.resolve(name);
        Files.createDirectories(home.resolve("lib"));
        Files.createFile(home.resolve("lib/a.jar"));
        Files.setLastModifiedTime(home, FileTime.from(NOW.minus(Duration.ofDays(daysAgo))));
        return home;
    }
}
