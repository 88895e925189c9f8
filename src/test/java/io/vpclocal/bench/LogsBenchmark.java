package io.vpclocal.bench;

import io.vpclocal.VpcLocalApplication;
import io.vpclocal.testing.Aws;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadInfo;
import java.lang.management.ThreadMXBean;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.springframework.boot.SpringApplication;
import org.springframework.context.ConfigurableApplicationContext;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.cloudwatchlogs.CloudWatchLogsClient;
import software.amazon.awssdk.services.cloudwatchlogs.model.FilterLogEventsResponse;
import software.amazon.awssdk.services.cloudwatchlogs.model.GetQueryResultsResponse;
import software.amazon.awssdk.services.cloudwatchlogs.model.InputLogEvent;
import software.amazon.awssdk.services.cloudwatchlogs.model.PutLogEventsRequest;
import software.amazon.awssdk.services.cloudwatchlogs.model.QueryStatus;

/**
 * Log events through the SDK's client and HTTP, client and emulator in one process. Prints events put per second in batches
 * of 1,000, and who worked how long for each, million by million, because it takes some until everything is compiled; lines
 * that the console's filter pattern and a query scan per second; and bytes on disk per event. Argument: an empty directory
 * to keep the data in; in memory without one.
 */
final class LogsBenchmark {

    private static final int EVENTS = 1_000_000;
    private static final int PUTS = 12;
    private static final int BATCH = 1000;
    private static final int STREAMS = 20;
    private static final int WRITERS = 2;
    private static final String PATTERN =
            "[version, account, eni, source, destination, srcport, destport=\"443\", protocol=\"6\", packets,"
                    + " bytes, windowstart, windowend, action=\"REJECT\", flowlogstatus]";
    private static final String QUERY = "parse @message '* * * * * * * *' as a, b, c, src, dst, sp, dp, rest"
            + " | filter dp = 443 | stats count(*) by src";

    private final CloudWatchLogsClient logs;

    private LogsBenchmark(CloudWatchLogsClient logs) {
        this.logs = logs;
    }

    public static void main(String[] arguments) throws Exception {
        String[] settings = arguments.length == 0
                ? new String[] {"--server.port=0"}
                : new String[] {"--server.port=0", "--vpclocal.data-dir=" + arguments[0]};
        try (ConfigurableApplicationContext context = new SpringApplication(VpcLocalApplication.class).run(settings)) {
            int port = context.getEnvironment().getRequiredProperty("local.server.port", Integer.class);
            LogsBenchmark benchmark = new LogsBenchmark(Aws.at(port).logs(Aws.root("123456789012"), Region.US_EAST_1));
            for (int i = 1; i < PUTS; i++) {
                benchmark.put("group-" + i);
            }
            benchmark.put("group");
            benchmark.scan("group-1", 3);
            benchmark.scan("group", 5);
            benchmark.query("group");
        }
        if (arguments.length > 0) {
            System.out.printf(
                    "on disk         %,10.1f bytes per event%n",
                    Spent.size(Path.of(arguments[0])) / ((double) EVENTS * PUTS));
        }
    }

    private void put(String group) throws InterruptedException, ExecutionException {
        logs.createLogGroup(r -> r.logGroupName(group));
        for (int i = 0; i < STREAMS; i++) {
            String stream = "eni-" + i + "-all";
            logs.createLogStream(r -> r.logGroupName(group).logStreamName(stream));
        }
        long begin = System.currentTimeMillis() - 3_600_000;
        List<PutLogEventsRequest> requests = new ArrayList<>();
        for (int batch = 0; batch < EVENTS / BATCH; batch++) {
            requests.add(request(group, batch, begin));
        }
        Work before = Work.now();
        long start = System.nanoTime();
        ExecutorService writers = Executors.newFixedThreadPool(WRITERS);
        List<Future<?>> running = new ArrayList<>();
        for (int writer = 0; writer < WRITERS; writer++) {
            int first = writer;
            running.add(writers.submit(() -> {
                for (int i = first; i < requests.size(); i += WRITERS) {
                    logs.putLogEvents(requests.get(i));
                }
            }));
        }
        for (Future<?> one : running) {
            one.get();
        }
        Work work = Work.now().since(before);
        System.out.printf(
                "PutLogEvents    %,10.0f events/s; each takes %.2f µs of a core: server %.2f, client %.2f, JVM (collector,"
                        + " compiler) %.2f%n",
                EVENTS / Spent.seconds(start),
                work.process() / 1e3 / EVENTS,
                work.server() / 1e3 / EVENTS,
                work.client() / 1e3 / EVENTS,
                work.rest() / 1e3 / EVENTS);
        writers.shutdown();
    }

