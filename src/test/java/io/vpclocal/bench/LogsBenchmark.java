package io.vpclocal.bench;

import io.vpclocal.VpcLocalApplication;
import io.vpclocal.protocol.Dispatcher;
import io.vpclocal.protocol.WireRequest;
import io.vpclocal.protocol.WireResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.WebApplicationType;
import org.springframework.context.ConfigurableApplicationContext;

/**
 * Log events through the whole emulator but for the socket: JSON in, JSON out, one transaction each. Prints events put per
 * second, lines that the console's filter pattern scans per second, and bytes on disk per record. Argument: a directory to
 * keep the data in; in memory without one.
 */
final class LogsBenchmark {

    private static final int EVENTS = 1_000_000;
    private static final int BATCH = 1000;
    private static final int STREAMS = 20;
    private static final int WRITERS = 2;
    private static final String PATTERN =
            "[version, account, eni, source, destination, srcport, destport=\\\"443\\\", protocol=\\\"6\\\", packets,"
                    + " bytes, windowstart, windowend, action=\\\"REJECT\\\", flowlogstatus]";

    private final Dispatcher dispatcher;

    private LogsBenchmark(Dispatcher dispatcher) {
        this.dispatcher = dispatcher;
    }

    public static void main(String[] arguments) throws Exception {
        SpringApplication application = new SpringApplication(VpcLocalApplication.class);
        application.setWebApplicationType(WebApplicationType.SERVLET);
        String[] settings = arguments.length == 0
                ? new String[] {"--server.port=0"}
                : new String[] {"--server.port=0", "--vpclocal.data-dir=" + arguments[0]};
        try (ConfigurableApplicationContext context = application.run(settings)) {
            LogsBenchmark benchmark = new LogsBenchmark(context.getBean(Dispatcher.class));
            benchmark.put("warm-up", EVENTS / 5);
            benchmark.scan("warm-up", 3);
            benchmark.put("group", EVENTS);
            benchmark.scan("group", 5);
            benchmark.query("group");
        }
        if (arguments.length > 0) {
            System.out.printf("on disk       %12.1f bytes per record%n", size(Path.of(arguments[0])) / (EVENTS * 1.2));
        }
    }

    private void put(String group, int events) throws Exception {
        call("CreateLogGroup", "{\"logGroupName\":\"" + group + "\"}");
        for (int i = 0; i < STREAMS; i++) {
            call("CreateLogStream", "{\"logGroupName\":\"" + group + "\",\"logStreamName\":\"eni-" + i + "-all\"}");
        }
        long now = System.currentTimeMillis();
        List<String> bodies = new ArrayList<>();
        for (int batch = 0; batch < events / BATCH; batch++) {
            bodies.add(body(group, batch, now - 3_600_000));
        }
        long start = System.nanoTime();
        ExecutorService writers = Executors.newFixedThreadPool(WRITERS);
        List<Future<?>> running = new ArrayList<>();
        for (int writer = 0; writer < WRITERS; writer++) {
            int first = writer;
            running.add(writers.submit(() -> {
                for (int i = first; i < bodies.size(); i += WRITERS) {
                    call("PutLogEvents", bodies.get(i));
                }
            }));
        }
        for (Future<?> one : running) {
            one.get();
        }
        writers.shutdown();
        System.out.printf("PutLogEvents  %,12.0f events/s%n", events / seconds(start));
    }

    private static String body(String group, int batch, long begin) {
        StringBuilder json = new StringBuilder(BATCH * 160)
                .append("{\"logGroupName\":\"")
                .append(group)
                .append("\",\"logStreamName\":\"eni-")
                .append(batch % STREAMS)
                .append("-all\",\"logEvents\":[");
        for (int i = 0; i < BATCH; i++) {
            int n = batch * BATCH + i;
            long second = begin / 1000 + batch;
            json.append(i == 0 ? "" : ",").append("{\"timestamp\":").append(second * 1000);
            json.append(",\"message\":\"2 123456789010 eni-1235b8ca123456789 10.0.")
                    .append(n % 4)
                    .append('.');
            json.append(n % 251)
                    .append(" 172.31.")
                    .append(n % 17)
                    .append(".21 ")
                    .append(20000 + n * 7 % 30000);
            json.append(n % 300 == 0 ? " 443" : " 22")
                    .append(" 6 ")
                    .append(1 + n % 40)
                    .append(' ');
            json.append(100 + n * 31 % 9000)
                    .append(' ')
                    .append(second)
                    .append(' ')
                    .append(second + 60);
            json.append(n % 5 == 0 ? " REJECT" : " ACCEPT").append(" OK\"}");
        }
        return json.append("]}").toString();
    }

    private void scan(String group, int rounds) {
        double best = 0;
        int found = 0;
        for (int i = 0; i < rounds; i++) {
            long start = System.nanoTime();
            String answer = call(
                    "FilterLogEvents", "{\"logGroupName\":\"" + group + "\",\"filterPattern\":\"" + PATTERN + "\"}");
            double lines = (group.equals("warm-up") ? EVENTS / 5 : EVENTS) / seconds(start);
            best = Math.max(best, lines);
            found = answer.split("\"eventId\"", -1).length - 1;
        }
        System.out.printf("FilterLogEvents %,10.0f lines/s, %d found%n", best, found);
    }

    private void query(String group) {
        long now = System.currentTimeMillis() / 1000;
        long start = System.nanoTime();
        String started = call(
                "StartQuery",
                "{\"logGroupName\":\"" + group + "\",\"startTime\":" + (now - 7200) + ",\"endTime\":" + (now + 7200)
                        + ",\"queryString\":\"parse @message '* * * * * * * *' as a, b, c, src, dst, sp, dp, rest"
                        + " | filter dp = 443 | stats count(*) by src\"}");
        String id = started.substring(started.indexOf(":\"") + 2, started.lastIndexOf('"'));
        String answer;
        do {
            answer = call("GetQueryResults", "{\"queryId\":\"" + id + "\"}");
        } while (!answer.contains("\"Complete\"") && !answer.contains("\"Failed\""));
        System.out.printf("StartQuery    %,12.0f lines/s%n", EVENTS / seconds(start));
    }

    private String call(String action, String body) {
        WireResponse response = dispatcher.handle(new WireRequest(
                "POST",
                "/",
                "",
                Map.of(
                        "x-amz-target",
                        List.of("Logs_20140328." + action),
                        "content-type",
                        List.of("application/x-amz-json-1.1"),
                        "authorization",
                        List.of("AWS4-HMAC-SHA256 Credential=test/20300101/us-east-1/logs/aws4_request,"
                                + " SignedHeaders=host, Signature=0")),
                body.getBytes(StandardCharsets.UTF_8),
                "127.0.0.1",
                false));
        String text = new String(response.body(), StandardCharsets.UTF_8);
        if (response.status() != 200) {
            throw new IllegalStateException(action + ": " + text);
        }
        return text;
    }

    private static double seconds(long start) {
        return (System.nanoTime() - start) / 1e9;
    }

    private static long size(Path directory) throws IOException {
        try (Stream<Path> files = Files.walk(directory)) {
            return files.filter(Files::isRegularFile)
                    .mapToLong(file -> file.toFile().length())
                    .sum();
        }
    }
}
