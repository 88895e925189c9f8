package io.vpclocal.control.init;

import static org.assertj.core.api.Assertions.assertThat;

import io.vpclocal.testing.OwnEmulator;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

class InitScriptsTest {

    @TempDir
    private Path directory;

    @Test
    void scriptsRunInOrderWithTheEmulatorAsEndpoint() throws Exception {
        write("01-env.sh", "echo \"$AWS_ENDPOINT_URL $AWS_ACCESS_KEY_ID $AWS_REGION\" > env.txt");
        write("02-broken.sh", "echo trouble >&2\nexit 3");
        write("03-after.sh", "test -f env.txt && echo after > after.txt");
        write("notes.txt", "not a script");
        Files.createDirectory(directory.resolve("data"));
        write("data/input.csv", "1");
        try (OwnEmulator emulator = OwnEmulator.start(Map.of("vpclocal.init.directory", directory.toString()))) {
            JsonNode scripts = whenCompleted(emulator);
            assertThat(scripts).hasSize(3);
            assertThat(scripts.path(0).path("name").asString()).isEqualTo("01-env.sh");
            assertThat(scripts.path(0).path("state").asString()).isEqualTo("succeeded");
            assertThat(scripts.path(1).path("state").asString()).isEqualTo("failed");
            assertThat(scripts.path(1).path("detail").asString()).endsWith("ended with 3");
            assertThat(scripts.path(2).path("state").asString()).isEqualTo("succeeded");
            assertThat(directory.resolve("env.txt")).hasContent(emulator.aws().endpoint() + " test us-east-1");
        }
        assertThat(directory.resolve("after.txt")).hasContent("after");
    }

    @Test
    void terraformRunsOnADirectory_orIsSkippedIfNotInstalled() throws Exception {
        Files.createDirectory(directory.resolve("10-network"));
        write("10-network/main.tf", "output \"x\" {\n  value = 1\n}\n");
        write("20-more.tf", "output \"y\" {\n  value = nothing.there\n}\n");
        Path data = directory.resolve("data-dir");
        Map<String, String> settings =
                Map.of("vpclocal.init.directory", directory.toString(), "vpclocal.data-dir", data.toString());
        try (OwnEmulator emulator = OwnEmulator.start(settings)) {
            JsonNode scripts = whenCompleted(emulator);
            assertThat(scripts).hasSize(2);
            assertThat(scripts.path(0).path("kind").asString()).isEqualTo("terraform");
            boolean terraform = ScriptRunner.installed("terraform");
            assertThat(scripts.path(0).path("state").asString()).isEqualTo(terraform ? "succeeded" : "skipped");
            assertThat(scripts.path(1).path("state").asString()).isEqualTo(terraform ? "failed" : "skipped");
            assertThat(data.resolve("init/10-network/terraform.tfstate")
                            .toFile()
                            .exists())
                    .isEqualTo(terraform);
        }
    }

    private void write(String name, String text) throws IOException {
        Files.writeString(directory.resolve(name), text);
    }

    private static JsonNode whenCompleted(OwnEmulator emulator) throws Exception {
        JsonNode state = emulator.control().get("/_vpclocal/init").json();
        while (!state.path("completed").asBoolean()) {
            Thread.onSpinWait();
            state = emulator.control().get("/_vpclocal/init").json();
        }
        return state.path("scripts");
    }
}
