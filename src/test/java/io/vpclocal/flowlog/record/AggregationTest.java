package io.vpclocal.flowlog.record;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.quicktheories.QuickTheory.qt;
import static org.quicktheories.generators.SourceDSL.integers;
import static org.quicktheories.generators.SourceDSL.lists;
import static org.quicktheories.generators.SourceDSL.longs;

import io.vpclocal.flowlog.record.Aggregation.Window;
import io.vpclocal.flowlog.record.FlowAttributes.Action;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.quicktheories.core.Gen;

/** AWS documentation, VPC User Guide: aggregation interval, and start and end of a record. */
class AggregationTest {

    private static final InterfaceDetails ENI = InterfaceDetails.of("123456789010", "eni-1");

    private static FlowAttributes flow(int port, Action action) {
        return FlowAttributes.of("10.0.1.5", "10.0.2.5", 40000 + port, 443, 6, action);
    }

    private static ObservedTraffic traffic(long packets, long bytes, int flags, long startMillis, long endMillis) {
        return new ObservedTraffic(
                ENI,
                flow(0, Action.ACCEPT),
                packets,
                bytes,
                flags,
                Instant.ofEpochMilli(startMillis),
                Instant.ofEpochMilli(endMillis));
    }

    private static List<FlowRecord> all(Aggregation aggregation, List<ObservedTraffic> traffic) {
        return all(aggregation, traffic, Integer.MAX_VALUE);
    }

    private static List<FlowRecord> all(Aggregation aggregation, List<ObservedTraffic> traffic, int capacity) {
        Instant from = traffic.stream()
                .map(ObservedTraffic::start)
                .min(Instant::compareTo)
                .orElseThrow();
        Instant to = traffic.stream()
                .map(ObservedTraffic::end)
                .max(Instant::compareTo)
                .orElseThrow();
        List<FlowRecord> records = new ArrayList<>();
        for (Window w = aggregation.windowOf(from); !w.start().isAfter(to); w = aggregation.after(w)) {
            WindowRecords its = aggregation.records(w);
            its.add(traffic, capacity);
            records.addAll(its.all());
        }
        return records;
    }

    // A connection of 180 s: SYN in the first window, nothing in the middle, FIN in the last
    @Test
    void longFlowHasItsShareInEachWindow() {
        List<FlowRecord> records = all(Aggregation.every(60), List.of(traffic(181, 1810, 3, 30_000, 210_000)));

        assertThat(records).extracting(FlowRecord::packets).containsExactly(30L, 60L, 60L, 31L);
        assertThat(records).extracting(FlowRecord::bytes).containsExactly(300L, 600L, 600L, 310L);
        assertThat(records).extracting(FlowRecord::tcpFlags).containsExactly(2, 0, 0, 1);
        assertThat(records).extracting(FlowRecord::start).containsExactly(30L, 60L, 120L, 180L);
        assertThat(records).extracting(FlowRecord::end).containsExactly(59L, 119L, 179L, 210L);
    }

    @Test
    void oneFlowOfOneActionIsOneRecord() {
        Instant at = Instant.ofEpochSecond(10);
        ObservedTraffic accepted = new ObservedTraffic(ENI, flow(0, Action.ACCEPT), 2, 20, 2, at, at.plusSeconds(4));
        ObservedTraffic more =
                new ObservedTraffic(ENI, flow(0, Action.ACCEPT), 1, 7, 1, at.plusSeconds(9), at.plusSeconds(9));
        ObservedTraffic rejected = new ObservedTraffic(ENI, flow(0, Action.REJECT), 1, 5, 0, at, at);

        List<FlowRecord> records = all(Aggregation.every(600), List.of(accepted, rejected, more));

        assertThat(records)
                .containsExactly(
                        FlowRecord.ok(ENI, flow(0, Action.ACCEPT), 3, 27, 3, 10, 19),
                        FlowRecord.ok(ENI, flow(0, Action.REJECT), 1, 5, 0, 10, 10));
    }

    @Test
    void windowsWithoutPacketsHaveNoRecord() {
        assertThat(all(Aggregation.every(60), List.of(traffic(2, 3, 3, 0, 600_000))))
                .extracting(FlowRecord::start, FlowRecord::bytes)
                .containsExactly(
                        org.assertj.core.groups.Tuple.tuple(0L, 1L), org.assertj.core.groups.Tuple.tuple(600L, 2L));
        assertThat(all(Aggregation.every(60), List.of(traffic(0, 0, 0, 0, 600_000))))
                .isEmpty();
    }

    @Test
    void hugeCountsDoNotOverflow() {
        long many = Long.MAX_VALUE / 2;
        List<FlowRecord> records = all(Aggregation.every(600), List.of(traffic(many, many, 0, 1, 86_400_000)));

        assertThat(records.stream().mapToLong(FlowRecord::packets).sum()).isEqualTo(many);
        assertThat(records.stream().mapToLong(FlowRecord::bytes).sum()).isEqualTo(many);
    }

    @Test
    void intervalIsOneOrTenMinutes() {
        assertThatThrownBy(() -> Aggregation.every(300)).isInstanceOf(IllegalArgumentException.class);
    }