    private static PutLogEventsRequest request(String group, int batch, long begin) {
        long second = begin / 1000 + batch;
        List<InputLogEvent> events = new ArrayList<>(BATCH);
        for (int i = 0; i < BATCH; i++) {
            int n = batch * BATCH + i;
            events.add(InputLogEvent.builder()
                    .timestamp(second * 1000)
                    .message("2 123456789010 eni-1235b8ca123456789 10.0." + n % 4 + '.' + n % 251 + " 172.31." + n % 17
                            + ".21 " + (20000 + n * 7 % 30000) + (n % 300 == 0 ? " 443" : " 22") + " 6 " + (1 + n % 40)
                            + ' ' + (100 + n * 31 % 9000) + ' ' + second + ' ' + (second + 60)
                            + (n % 5 == 0 ? " REJECT" : " ACCEPT") + " OK")
                    .build());
        }
        return PutLogEventsRequest.builder()
                .logGroupName(group)
                .logStreamName("eni-" + batch % STREAMS + "-all")
                .logEvents(events)
                .build();
    }

    private void scan(String group, int rounds) {
        double best = 0;
        double bestOfCore = 0;
        int found = 0;
        for (int i = 0; i < rounds; i++) {
            found = 0;
            long worked = Spent.processor();
            long start = System.nanoTime();
            for (FilterLogEventsResponse page :
                    logs.filterLogEventsPaginator(r -> r.logGroupName(group).filterPattern(PATTERN))) {
                found += page.events().size();
            }
            best = Math.max(best, EVENTS / Spent.seconds(start));
            bestOfCore = Math.max(bestOfCore, EVENTS / ((Spent.processor() - worked) / 1e9));
        }
        System.out.printf(
                "FilterLogEvents %,10.0f lines/s  %,10.0f per second of one core, %,d found%n",
                best, bestOfCore, found);
    }

    private void query(String group) {
        long now = System.currentTimeMillis() / 1000;
        long start = System.nanoTime();
        String id = logs.startQuery(r -> r.logGroupName(group)
                        .startTime(now - 7200)
                        .endTime(now + 7200)
                        .queryString(QUERY))
                .queryId();
        GetQueryResultsResponse results = logs.getQueryResults(r -> r.queryId(id));
        while (results.status() == QueryStatus.SCHEDULED || results.status() == QueryStatus.RUNNING) {
            results = logs.getQueryResults(r -> r.queryId(id));
        }
        System.out.printf(
                "StartQuery      %,10.0f lines/s, %s%n", EVENTS / Spent.seconds(start), results.statusAsString());
    }

    /**
     * Nanoseconds that cores worked for this process, which other work on the machine does not change.
     *
     * @param server in threads that answer requests
     * @param client in all other threads of Java
     */
    private record Work(long process, long server, long client) {

        static Work now() {
            long server = 0;
            long client = 0;
            ThreadMXBean threads = ManagementFactory.getThreadMXBean();
            for (ThreadInfo thread : threads.getThreadInfo(threads.getAllThreadIds())) {
                if (thread != null) {
                    long worked = Math.max(0, threads.getThreadCpuTime(thread.getThreadId()));
                    if (thread.getThreadName().startsWith("http-nio-")) {
                        server += worked;
                    } else {
                        client += worked;
                    }
                }
            }
            return new Work(Spent.processor(), server, client);
        }

        Work since(Work before) {
            return new Work(process - before.process, server - before.server, client - before.client);
        }

        long rest() {
            return process - server - client;
        }
    }
}
