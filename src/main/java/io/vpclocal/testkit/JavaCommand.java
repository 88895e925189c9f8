package io.vpclocal.testkit;

import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** Runs the JDK of the tests. Only environment variables that the operating system needs are passed on. */
final class JavaCommand {

    /** Variables for temporary files and file name encoding, and those that Windows requires. */
    private static final Set<String> KEPT = Set.of(
            "TMPDIR", "TEMP", "TMP", "LANG", "LC_ALL", "LC_CTYPE", "SYSTEMROOT", "SystemRoot", "LD_LIBRARY_PATH");
    /** Ctrl+C in the terminal and its end do not stop a process that outlives the tests. */
    private static final String LASTING = "trap '' HUP INT QUIT; exec ";

    private static final Path SHELL = Path.of("/bin/sh");

    private final List<String> command = new ArrayList<>();

    JavaCommand(List<String> options) {
        command.add(Path.of(System.getProperty("java.home", ""), "bin", "java").toString());
        command.addAll(options);
    }

    JavaCommand then(String... arguments) {
        return then(List.of(arguments));
    }

    JavaCommand then(List<String> arguments) {
        command.addAll(arguments);
        return this;
    }

    /** For a process that ends with the tests, if it stops at the end of its input. */
    ProcessBuilder bound() {
        return builder(command);
    }

    /** For a process that outlives the tests. */
    ProcessBuilder lasting() {
        return detached(LASTING);
    }

    /** For a process of the lowest priority that outlives the tests. */
    ProcessBuilder idle() {
        return detached(LASTING + "nice -n 19 ");
    }

    /** Waits for its end and returns its output, or a description of the error. */
    String run() throws IOException {
        Process process = builder(command).start();
        process.getOutputStream().close();
        try (InputStream output = process.getInputStream()) {
            return new String(output.readAllBytes(), StandardCharsets.UTF_8);
        } finally {
            process.destroy();
        }
    }

    private ProcessBuilder detached(String prefix) {
        List<String> whole = new ArrayList<>();
        if (Files.isExecutable(SHELL)) {
            whole.addAll(List.of(SHELL.toString(), "-c", prefix + "\"$@\"", "vpc-local"));
        }
        whole.addAll(command);
        ProcessBuilder builder = builder(whole);
        return builder.redirectInput(new File(File.separatorChar == '/' ? "/dev/null" : "NUL"));
    }

    private static ProcessBuilder builder(List<String> command) {
        ProcessBuilder builder = new ProcessBuilder(command)
                .directory(Path.of(System.getProperty("java.io.tmpdir", "")).toFile())
                .redirectErrorStream(true);
        builder.environment().keySet().retainAll(KEPT);
        builder.environment().putIfAbsent("PATH", "/usr/bin:/bin");
        return builder;
    }
}
