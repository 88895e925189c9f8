package io.vpclocal.packaged;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import org.junit.jupiter.api.Test;

/** What is in the two jars: users' tests depend on the one, the other runs. */
class PackagedJarsIT {

    @Test
    void thePlainJarHoldsTheTestKitAlone() throws IOException {
        assertThat(files(Installed.plainJar()))
                .contains("io/vpclocal/testkit/VpcLocalTest.class", "META-INF/spring.factories")
                .allMatch(name -> name.startsWith("io/vpclocal/testkit/") || name.startsWith("META-INF/"));
    }

    @Test
    void itBringsNoLibraryAlong() throws IOException {
        assertThat(Files.readString(Installed.pom())).doesNotContain("<dependenc", "<parent>");
    }

    @Test
    void theExecutableJarHoldsTheEmulatorWithoutTheTestKitAndItsLibraries() throws IOException {
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
