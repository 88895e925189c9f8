package io.vpclocal.packaged;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardWatchEventKinds;
import java.nio.file.WatchKey;
import java.nio.file.WatchService;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/** Waits for files of other processes. */
public final class Await {

    private static final int MINUTES = 4;

    private Await() {}

    /** Waits until a matching file exists next to the given one. Uses file system events. */
    public static void sibling(Path file, String name) throws IOException, InterruptedException {
        Path directory = Objects.requireNonNull(file.getParent());
        try (WatchService changes = directory.getFileSystem().newWatchService()) {
            directory.register(changes, StandardWatchEventKinds.ENTRY_CREATE);
            while (!contains(directory, name)) {
                WatchKey change = changes.poll(MINUTES, TimeUnit.MINUTES);
                if (change == null) {
                    throw new AssertionError("No file " + name + " came into " + directory);
                }
                change.reset();
            }
        }
    }

    private static boolean contains(Path directory, String name) throws IOException {
        try (Stream<Path> files = Files.list(directory)) {
            return files.anyMatch(file -> file.getFileName().toString().matches(name));
        }
    }
}
