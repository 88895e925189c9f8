package io.vpclocal.packaged;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Builds the example project with Maven, using the artifacts of this build. */
class ExampleProjectIT {

    private static final Path EXAMPLE = Path.of("examples", "junit");
    private static final Pattern BLOCK = Pattern.compile("```java\\n(import .*?)```", Pattern.DOTALL);

    @Test
    void theExampleProjectPassesWithItsOwnLog(@TempDir Path project, @TempDir Path cache) throws Exception {
        String maven = System.getProperty("maven.home", "");
        String repository = System.getProperty("maven.localRepository", "");
        assumeTrue(!maven.isEmpty() && !repository.isEmpty(), "runs in a Maven build");
        copy(EXAMPLE.resolve("pom.xml"), project);
        copy(EXAMPLE.resolve("src"), project);
        List<String> command = new ArrayList<>(List.of(maven + "/bin/mvn", "-B", "-ntp"));
        // The test leaves no files in the user's cache directory and no running emulator.
        Map<String, String> environment = new HashMap<>(Map.of(
                "XDG_CACHE_HOME", cache.toString(), "VPCLOCAL_TESTKIT_REUSE", "false", "VPCLOCAL_ARCHIVE", "off"));
        if (System.getProperty("maven.mode", "").equals("offline=true")) {
            command.add("-o");
            // Testcontainers cannot pull its helper images, even with an engine.
            environment.put("TESTCONTAINERS_RYUK_DISABLED", "true");
            environment.put("TESTCONTAINERS_HOST_OVERRIDE", "localhost");
        }
        command.add("-Dmaven.repo.local=" + Installed.repository(Path.of(repository)));
        command.add("-Dvpc-local.version=" + Installed.version());
        command.add("test");

        String output = Shell.run(project, environment, command);

        assertThat(output).contains("Tests run: 4, Failures: 0, Errors: 0");
        assertThat(output.lines().filter(line -> line.startsWith("ContainerTest is skipped")))
                .hasSizeLessThanOrEqualTo(1);
        // The emulator next to the application writes nothing to this log.
        assertThat(output).doesNotContain("Ready.", "org.apache.c", "org.hibernate", "org.flywaydb");
    }

    @Test
    void theReadmeShowsATestOfTheExampleProject() throws IOException {
        Matcher block = BLOCK.matcher(Files.readString(Path.of("README.md")));
        assertThat(block.find()).as("the README shows a test").isTrue();
        assertThat(Files.readString(EXAMPLE.resolve("src/test/java/com/example/shop/NetworkTest.java")))
                .endsWith(block.group(1));
    }

    private static void copy(Path from, Path project) throws IOException {
        try (Stream<Path> files = Files.walk(from)) {
            for (Path file : files.toList()) {
                Path to = project.resolve(EXAMPLE.relativize(file).toString());
                if (Files.isDirectory(file)) {
                    Files.createDirectories(to);
                } else {
                    Files.copy(file, to);
                }
            }
        }
    }
}
