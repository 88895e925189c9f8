package io.vpclocal.testkit;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** The directory of unpacked emulators, shared with {@code bin/vpc-local}: {@code $XDG_CACHE_HOME/vpc-local}. */
final class CacheDirectory {

    private static final Set<Path> REFUSED = ConcurrentHashMap.newKeySet();

    private CacheDirectory() {}

    /** The current user's cache directory. */
    static Path find() throws IOException {
        return find(
                System.getenv(),
                Path.of(System.getProperty("user.home", "")),
                Path.of(System.getProperty("java.io.tmpdir", "")));
    }

    /** A writable directory: below the temporary directory if the user's own is not writable. */
    static Path find(Map<String, String> environment, Path home, Path temporary) throws IOException {
        String caches = environment.getOrDefault("XDG_CACHE_HOME", "");
        Path wanted = (caches.isEmpty() ? home.resolve(".cache") : Path.of(caches)).resolve("vpc-local");
        if (writable(wanted)) {
            return wanted;
        }
        Path instead = own(temporary);
        if (REFUSED.add(wanted)) {
            System.err.println("VPC Local cannot write to its cache directory " + wanted + ". It uses " + instead
                    + " instead. Set XDG_CACHE_HOME to choose another directory.");
        }
        return instead;
    }

    /** The home directory is unknown in some containers. */
    private static boolean writable(Path directory) {
        try {
            return directory.isAbsolute() && Files.isWritable(Files.createDirectories(directory));
        } catch (IOException e) {
            return false;
        }
    }

    /** Only this user may write to it. If another user created the directory, this process creates its own. */
    private static Path own(Path temporary) throws IOException {
        Path wanted = temporary.resolve("vpc-local-" + System.getProperty("user.name"));
        if (!temporary.getFileSystem().supportedFileAttributeViews().contains("posix")) {
            return Files.createDirectories(wanted);
        }
        Path fresh = Files.createTempDirectory(temporary, "vpc-local-");
        try {
            Files.move(fresh, wanted, StandardCopyOption.ATOMIC_MOVE);
            return wanted;
        } catch (IOException e) {
            boolean own = Files.isDirectory(wanted, LinkOption.NOFOLLOW_LINKS)
                    && Files.getOwner(wanted).equals(Files.getOwner(fresh))
                    && PosixFilePermissions.toString(Files.getPosixFilePermissions(wanted))
                            .endsWith("------");
            if (own) {
                Files.deleteIfExists(fresh);
            }
            return own ? wanted : fresh;
        }
    }
}
