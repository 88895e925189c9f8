package io.vpclocal.packaged;

import io.vpclocal.testing.Aws;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.ec2.Ec2Client;

/** The executable jar, started as users start it. */
final class PackagedEmulator implements AutoCloseable {

    /** Those of {@code bin/vpc-local}: the optimizing compiler would take more time than it saves. */
    private static final List<String> JAVA_OPTIONS =
            List.of("-Xms96m", "-Xmx512m", "-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC");

    private final Process process;
    private final int port;
    private final List<String> output = new ArrayList<>();

    private PackagedEmulator(Process process, int port) {
        this.process = process;
        this.port = port;
    }

    /** Starts the jar on a free port with further environment variables, and returns when it prints that it is ready. */
    static PackagedEmulator start(Map<String, String> environment) throws IOException {
        int port = freePort();
        List<String> command = new ArrayList<>(JAVA_OPTIONS);
        command.add(0, Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(
                List.of("-jar", Installed.executableJar().toAbsolutePath().toString()));
        ProcessBuilder builder = new ProcessBuilder(command);
        builder.environment().put("SERVER_PORT", String.valueOf(port));
        builder.environment().putAll(environment);
        builder.redirectErrorStream(true);
        PackagedEmulator emulator = new PackagedEmulator(builder.start(), port);
        emulator.awaitReady();
        return emulator;
    }

    URI endpoint() {
        return URI.create("http://127.0.0.1:" + port);
    }

    /** SDK clients for it. Each account is used only once. */
    Aws aws() {
        return Aws.at(port);
    }

    Ec2Client ec2() {
        return ec2(Region.US_EAST_1);
    }

    Ec2Client ec2(Region region) {
        return Ec2Client.builder()
                .httpClient(UrlConnectionHttpClient.create())
                .endpointOverride(endpoint())
                .region(region)
                .credentialsProvider(StaticCredentialsProvider.create(Aws.root("test")))
                .overrideConfiguration(c -> c.retryStrategy(r -> r.maxAttempts(1)))
                .build();
    }

    /** Kills the process like {@code kill -9}, so it cannot write anything. */
    void kill() throws InterruptedException {
        process.destroyForcibly();
        process.waitFor();
    }

    @Override
    public void close() {
        process.destroy();
        try {
            if (!process.waitFor(30, TimeUnit.SECONDS)) {
                process.destroyForcibly();
            }
        } catch (InterruptedException e) {
            process.destroyForcibly();
            Thread.currentThread().interrupt();
        }
    }

    private void awaitReady() throws IOException {
        BufferedReader reader =
                new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8));
        String line;
        while ((line = reader.readLine()) != null) {
            output.add(line);
            if (line.equals("Ready.")) {
                drain(reader);
                return;
            }
        }
        throw new IllegalStateException("The emulator did not start:\n" + String.join("\n", output));
    }

    /** A process blocks when its output pipe is full, so the output must be read. */
    private void drain(BufferedReader reader) {
        Thread thread = new Thread(
                () -> reader.lines().forEach(line -> {
                    synchronized (output) {
                        output.add(line);
                    }
                }),
                "emulator-output");
        thread.setDaemon(true);
        thread.setUncaughtExceptionHandler((t, e) -> {
            if (!(e instanceof UncheckedIOException)) {
                throw new IllegalStateException(e);
            }
        });
        thread.start();
    }

    static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }
}
