package io.vpclocal.packaged;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Tests which Maven command runs which check, with this build's POM and a project of two classes. */
class BuildChecksIT {

    private static final Path MAIN = Path.of("src", "main", "java", "sample", "Sample.java");
    private static final Path TEST = Path.of("src", "test", "java", "sample", "SampleTest.java");
    private static final String IMPORTS =
            "import java.util.List;\nimport java.util.Objects;\nimport org.jspecify.annotations.NullMarked;\n";
    private static final String OTHER_ORDER =
            "import org.jspecify.annotations.NullMarked;\nimport java.util.Objects;\nimport java.util.List;\n";

    @TempDir
    Path project;

    @BeforeEach
    void validProject() throws IOException {
        copy(Path.of("pom.xml"));
        copy(Path.of(".mvn", "jvm.config"));
        write(MAIN, source("Sample"));
        write(TEST, source("SampleTest"));
    }

    @Test
    void springBootRunSkipsChecksAndTestCompilation() throws Exception {
        write(MAIN, nullReturned(source("Sample").replace(IMPORTS, OTHER_ORDER)));
        write(TEST, "package sample;\n\nclass SampleTest extends Missing {}\n");

        assertThat(maven("spring-boot:run")).contains("Ready.");
    }

    @Test
    void verifyRunsTheTestsIfAllChecksPass() throws Exception {
        maven("process-test-classes");

        assertThat(project.resolve("target/test-classes/sample/SampleTest.class"))
                .exists();
    }

    @ParameterizedTest
    @CsvSource({"Sample, true", "SampleTest, false"})
    void verifyFailsOnAWrongFormat(String name, boolean main) throws Exception {
        write(main ? MAIN : TEST, source(name).replace(IMPORTS, OTHER_ORDER));

        assertThatThrownBy(() -> maven("verify"))
                .hasMessageContaining("format violations")
                .hasMessageContaining(name + ".java");
    }

    @ParameterizedTest
    @CsvSource({"Sample, true", "SampleTest, false"})
    void verifyFailsOnANullAwayError(String name, boolean main) throws Exception {
        write(main ? MAIN : TEST, nullReturned(source(name)));
        // The check also runs if all classes are already compiled.
        maven("process-test-classes", "-Pquick");

        assertThatThrownBy(() -> maven("verify"))
                .hasMessageContaining("[NullAway]")
                .hasMessageContaining(name + ".java");
    }

    private static String source(String name) {
        return "package sample;\n\n" + IMPORTS + """

                @NullMarked
                final class %s {

                    private %s() {}

                    public static void main(String[] arguments) {
                        System.out.println(Objects.requireNonNull(words().get(0)));
                    }

                    static List<String> words() {
                        return List.of("Ready.");
                    }
                }
                """.formatted(name, name);
    }

    private static String nullReturned(String source) {
        return source.replace(
                "    static List<String> words",
                "    static String nothing() {\n        return null;\n    }\n\n    static List<String> words");
    }

    private String maven(String... arguments) throws IOException, InterruptedException {
        String maven = System.getProperty("maven.home", "");
        String repository = System.getProperty("maven.localRepository", "");
        assumeTrue(!maven.isEmpty() && !repository.isEmpty(), "runs in a Maven build");
        List<String> command =
                new ArrayList<>(List.of(maven + "/bin/mvn", "-B", "-ntp", "-Dmaven.repo.local=" + repository));
        command.addAll(List.of(arguments));
        if (System.getProperty("maven.mode", "").equals("offline=true")) {
            command.add("-o");
        }
        return Shell.run(project, Map.of(), command);
    }

    private void copy(Path file) throws IOException {
        Files.createDirectories(project.resolve(file).getParent());
        Files.copy(file, project.resolve(file));
    }

    private void write(Path file, String text) throws IOException {
        Path path = project.resolve(file);
        Files.createDirectories(path.getParent());
        Files.writeString(path, text);
    }
}
