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

/** Where unpacked emulators are kept, for {@code bin/vpc-local} as well: {@code $XDG_CACHE_HOME/vpc-local}. */
final class CacheDirectory {

    private static final Set<Path> REFUSED = ConcurrentHashMap.newKeySet();

    private CacheDirectory() {}

    /** That of this machine's user. */
    static Path find() throws IOException {
        return find(
                System.getenv(),
                Path.of(System.getProperty("user.home", "")),
                Path.of(System.getProperty("java.io.tmpdir", "")));
    }

    /** A directory that can be written: in the temporary one, if the user's own cannot. */
    static Path find(Map<String, String> environment, Path home, Path temporary) throws IOException {
        String caches = environment.getOrDefault("XDG_CACHE_HOME", "");
        Path wanted = (caches.isEmpty() ? home.resolve(".cache") : Path.of(caches)).resolve("vpc-local");
        if (writable(wanted)) {
            return wanted;
        }
        Path instead = own(temporary);
        if (REFUSED.add(wanted)) {
            System.err.println("VPC Local cannot write to its cache directory " + wanted + ". It uses " + instead
                    + " instead; XDG_CACHE_HOME names another place.");
        }
        return instead;
    }

    /** A home that is unknown, as in some containers, is not a place. */
    private static boolean writable(Path directory) {
        try {
            return directory.isAbsolute() && Files.isWritable(Files.createDirectories(directory));
        } catch (IOException e) {
            return false;
        }
    }

    /** Nobody else may put files there; if somebody made the directory first, this process uses one of its own. */
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
