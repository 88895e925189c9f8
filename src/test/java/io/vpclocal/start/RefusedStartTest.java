package io.vpclocal.start;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import io.vpclocal.testing.OwnEmulator;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.Arrays;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Settings with which there can be no emulator: the start fails with one sentence that names the setting. */
class RefusedStartTest {

    @TempDir
    private Path directory;

    @Test
    void anUnknownModeOfQuotas() {
        assertThat(sentence(Map.of("vpclocal.quotas", "bogus")))
                .isEqualTo("VPCLOCAL_QUOTAS (vpclocal.quotas) is 'bogus', but must be strict or raised.");
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

    /** H2 would begin a new database in it. */
    @Test
    void anEmptyDatabaseFile() throws Exception {
        Path file = Files.createFile(directory.resolve("vpclocal.mv.db"));
        assertThat(sentence(Map.of("vpclocal.data-dir", directory.toString())))
                .isEqualTo("The file " + file + " of VPCLOCAL_DATA_DIR (vpclocal.data-dir) is empty: its data is lost."
                        + " Delete it to start without data.");
    }

    /** H2 would open it with an older state. */
    @ParameterizedTest
    @ValueSource(ints = {1, 4095, 4096, 4097, 40_960, 200_000})
    void aFileThatWasCutAfterTheEmulatorStopped(int bytes) throws Exception {
        Map<String, String> settings = Map.of("vpclocal.data-dir", directory.toString());
        OwnEmulator.start(settings).close();
        OwnEmulator.start(settings).close();
        Path file = directory.resolve("vpclocal.mv.db");
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.WRITE)) {
            channel.truncate(channel.size() - bytes);
        }
        assertThat(sentence(settings))
                .isEqualTo("The file " + file + " of VPCLOCAL_DATA_DIR (vpclocal.data-dir) is shorter than when the"
                        + " emulator stopped: its last writes are lost. Restore a copy, or delete it to start without"
                        + " data.");
    }

    /** What {@code kill -9} leaves behind: copies of the file of a running emulator. */
    @Test
    void aFileThatWasNotClosedIsOpened() throws Exception {
        Path killed = Files.createDirectory(directory.resolve("killed"));
        Map<String, String> settings = Map.of("vpclocal.data-dir", directory.toString());
        for (int i = 0; i < 3; i++) {
            try (OwnEmulator running = OwnEmulator.start(settings)) {
                Files.copy(
                        directory.resolve("vpclocal.mv.db"),
                        killed.resolve("vpclocal.mv.db"),
                        StandardCopyOption.REPLACE_EXISTING);
                Files.copy(
                        directory.resolve("installation.key"),
                        killed.resolve("installation.key"),
                        StandardCopyOption.REPLACE_EXISTING);
            }
            OwnEmulator.start(Map.of("vpclocal.data-dir", killed.toString())).close();
        }
    }

    /** What a bad disk or another program leaves behind. */
    @ParameterizedTest
    @ValueSource(strings = {"cut in the first block", "zeroed", "text"})
    void aDamagedFileOfAnEarlierEmulator(String damage) throws Exception {
        Map<String, String> settings = Map.of("vpclocal.data-dir", directory.toString());
        OwnEmulator.start(settings).close();
        Path file = directory.resolve("vpclocal.mv.db");
        byte[] content = Files.readAllBytes(file);
        Files.write(
                file,
                switch (damage) {
                    case "cut in the first block" -> Arrays.copyOf(content, 4000);
                    case "zeroed" -> new byte[content.length];
                    default -> "text".repeat(100).getBytes(StandardCharsets.UTF_8);
                });
        assertThat(sentence(settings))
                .isEqualTo("The file " + file + " of VPCLOCAL_DATA_DIR (vpclocal.data-dir) is damaged or not a database"
                        + " of VPC Local.");
    }

    @Test
    void aDatabaseFileInUse() throws Exception {
        Map<String, String> settings = Map.of("vpclocal.data-dir", directory.toString());
        Path file = Files.writeString(directory.resolve("vpclocal.mv.db"), "content");
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
