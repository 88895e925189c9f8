package io.vpclocal.packaged;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Tests the program that writes the class archive. Its emulator is emptied at the end. */
class ClassArchiveIT {

    @TempDir
    private Path directory;

    @Test
    void userSettingsDoNotReachTheArchivedEmulator() throws Exception {
        Path home = unpacked();
        Path users = Files.createDirectory(directory.resolve("users"));
        Path file = Files.writeString(directory.resolve("settings.yml"), "vpclocal.data-dir: " + users.resolve("file"));
        Map<String, String> environment = new HashMap<>();
        environment.put("VPCLOCAL_DATA_DIR", users.resolve("data").toString());
        environment.put("VPCLOCAL_DATABASE_URL", "jdbc:h2:file:" + users.resolve("database"));
        environment.put("SPRING_APPLICATION_JSON", "{\"vpclocal.data-dir\": \"" + users.resolve("json") + "\"}");
        environment.put("SPRING_CONFIG_ADDITIONAL_LOCATION", file.toUri().toString());
        environment.put("JDK_JAVA_OPTIONS", "-Dvpclocal.data-dir=" + users.resolve("options"));
        environment.put("JAVA_TOOL_OPTIONS", "-Dvpclocal.data-dir=" + users.resolve("tool-options"));
        environment.put("LOGGING_FILE_NAME", users.resolve("log").toString());
        // The program's calls would be refused with this setting.
        environment.put("SERVER_SERVLET_CONTEXT_PATH", "/somewhere");
        environment.put("VPCLOCAL_CONTROL_ENABLED", "false");

        Shell.run(
                directory,
                environment,
                List.of(java(), "-cp", home.resolve("vpc-local.jar").toString(), "io.vpclocal.start.ClassArchive"));

        assertThat(list(home)).anyMatch(name -> name.matches("classes-.*\\.options"));
        assertThat(list(users)).isEmpty();
    }

    private Path unpacked() throws Exception {
        Path home = directory.resolve("home");
        Path jar = Installed.executableJar().toAbsolutePath();
        Shell.run(
                directory,
                Map.of(),
                List.of(
                        java(),
                        "-Djarmode=tools",
                        "-jar",
                        jar.toString(),
                        "extract",
                        "--destination",
                        home.toString()));
        Files.move(home.resolve(jar.getFileName()), home.resolve("vpc-local.jar"));
        return home;
    }

    private static List<String> list(Path directory) throws IOException {
        try (Stream<Path> files = Files.list(directory)) {
            return files.map(file -> file.getFileName().toString()).toList();
        }
    }

    private static String java() {
        return Path.of(System.getProperty("java.home", ""), "bin", "java").toString();
    }
}