    private static Gen<ObservedTraffic> traffics() {
        Gen<long[]> counts = longs().between(0, 5_000)
                .zip(longs().between(0, 1_000_000), (packets, bytes) -> new long[] {packets, packets == 0 ? 0 : bytes});
        Gen<long[]> times = longs().between(0, 3_600_000)
                .zip(longs().between(0, 3_600_000), (start, length) -> new long[] {start, start + length});
        Gen<FlowAttributes> flows = integers()
                .between(0, 3)
                .zip(integers().between(0, 1), (port, action) -> flow(port, Action.values()[action]));
        return counts.zip(
                times,
                flows,
                (count, time, flow) -> new ObservedTraffic(
                        ENI,
                        flow,
                        count[0],
                        count[1],
                        19,
                        Instant.ofEpochMilli(time[0]),
                        Instant.ofEpochMilli(time[1])));
    }

    @Test
    void sharesAddUpToSentTraffic_andStayInTheirWindow() {
        Gen<List<ObservedTraffic>> several = lists().of(traffics()).ofSizeBetween(1, 12);
        qt().withExamples(400).forAll(several, integers().between(0, 1)).checkAssert((traffic, long600) -> {
            Aggregation aggregation = Aggregation.every(long600 == 1 ? 600 : 60);
            List<FlowRecord> records = all(aggregation, traffic);

            for (FlowAttributes flow :
                    traffic.stream().map(ObservedTraffic::flow).distinct().toList()) {
                assertThat(packets(records, flow))
                        .isEqualTo(traffic.stream()
                                .filter(t -> t.flow().equals(flow))
                                .mapToLong(ObservedTraffic::packets)
                                .sum());
                assertThat(records.stream()
                                .filter(r -> Objects.equals(r.flow(), flow))
                                .mapToLong(FlowRecord::bytes)
                                .sum())
                        .isEqualTo(traffic.stream()
                                .filter(t -> t.flow().equals(flow))
                                .mapToLong(ObservedTraffic::bytes)
                                .sum());
            }
            for (FlowRecord record : records) {
                Window window = aggregation.windowOf(Instant.ofEpochSecond(record.start()));
                assertThat(window.contains(Instant.ofEpochSecond(record.end()))).isTrue();
                assertThat(record.start()).isLessThanOrEqualTo(record.end());
                assertThat(record.packets()).isPositive();
            }
        });
    }

    // AWS documentation: one SKIPDATA record can stand for many lost flows. Our choice: which flows are lost
    @Test
    void flowsBeyondTheCapacityMakeOneSkipDataRecord() {
        Gen<List<ObservedTraffic>> several = lists().of(traffics()).ofSizeBetween(1, 16);
        qt().withExamples(400).forAll(several, integers().between(0, 4)).checkAssert((traffic, capacity) -> {
            Aggregation minutes = Aggregation.every(60);
            Map<Long, List<FlowRecord>> sent = byWindow(all(minutes, traffic));
            Map<Long, List<FlowRecord>> shown = byWindow(all(minutes, traffic, capacity));

            assertThat(shown.keySet()).isEqualTo(sent.keySet());
            sent.forEach((window, records) -> {
                List<FlowRecord> expected = new ArrayList<>(records.subList(0, Math.min(capacity, records.size())));
                if (records.size() > capacity) {
                    expected.add(FlowRecord.skipData(ENI, window, window + 60));
                }
                assertThat(shown.get(window)).isEqualTo(expected);
            });
        });
    }

    private static Map<Long, List<FlowRecord>> byWindow(List<FlowRecord> records) {
        return records.stream().collect(Collectors.groupingBy(record -> record.start() / 60 * 60));
    }

    @Test
    void eachInterfaceHasItsOwnCapacity_andCapturedFlowsContinue() {
        InterfaceDetails other = InterfaceDetails.of("123456789010", "eni-2");
        Instant at = Instant.ofEpochSecond(10);
        Window window = Aggregation.every(60).windowOf(at);
        WindowRecords records = Aggregation.every(60).records(window);
        records.add(
                List.of(
                        new ObservedTraffic(ENI, flow(0, Action.ACCEPT), 1, 10, 0, at, at),
                        new ObservedTraffic(ENI, flow(1, Action.ACCEPT), 1, 10, 0, at, at),
                        new ObservedTraffic(other, flow(1, Action.ACCEPT), 1, 10, 0, at, at),
                        new ObservedTraffic(ENI, flow(0, Action.ACCEPT), 1, 10, 0, at, at),
                        new ObservedTraffic(ENI, flow(2, Action.ACCEPT), 1, 10, 0, at, at)),
                1);
        assertThat(records.all())
                .containsExactly(
                        FlowRecord.ok(ENI, flow(0, Action.ACCEPT), 2, 20, 0, 10, 10),
                        FlowRecord.ok(other, flow(1, Action.ACCEPT), 1, 10, 0, 10, 10),
                        FlowRecord.skipData(ENI, 0, 60));
    }

    private static long packets(List<FlowRecord> records, FlowAttributes flow) {
        return records.stream()
                .filter(record -> Objects.equals(record.flow(), flow))
                .mapToLong(FlowRecord::packets)
                .sum();
    }
}
