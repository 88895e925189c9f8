package io.vpclocal.bench;

import io.vpclocal.logs.insights.FieldDiscovery;
import io.vpclocal.logs.insights.InsightsQuery;
import io.vpclocal.logs.insights.LogRecord;
import io.vpclocal.logs.insights.QueryRun;
import io.vpclocal.logs.pattern.FilterPattern;
import io.vpclocal.logs.store.Chunk;
import io.vpclocal.logs.store.ChunkReader;
import io.vpclocal.logs.store.StoredEvent;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.IntSupplier;

/** Measures records per second of queries and chunks on one thread. Run its main method; it is not a test. */
public final class InsightsBenchmark {

    private static final int RECORDS = 50_000;
    private static final int ROUNDS = 15;

    private static final List<String> QUERIES = List.of(
            "fields @timestamp, @message",
            "filter action = 'REJECT' and dstPort = 443 | fields @timestamp, srcAddr | limit 20",
            "stats sum(packets) as packetsTransferred by srcAddr, dstAddr | sort packetsTransferred desc | limit 15",
            "filter isIpv4InSubnet(srcAddr, \"10.0.2.0/24\") | stats sum(bytes) as b by dstAddr | sort b desc | limit 15",
            "filter @message like /REJECT OK$/ | stats count(*) by bin(5m)");

    private InsightsBenchmark() {}

    public static void main(String[] args) {
        List<StoredEvent> events = events();
        chunks(events);
        FieldDiscovery flowLogs = FieldDiscovery.flowLogs(List.of(Arrays.asList(
                ("version account-id interface-id srcaddr dstaddr srcport dstport protocol packets bytes start end "
                                + "action log-status")
                        .split(" "))));
        List<LogRecord> records = events.stream()
                .map(e -> new LogRecord(e.timestamp(), e.ingestionTime(), e.message(), "s", "l", "p", flowLogs))
                .toList();
        QueryRun run = new QueryRun(0, 0, 0, QueryRun.DEFAULT_ROWS, () -> false);
        for (String text : QUERIES) {
            InsightsQuery query = InsightsQuery.compile(text);
            report(text, () -> query.execute(records.iterator(), run).rows().size());
        }
    }

    private static void chunks(List<StoredEvent> events) {
        Chunk chunk = Chunk.pack(events);
        System.out.printf("%d bytes of messages in %d%n", chunk.messageBytes(), chunk.block().length);
        report("pack a chunk", () -> Chunk.pack(events).events());
        FilterPattern pattern = FilterPattern.parse("[a, b, c, d, e, f, port=\"443\", h, i, j, k, l, m=REJECT, n]");
        report("read a chunk and match a filter pattern", () -> {
            int matches = 0;
            try (ChunkReader reader = chunk.read()) {
                while (reader.advance()) {
                    matches += pattern.matches(reader.message()) ? 1 : 0;
                }
            }
            return matches;
        });
    }

    private static void report(String what, IntSupplier body) {
        long best = Long.MAX_VALUE;
        int result = 0;
        for (int round = 0; round < ROUNDS; round++) {
            long start = System.nanoTime();
            result = body.getAsInt();
            best = Math.min(best, System.nanoTime() - start);
        }
        System.out.printf("%,12d records/s (%d)  %s%n", RECORDS * 1_000_000_000L / best, result, what);
    }

    private static List<StoredEvent> events() {
        List<StoredEvent> events = new ArrayList<>(RECORDS);
        for (int i = 0; i < RECORDS; i++) {
            long time = 1418530010000L + i * 1000L;
            int spread = Math.abs(i * 0x9e3779b9) >>> 8;
            events.add(new StoredEvent(
                    time,
                    time + 60_000,
                    "2 123456789010 eni-1235b8ca123456789 10.0." + i % 4 + "." + spread % 251 + " 172.31." + i % 17
                            + ".21 " + (20000 + spread % 30000) + " " + (i % 3 == 0 ? "443" : "22") + " 6 "
                            + spread % 40 + " " + (100 + spread % 9000) + " " + time / 1000 + " "
                            + (time / 1000 + 60) + (i % 5 == 0 ? " REJECT" : " ACCEPT") + " OK"));
        }
        return events;
    }
}
