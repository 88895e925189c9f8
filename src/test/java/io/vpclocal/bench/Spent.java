package io.vpclocal.bench;

import com.sun.management.OperatingSystemMXBean;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;

/** What a benchmark in this process used of time and disk. */
final class Spent {

    private Spent() {}

    /** Nanoseconds that all cores together worked for this process: other work on the machine does not count. */
    static long processor() {
        return ManagementFactory.getPlatformMXBean(OperatingSystemMXBean.class).getProcessCpuTime();
    }

    /** @param start what {@link System#nanoTime} said */
    static double seconds(long start) {
        return (System.nanoTime() - start) / 1e9;
    }

    /** Bytes of all files below a directory. */
    static long size(Path directory) throws IOException {
        try (Stream<Path> files = Files.walk(directory)) {
            return files.filter(Files::isRegularFile)
                    .mapToLong(file -> file.toFile().length())
                    .sum();
        }
    }
}
