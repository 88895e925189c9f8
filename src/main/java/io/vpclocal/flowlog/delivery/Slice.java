package io.vpclocal.flowlog.delivery;

import io.vpclocal.flowlog.capture.OutstandingBatch;
import io.vpclocal.flowlog.record.Aggregation;
import io.vpclocal.flowlog.record.Aggregation.Window;
import io.vpclocal.flowlog.record.FlowRecord;
import io.vpclocal.flowlog.record.ObservedTraffic;
import io.vpclocal.flowlog.record.WindowRecords;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;

/**
 * The time span of one delivery of a flow log. It ends with a capture window.
 *
 * @param batches the batches with traffic in the span, oldest first
 * @param end milliseconds since the epoch, exclusive
 */
record Slice(List<OutstandingBatch> batches, long end) {

    /** The most flows in memory at once, unless a single window has more. */
    private static final long MOST_FLOWS = 250_000;

    /**
     * Takes as much of the outstanding traffic as fits into memory, in whole periods.
     *
     * @param outstanding not empty, oldest first
     * @param until milliseconds since the epoch; the end of a period
     * @param onePeriod whether to end after the first period with traffic
     */
    static Slice first(List<OutstandingBatch> outstanding, long until, long period, boolean onePeriod) {
        long from = outstanding.stream().mapToLong(OutstandingBatch::from).min().orElseThrow();
        long firstEnd = (Math.floorDiv(from, period) + 1) * period;
        long end = onePeriod ? Math.min(until, firstEnd) : until;
        while (end > firstEnd && flows(outstanding, end) > MOST_FLOWS) {
            long periods = (end - firstEnd) / period;
            end = firstEnd + periods / 2 * period;
        }
        long chosen = end;
        return new Slice(
                outstanding.stream().filter(batch -> batch.from() < chosen).toList(), chosen);
    }

    private static long flows(List<OutstandingBatch> batches, long end) {
        return batches.stream()
                .filter(batch -> batch.from() < end)
                .mapToLong(OutstandingBatch::flows)
                .sum();
    }

    /**
     * The records of the slice, window by window.
     *
     * @param interval the flow log's aggregation interval in seconds; interfaces of Nitro instances have shorter
     *     windows
     * @param since the flow log's creation; earlier traffic does not count
     * @param traffic reads the flows of a batch that the flow log covers
     */
    List<FlowRecord> records(int interval, Instant since, Function<OutstandingBatch, List<ObservedTraffic>> traffic) {
        Map<OutstandingBatch, List<ObservedTraffic>> read = new HashMap<>();
        Set<Integer> lengths = new TreeSet<>();
        for (OutstandingBatch batch : batches) {
            List<ObservedTraffic> flows = traffic.apply(batch);
            if (!flows.isEmpty()) {
                read.put(batch, flows);
                flows.forEach(observed -> lengths.add(seconds(observed, interval)));
            }
        }
        List<FlowRecord> records = new ArrayList<>();
        for (int seconds : lengths) {
            Map<OutstandingBatch, List<ObservedTraffic>> some = new HashMap<>();
            read.forEach((batch, flows) -> some.put(
                    batch,
                    lengths.size() == 1
                            ? flows
                            : flows.stream()
                                    .filter(observed -> seconds(observed, interval) == seconds)
                                    .toList()));
            add(records, seconds, since.toEpochMilli(), some);
        }
        return records;
    }

    private static int seconds(ObservedTraffic observed, int interval) {
        return Aggregation.secondsAt(observed.networkInterface(), interval);
    }

    private void add(
            List<FlowRecord> records, int seconds, long first, Map<OutstandingBatch, List<ObservedTraffic>> traffic) {
        Aggregation aggregation = Aggregation.every(seconds);
        long length = seconds * 1000L;
        for (long start : windows(length, first, traffic)) {
            Window window =
                    new Window(Instant.ofEpochMilli(Math.max(start, first)), Instant.ofEpochMilli(start + length));
            WindowRecords its = aggregation.records(window);
            for (OutstandingBatch batch : batches) {
                boolean open = batch.deliveredUntil() <= start && batch.earliest() < start + length;
                if (open && batch.latest() >= start) {
                    its.add(traffic.getOrDefault(batch, List.of()), batch.capacity());
                }
            }
            records.addAll(its.all());
        }
    }

    /** The starts of the windows that may have traffic. */
    private TreeSet<Long> windows(long length, long first, Map<OutstandingBatch, List<ObservedTraffic>> traffic) {
        TreeSet<Long> windows = new TreeSet<>();
        traffic.forEach((batch, flows) -> {
            if (!flows.isEmpty()) {
                long last = Math.min(batch.latest(), end - 1);
                for (long w = Math.floorDiv(Math.max(batch.from(), first), length) * length; w <= last; w += length) {
                    windows.add(w);
                }
            }
        });
        return windows;
    }
}
