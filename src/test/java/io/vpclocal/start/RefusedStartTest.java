package io.vpclocal.start;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import io.vpclocal.testing.OwnEmulator;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** Settings with which there can be no emulator: the start fails with one sentence that names the setting. */
class RefusedStartTest {

    @TempDir
    private Path directory;

    @Test
    void anUnknownModeOfQuotas() {
        assertThat(sentence(Map.of("vpclocal.quotas", "bogus")))
                .isEqualTo("VPCLOCAL_QUOTAS (vpclocal.quotas) is 'bogus'. Use strict or raised.");
    }

    @Test
    void aFileInPlaceOfTheDataDirectory() throws Exception {
        Path file = Files.createFile(directory.resolve("file"));
        assertThat(sentence(Map.of("vpclocal.data-dir", file.toString())))
                .startsWith(
                        "VPCLOCAL_DATA_DIR (vpclocal.data-dir) is '" + file + "', but files cannot be written there");
    }

    /** Not even root can write there. */
    @Test
    @EnabledOnOs(OS.LINUX)
    void aDirectoryThatIsNotWritable() {
        assertThat(sentence(Map.of("vpclocal.data-dir", "/proc")))
                .startsWith("VPCLOCAL_DATA_DIR (vpclocal.data-dir) is '/proc', but files cannot be written there");
    }

    @Test
    void aDatabaseFileThatCannotBeWritten() throws Exception {
        Files.createDirectory(directory.resolve("vpclocal.mv.db"));
        assertThat(sentence(Map.of("vpclocal.data-dir", directory.toString())))
                .endsWith("', but its file vpclocal.mv.db cannot be written.");
    }

    @Test
    void aDamagedDatabaseFile() throws Exception {
        Path file = Files.writeString(directory.resolve("vpclocal.mv.db"), "nonsense".repeat(2000));
        assertThat(sentence(Map.of("vpclocal.data-dir", directory.toString())))
                .isEqualTo("The file " + file + " of VPCLOCAL_DATA_DIR (vpclocal.data-dir) is damaged or not a database"
                        + " of VPC Local.");
    }

    @Test
    void aDatabaseFileInUse() throws Exception {
        Map<String, String> settings = Map.of("vpclocal.data-dir", directory.toString());
        Path file = Files.createFile(directory.resolve("vpclocal.mv.db"));
        try (var channel = FileChannel.open(file, StandardOpenOption.WRITE);
                var lock = channel.lock()) {
            assertThat(lock.isValid()).isTrue();
            assertThat(sentence(settings))
                    .isEqualTo("The file " + file + " of VPCLOCAL_DATA_DIR (vpclocal.data-dir) is in use by another"
                            + " process.");
        }
    }

    private static String sentence(Map<String, String> settings) {
        Throwable failure = catchThrowable(() -> OwnEmulator.start(settings).close());
        assertThat(failure).isNotNull();
        return FailedStart.sentence(failure).orElseThrow(() -> new AssertionError("No sentence", failure));
    }
}
