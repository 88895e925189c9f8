package io.vpclocal.flowlog.delivery;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.vpclocal.flowlog.FlowLogAccount;
import io.vpclocal.testing.OwnEmulator;
import io.vpclocal.testing.PostgresServer;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/**
 * Two nodes with one database accept and deliver traffic at the same time. Each acknowledged flow is in exactly one
 * record.
 */
class TwoNodesTest {

    private static final int SENDERS_PER_NODE = 2;
    private static final int FLOWS_PER_SENDER = 40;
    private static final int FLUSHES = 15;

    @Test
    void everyAcknowledgedFlowHasOneRecordPerFlowLog() throws Exception {
        assumeTrue(PostgresServer.installed(), "PostgreSQL is not installed");
        try (PostgresServer server = PostgresServer.start();
                OwnEmulator one = start(server);
                OwnEmulator other = start(server)) {
            FlowLogAccount account = new FlowLogAccount(one.aws());
            account.create(account.toGroup("minutes").maxAggregationInterval(60));
            account.create(account.toGroup("interfaces")
                    .resourceType("NetworkInterface")
                    .resourceIds(account.networkInterface));
            int flows = sendAndDeliver(List.of(one, other), account);
            other.control().post("/_vpclocal/flow-logs/flush");
            assertExactlyOnce(account, "minutes", flows);
            assertExactlyOnce(account, "interfaces", flows);
        }
    }

    private static OwnEmulator start(PostgresServer server) {
        return OwnEmulator.start(Map.of(
                "vpclocal.database.url",
                server.url(),
                "vpclocal.database.username",
                server.user(),
                "vpclocal.key",
                "a key that both nodes have",
                "vpclocal.flow-logs.poll-interval",
                "20ms"));
    }

    /** Returns the number of acknowledged flows. */
    private static int sendAndDeliver(List<OwnEmulator> nodes, FlowLogAccount account) throws Exception {
        AtomicInteger ports = new AtomicInteger(1000);
        AtomicInteger acknowledged = new AtomicInteger();
        List<Callable<Void>> work = new ArrayList<>();
        for (OwnEmulator node : nodes) {
            for (int i = 0; i < SENDERS_PER_NODE; i++) {
                work.add(() -> {
                    for (int n = 0; n < FLOWS_PER_SENDER; n++) {
                        acknowledged.addAndGet(send(node, account, ports.getAndIncrement()));
                    }
                    return null;
                });
            }
            work.add(() -> {
                for (int n = 0; n < FLUSHES; n++) {
                    assertThat(node.control().post("/_vpclocal/flow-logs/flush").status())
                            .isEqualTo(200);
                }
                return null;
            });
        }
        ExecutorService pool = Executors.newFixedThreadPool(work.size());
        for (Future<Void> done : pool.invokeAll(work)) {
            done.get();
        }
        pool.shutdown();
        return acknowledged.get();
    }

    private static int send(OwnEmulator node, FlowLogAccount account, int port) throws Exception {
        String flow = "{\"source\":\"" + account.networkInterface
                + "\",\"destination\":\"203.0.113.9\",\"destinationPort\":" + port + "}";
        return node.control()
                                .post("/_vpclocal/traffic?account=" + account.scope.account(), flow)
                                .status()
                        == 200
                ? 1
                : 0;
    }

    private static void assertExactlyOnce(FlowLogAccount account, String group, int flows) {
        Map<String, Long> records = account.logs.filterLogEventsPaginator(r -> r.logGroupName(group)).events().stream()
                .map(event -> event.message().split(" ")[6])
                .collect(Collectors.groupingBy(port -> port, Collectors.counting()));
        assertThat(flows).isEqualTo(2 * SENDERS_PER_NODE * FLOWS_PER_SENDER);
        assertThat(records).hasSize(flows);
        assertThat(records.values()).containsOnly(1L);
    }
}
