package io.vpclocal.bench;

import com.sun.management.OperatingSystemMXBean;
import com.sun.net.httpserver.HttpServer;
import io.vpclocal.VpcLocalApplication;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.lang.management.ManagementFactory;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.Arrays;
import java.util.concurrent.Executors;
import org.springframework.boot.SpringApplication;
import org.springframework.context.ConfigurableApplicationContext;

/**
 * Measures GET of objects of 1 KB and 10 MB through the emulator and directly from the upstream, in one process and in
 * turns. Prints for each round the median, the 99th percentile, the processor time per call, and what the emulator adds.
 * The upstream answers from memory.
 */
final class ForwardingBenchmark {

    private static final int SMALL = 1024;
    private static final int LARGE = 10 * 1024 * 1024;
    private static final int ROUNDS = 5;

    private final HttpClient client =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

    private ForwardingBenchmark() {}

    public static void main(String[] arguments) throws Exception {
        // The JDK's server sends headers and body apart. With Nagle's algorithm each answer would wait 40 ms for an
        // ACK.
        System.setProperty("sun.net.httpserver.nodelay", "true");
        HttpServer upstream = upstream();
        String direct = "http://127.0.0.1:" + upstream.getAddress().getPort();
        try (ConfigurableApplicationContext context = new SpringApplication(VpcLocalApplication.class)
                .run("--server.port=0", "--vpclocal.upstream.s3=" + direct)) {
            String through = "http://127.0.0.1:" + context.getEnvironment().getRequiredProperty("local.server.port");
            ForwardingBenchmark benchmark = new ForwardingBenchmark();
            for (int round = 1; round <= ROUNDS; round++) {
                benchmark.compare("1 KB", SMALL, 5000, direct, through);
                benchmark.compare("10 MB", LARGE, 100, direct, through);
            }
        } finally {
            upstream.stop(0);
        }
    }

    private void compare(String name, int size, int times, String direct, String through) throws Exception {
        Measured alone = measure(direct, size, times);
        Measured forwarded = measure(through, size, times);
        System.out.printf(
                "%-6s upstream alone %7.3f ms (p99 %7.3f), through VPC Local %7.3f ms (p99 %7.3f), added %6.3f ms, of"
                        + " processor time %6.3f ms; throughput %5.2f%n",
                name,
                alone.millis(50),
                alone.millis(99),
                forwarded.millis(50),
                forwarded.millis(99),
                forwarded.millis(50) - alone.millis(50),
                forwarded.cpuMillis() - alone.cpuMillis(),
                alone.millis(50) / forwarded.millis(50));
    }

    private Measured measure(String server, int size, int times) throws IOException, InterruptedException {
        long[] taken = new long[times];
        long cpu = cpuNanos();
        for (int i = 0; i < times; i++) {
            long start = System.nanoTime();
            get(server, size);
            taken[i] = System.nanoTime() - start;
        }
        double cpuMillis = (cpuNanos() - cpu) / 1e6 / times;
        Arrays.sort(taken);
        return new Measured(taken, cpuMillis);
    }

    private static long cpuNanos() {
        return ManagementFactory.getPlatformMXBean(OperatingSystemMXBean.class).getProcessCpuTime();
    }

    private void get(String server, int size) throws IOException, InterruptedException {
        HttpResponse<InputStream> answer = client.send(
                HttpRequest.newBuilder(URI.create(server + "/bench/" + size))
                        .header(
                                "Authorization",
                                "AWS4-HMAC-SHA256 Credential=test/20260101/us-east-1/s3/aws4_request,"
                                        + " SignedHeaders=host, Signature=0")
                        .build(),
                BodyHandlers.ofInputStream());
        try (InputStream body = answer.body()) {
            long read = body.transferTo(OutputStream.nullOutputStream());
            if (read != size) {
                throw new IllegalStateException("Got " + read + " bytes of " + size);
            }
        }
    }

    private static HttpServer upstream() throws IOException {
        HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 50);
        server.setExecutor(Executors.newCachedThreadPool(work -> {
            Thread thread = new Thread(work, "upstream");
            thread.setDaemon(true);
            return thread;
        }));
        byte[] content = new byte[LARGE];
        server.createContext("/", exchange -> {
            String path = exchange.getRequestURI().getPath();
            int size = Integer.parseInt(path.substring(path.lastIndexOf('/') + 1));
            exchange.sendResponseHeaders(200, size);
            try (OutputStream out = exchange.getResponseBody()) {
                out.write(content, 0, size);
            }
        });
        server.start();
        return server;
    }

    /**
     * @param sorted nanoseconds of each request
     * @param cpuMillis processor time per request of client, emulator and upstream together
     */
    private record Measured(long[] sorted, double cpuMillis) {

        double millis(int percent) {
            return sorted[(int) ((sorted.length - 1L) * percent / 100)] / 1e6;
        }
    }
}
