package io.vpclocal.packaged;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** An idle emulator ends by itself with exit code 0 (our design). */
class IdleEndIT {

    @Test
    void itEndsWhenNoRequestComes() throws Exception {
        String output = Shell.run(
                Path.of("").toAbsolutePath(),
                Map.of(),
                List.of(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-jar",
                        Installed.executableJar().toString(),
                        "--server.port=0",
                        "--vpclocal.idle-timeout=100ms"));
        assertThat(output).contains("Ready.", "The emulator stops.").doesNotContain("Exception");
    }
}
