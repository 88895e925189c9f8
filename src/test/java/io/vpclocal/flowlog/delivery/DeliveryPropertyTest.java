package io.vpclocal.flowlog.delivery;

import static io.vpclocal.flowlog.Flows.tcp;
import static io.vpclocal.flowlog.record.FlowAttributes.Action.ACCEPT;
import static org.assertj.core.api.Assertions.assertThat;
import static org.quicktheories.QuickTheory.qt;
import static org.quicktheories.generators.SourceDSL.integers;
import static org.quicktheories.generators.SourceDSL.lists;

import io.vpclocal.flowlog.FlowLogAccount;
import io.vpclocal.flowlog.FlowLogCapture;
import io.vpclocal.flowlog.Flows;
import io.vpclocal.flowlog.capture.TrafficStore;
import io.vpclocal.flowlog.record.ObservedTraffic;
import io.vpclocal.flowlog.subscription.FlowLogs;
import io.vpclocal.protocol.clock.EmulatorClock;
import io.vpclocal.testing.Aws;
import io.vpclocal.testing.OtherEmulatorTest;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.quicktheories.core.Gen;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.transaction.PlatformTransactionManager;

/**
 * Sends random traffic while windows end early or late, deliveries fail or die halfway, and flow logs are created. The
 * records must add up to the sent traffic.
 */
@OtherEmulatorTest
class DeliveryPropertyTest {

    private static final Instant NOON = Instant.parse("2026-03-01T12:00:00Z");

    @Autowired
    private Aws aws;

    @Autowired
    private EmulatorClock clock;

    @Autowired
    private FlowLogCapture capture;

    @Autowired
    private DeliveryRun run;

    @Autowired
    private FlowLogs flowLogs;

    @Autowired
    private TrafficStore store;

    @Autowired
    private CloudWatchLogsSink sink;

    @Autowired
    private NoDataRecords noData;

    @Autowired
    private DeliveryProperties properties;

    @Autowired
    private PlatformTransactionManager transactions;

    @BeforeEach
    void freeze() {
        clock.freeze();
    }

    @AfterEach
    void realTime() {
        clock.real();
        clock.thaw();
    }

    private enum What {
        SEND,
        ADVANCE,
        FLUSH,
        NEW_FLOW_LOG,
        REFUSED_DELIVERY,
        DYING_DELIVERY
    }

    /** @param size the size of the step, from 0 to 999 */
    private record Step(What what, int size) {}

    private static Gen<Step> steps() {
        // Most steps send traffic.
        return integers()
                .between(0, 9)
                .zip(
                        integers().between(0, 999),
                        (kind, size) -> new Step(kind < 5 ? What.SEND : What.values()[kind - 4], size));
    }

    @Test
    void recordsAddUpToSentTraffic() {
        qt().withExamples(25)
                .withShrinkCycles(10)
                .forAll(lists().of(steps()).ofSizeBetween(4, 20))
                .checkAssert(steps -> {
                    clock.set(NOON);
                    Trial trial = new Trial();
                    trial.subscribe(0);
                    steps.forEach(trial::take);
                    trial.check();
                });
    }

    /** A flow log with a log group of its own. */
    private record Subscription(String id, String group, Instant since) {}

    /** One trial in an account of its own. */
    private final class Trial {

        private final FlowLogAccount account = new FlowLogAccount(aws);
        private final List<Subscription> subscriptions = new ArrayList<>();
        private final List<ObservedTraffic> sent = new ArrayList<>();

        private void take(Step step) {
            switch (step.what()) {
                case SEND -> send(step.size());
                case ADVANCE -> clock.advance(Duration.ofSeconds(step.size()));
                case FLUSH -> run.flush();
                case NEW_FLOW_LOG -> subscribe(step.size());
                case REFUSED_DELIVERY -> {
                    account.allow(FlowLogAccount.PERMISSIONS.replace("logs:PutLogEvents", "logs:GetLogEvents"));
                    run.flush();
                    account.allow(FlowLogAccount.PERMISSIONS);
                }
                case DYING_DELIVERY ->
                    subscriptions.forEach(subscription -> new FlowLogDelivery(
                                    flowLogs,
                                    store,
                                    List.of(new DyingSink(sink)),
                                    noData,
                                    properties,
                                    clock,
                                    transactions)
                            .deliver(account.scope, subscription.id(), new BatchReader(store), step.size() % 2 == 0));
            }
        }

        /** Sends a flow of the past or the future, up to half an hour long, with its own port. */
        private void send(int size) {
            ObservedTraffic traffic = tcp(
                    Flows.at(account),
                    1 + sent.size(),
                    ACCEPT,
                    1 + size * 7 % 1_000,
                    40L * size,
                    clock.instant().plusSeconds(size * 3L % 1_200 - 300),
                    Duration.ofMillis(size % 3 == 0 ? 0 : size * 1_777L));
            sent.add(traffic);
            capture.capture(account.scope, List.of(traffic));
        }

        private void subscribe(int size) {
            if (subscriptions.size() < 3) {
                String group = "flows-" + subscriptions.size();
                String id = account.create(account.toGroup(group).maxAggregationInterval(size % 2 == 0 ? 60 : 600));
                subscriptions.add(new Subscription(id, group, clock.instant()));
            }
        }

        private void check() {
            run.flush();
            for (Subscription subscription : subscriptions) {
                List<String[]> records = records(subscription.group());
                for (ObservedTraffic one : sent) {
                    String port = String.valueOf(one.flow().destinationPort());
                    List<String[]> its = records.stream()
                            .filter(record -> record[6].equals(port))
                            .toList();
                    long packets = its.stream()
                            .mapToLong(record -> Long.parseLong(record[8]))
                            .sum();
                    long bytes = its.stream()
                            .mapToLong(record -> Long.parseLong(record[9]))
                            .sum();
                    if (!one.start().isBefore(subscription.since())) {
                        assertThat(packets).as(port).isEqualTo(one.packets());
                        assertThat(bytes).as(port).isEqualTo(one.bytes());
                    } else if (one.end().isBefore(subscription.since())) {
                        assertThat(packets).as(port).isZero();
                    } else {
                        assertThat(packets).as(port).isLessThanOrEqualTo(one.packets());
                    }
                }
            }
        }

        private List<String[]> records(String group) {
            boolean none = account.logs
                    .describeLogGroups(r -> r.logGroupNamePrefix(group))
                    .logGroups()
                    .isEmpty();
            return none
                    ? List.of()
                    : account.logs.filterLogEventsPaginator(r -> r.logGroupName(group)).events().stream()
                            .map(event -> event.message().split(" "))
                            .toList();
        }
    }
}
