package io.vpclocal.packaged;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import org.junit.jupiter.api.Test;

/** Tests the contents of the two jars: the test kit and the executable jar. */
class PackagedJarsIT {

    @Test
    void thePlainJarContainsOnlyTheTestKit() throws IOException {
        assertThat(files(Installed.plainJar()))
                .contains("io/vpclocal/testkit/VpcLocalTest.class", "META-INF/spring.factories")
                .allMatch(name -> name.startsWith("io/vpclocal/testkit/") || name.startsWith("META-INF/"));
    }

    @Test
    void thePlainJarHasNoDependencies() throws IOException {
        assertThat(Files.readString(Installed.pom())).doesNotContain("<dependenc", "<parent>");
    }

    @Test
    void thePomHasWhatMavenCentralRequires() throws IOException {
        assertThat(Files.readString(Installed.pom()))
                .contains("<name>", "<description>", "<url>", "<licenses>", "<developers>", "<scm>")
                .doesNotContain("${");
    }

    @Test
    void theExecutableJarContainsTheEmulatorWithoutTheTestKitAndItsLibraries() throws IOException {
        assertThat(files(Installed.executableJar()))
                .contains("BOOT-INF/classes/io/vpclocal/VpcLocalApplication.class")
                .noneMatch(name -> name.contains("/testkit/") || name.endsWith("spring.factories"))
                .noneMatch(
                        name -> name.matches(
                                "BOOT-INF/lib/(junit|testcontainers|docker-java|duct-tape|jna|spring-test|opentest4j|apiguardian).*"));
    }

    private static List<String> files(Path jar) throws IOException {
        try (ZipFile zip = new ZipFile(jar.toFile())) {
            return zip.stream()
                    .filter(entry -> !entry.isDirectory())
                    .map(ZipEntry::getName)
                    .toList();
        }
    }
}
