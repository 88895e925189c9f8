package io.vpclocal.testkit;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;

/** Starts an emulator or reuses one that earlier tests have started, and prints which. */
final class EmulatorStarter {

    private EmulatorStarter() {}

    /**
     * @param reuse whether the emulator may outlive this JVM; one of compiled classes never does, because they change
     */
    static VpcLocal one(Map<String, String> settings, boolean reuse) {
        long start = System.nanoTime();
        Archiving archiving = Archiving.of(System.getenv());
        EmulatorProgram program = EmulatorProgram.find();
        UnpackedEmulator unpacked = program.unpacked();
        try {
            if (unpacked == null) {
                return bound(program, settings, start);
            }
            VpcLocal emulator =
                    reuse ? lasting(program, unpacked.home(), settings, start) : bound(program, settings, start);
            unpacked.archive(archiving);
            return emulator;
        } catch (IOException e) {
            throw new UncheckedIOException("The emulator cannot be started", e);
        }
    }

    private static VpcLocal bound(EmulatorProgram program, Map<String, String> settings, long start)
            throws IOException {
        EmulatorProcess process = EmulatorProcess.bound(program, settings);
        say("VPC Local started in %.1f s at http://127.0.0.1:%d", seconds(start), process.port());
        return new VpcLocal(process.port(), 1, false);
    }

    private static VpcLocal lasting(EmulatorProgram program, Path home, Map<String, String> settings, long start)
            throws IOException {
        SharedEmulator.Taken taken = new SharedEmulator(home.resolve("run").resolve(name(settings)))
                .take((portFile, log) -> EmulatorProcess.lasting(program, settings, portFile, log));
        if (taken.again()) {
            say(
                    "VPC Local at http://127.0.0.1:%d is reused; VPCLOCAL_TESTKIT_REUSE=false starts a new one",
                    taken.port());
        } else {
            say(
                    "VPC Local started in %.1f s at http://127.0.0.1:%d; it stays for the next run and logs to %s",
                    seconds(start), taken.port(), taken.log());
        }
        return new VpcLocal(taken.port(), taken.taker(), !taken.alone());
    }

    /** Settings can be too long for a file name. */
    private static String name(Map<String, String> settings) {
        byte[] text = new TreeMap<>(settings).toString().getBytes(StandardCharsets.UTF_8);
        return UUID.nameUUIDFromBytes(text).toString();
    }

    private static double seconds(long start) {
        return (System.nanoTime() - start) / 1e9;
    }

    private static void say(String format, Object... values) {
        System.err.println(String.format(Locale.ROOT, format, values));
    }
}
