package io.vpclocal.packaged;

import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;

/** The artifacts that this build would install. */
final class Installed {

    private static final String EXECUTABLE = "-exec.jar";

    private Installed() {}

    static Path executableJar() throws IOException {
        try (DirectoryStream<Path> jars = Files.newDirectoryStream(Path.of("target"), "vpc-local-*" + EXECUTABLE)) {
            for (Path jar : jars) {
                return jar;
            }
        }
        throw new IllegalStateException("Package the application first: ./mvnw package");
    }

    static Path plainJar() throws IOException {
        return Path.of("target", "vpc-local-" + version() + ".jar");
    }

    static Path pom() {
        return Path.of("target", ".flattened-pom.xml");
    }

    static String version() throws IOException {
        String name = executableJar().getFileName().toString();
        return name.substring("vpc-local-".length(), name.length() - EXECUTABLE.length());
    }

    /**
     * A local Maven repository with links to the user's repository and the artifacts of this build. The user's
     * repository is not changed, and nothing is downloaded twice.
     */
    static Path repository(Path users) throws IOException {
        Path repository = Path.of("target", "it-repository").toAbsolutePath();
        link(users, repository, "io");
        link(users.resolve("io"), repository.resolve("io"), "vpclocal");
        Path installed = Files.createDirectories(repository.resolve("io/vpclocal/vpc-local/" + version()));
        String name = "vpc-local-" + version();
        Files.copy(plainJar(), installed.resolve(name + ".jar"), StandardCopyOption.REPLACE_EXISTING);
        Files.copy(executableJar(), installed.resolve(name + EXECUTABLE), StandardCopyOption.REPLACE_EXISTING);
        Files.copy(pom(), installed.resolve(name + ".pom"), StandardCopyOption.REPLACE_EXISTING);
        return repository;
    }

    private static void link(Path from, Path to, String except) throws IOException {
        Files.createDirectories(to);
        try (DirectoryStream<Path> entries = Files.newDirectoryStream(from)) {
            for (Path entry : entries) {
                Path link = to.resolve(entry.getFileName());
                if (!entry.endsWith(except) && !Files.exists(link, LinkOption.NOFOLLOW_LINKS)) {
                    Files.createSymbolicLink(link, entry.toAbsolutePath());
                }
            }
        }
    }
}
