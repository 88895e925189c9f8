package io.vpclocal.bench;

import io.vpclocal.VpcLocalApplication;
import io.vpclocal.flowlog.FlowLogAccount;
import io.vpclocal.flowlog.FlowLogCapture;
import io.vpclocal.flowlog.Flows;
import io.vpclocal.flowlog.delivery.DeliveryRun;
import io.vpclocal.flowlog.record.FlowAttributes;
import io.vpclocal.flowlog.record.FlowAttributes.Action;
import io.vpclocal.flowlog.record.InterfaceDetails;
import io.vpclocal.flowlog.record.ObservedTraffic;
import io.vpclocal.protocol.clock.EmulatorClock;
import io.vpclocal.testing.Aws;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.springframework.boot.SpringApplication;
import org.springframework.context.ConfigurableApplicationContext;
import software.amazon.awssdk.services.cloudwatchlogs.model.FilterLogEventsResponse;

/**
 * Traffic into flow log records: how fast it is accepted, how fast accepted traffic becomes records that FilterLogEvents
 * reads, and how many bytes on disk a record takes. Every flow is a record of its own. Argument: an empty directory to keep
 * the data in; in memory without one.
 */
final class FlowLogBenchmark {

    private static final int BATCH = 2_000;
    private static final int BATCHES = 150;
    private static final int INTERFACES = 20;
    private static final int ROUNDS = 4;

    private final FlowLogCapture capture;
    private final DeliveryRun run;
    private final EmulatorClock clock;
    private final FlowLogAccount account;

    private FlowLogBenchmark(ConfigurableApplicationContext context, FlowLogAccount account) {
        this.capture = context.getBean(FlowLogCapture.class);
        this.run = context.getBean(DeliveryRun.class);
        this.clock = context.getBean(EmulatorClock.class);
        this.account = account;
    }

    public static void main(String[] arguments) throws IOException {
        List<String> settings = new ArrayList<>(List.of("--server.port=0", "--vpclocal.flow-logs.poll-interval=1h"));
        if (arguments.length > 0) {
            settings.add("--vpclocal.data-dir=" + arguments[0]);
        }
        long records = 0;
        long before = 0;
        try (ConfigurableApplicationContext context =
                new SpringApplication(VpcLocalApplication.class).run(settings.toArray(String[]::new))) {
            int port = context.getEnvironment().getRequiredProperty("local.server.port", Integer.class);
            FlowLogAccount account = new FlowLogAccount(Aws.at(port));
            account.create(account.toGroup("flows").maxAggregationInterval(60));
            FlowLogBenchmark benchmark = new FlowLogBenchmark(context, account);
            before = arguments.length > 0 ? Spent.size(Path.of(arguments[0])) : 0;
            for (int round = 0; round < ROUNDS; round++) {
                records += benchmark.round(round);
            }
        }
        if (arguments.length > 0) {
            System.out.printf(
                    "on disk %,33.1f bytes per record%n",
                    (Spent.size(Path.of(arguments[0])) - before) / (double) records);
        }
    }

    /** Returns how many records it made. The first rounds are slower: the machine warms up. */
    private int round(int round) {
        Instant now = clock.instant();
        List<List<ObservedTraffic>> batches = new ArrayList<>();
        for (int batch = 0; batch < BATCHES; batch++) {
            batches.add(batch(round * BATCHES + batch, now));
        }
        long worked = Spent.processor();
        long start = System.nanoTime();
        batches.forEach(batch -> capture.capture(account.scope, batch));
        double accepted = Spent.seconds(start);
        start = System.nanoTime();
        int records = run.flush().records();
        FilterLogEventsResponse last = account.logs.filterLogEvents(r ->
                r.logGroupName("flows").startTime(now.toEpochMilli() - 1000).limit(1));
        double delivered = Spent.seconds(start);
        if (records != BATCH * BATCHES || last.events().isEmpty()) {
            throw new IllegalStateException(records + " records were delivered");
        }
        System.out.printf(
                "round %d: accepted %,9.0f flows/s   accepted to readable %,9.0f records/s"
                        + "   both %,9.0f records per second of one core%n",
                round, records / accepted, records / delivered, records / ((Spent.processor() - worked) / 1e9));
        return records;
    }

    private List<ObservedTraffic> batch(int number, Instant now) {
        List<ObservedTraffic> batch = new ArrayList<>(BATCH);
        for (int i = 0; i < BATCH; i++) {
            int n = number * BATCH + i;
            InterfaceDetails at = Flows.at(account, "eni-0%016x".formatted(n % INTERFACES), account.subnet);
            FlowAttributes flow = FlowAttributes.of(
                    "10.0." + n % 4 + "." + n % 251,
                    "172.31." + n % 17 + ".21",
                    1024 + n % 60_000,
                    n % 300 == 0 ? 443 : 22,
                    6,
                    n % 5 == 0 ? Action.REJECT : Action.ACCEPT);
            Instant first = now.plusMillis(n / 60_000 % 50);
            batch.add(new ObservedTraffic(
                    at, flow, 1 + n % 40, 100L + n * 31L % 9_000, 3, first, first.plus(Duration.ofMillis(n % 50))));
        }
        return batch;
    }
}
