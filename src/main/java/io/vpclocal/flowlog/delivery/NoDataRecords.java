package io.vpclocal.flowlog.delivery;

import io.vpclocal.flowlog.record.Aggregation;
import io.vpclocal.flowlog.record.FlowRecord;
import io.vpclocal.flowlog.record.InterfaceDetails;
import io.vpclocal.flowlog.record.ObservedTraffic;
import io.vpclocal.flowlog.subscription.FlowLogEntity;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.springframework.stereotype.Component;

/**
 * The NODATA records of windows in which an interface had no traffic (VPC User Guide: flow log records). After a large
 * clock move, only the last windows get them.
 */
@Component
class NoDataRecords {

    /** The most windows per interface in one delivery of a flow log. */
    private static final int MOST_WINDOWS = 60;

    /**
     * The most records in one delivery of a flow log. If more interfaces are covered, each still gets its last window.
     */
    private static final int MOST_RECORDS = 10_000;

    private final DeliveryProperties properties;
    private final CoveredInterfaces interfaces;

    NoDataRecords(DeliveryProperties properties, CoveredInterfaces interfaces) {
        this.properties = properties;
        this.interfaces = interfaces;
    }

    /** True if windows without traffic get records. */
    boolean wanted() {
        return properties.noData();
    }

    /**
     * The NODATA records of the windows from the flow log's last closed one to {@code until}.
     *
     * @param until milliseconds since the epoch; the end of a window
     * @param traffic all traffic captured in that time for the flow log's interfaces
     */
    List<FlowRecord> records(FlowLogEntity flowLog, long until, List<ObservedTraffic> traffic) {
        if (!wanted() || flowLog.closedUntil() >= until) {
            return List.of();
        }
        List<InterfaceDetails> covered = interfaces.of(flowLog);
        int most = Math.min(MOST_WINDOWS, Math.max(1, MOST_RECORDS / Math.max(1, covered.size())));
        Map<String, List<ObservedTraffic>> seen = new HashMap<>();
        for (ObservedTraffic observed : traffic) {
            seen.computeIfAbsent(id(observed.networkInterface()), id -> new ArrayList<>())
                    .add(observed);
        }
        List<FlowRecord> records = new ArrayList<>();
        for (InterfaceDetails details : covered) {
            long length = Aggregation.secondsAt(details, flowLog.maxAggregationInterval()) * 1000L;
            long since = Math.max(flowLog.closedUntil(), until - most * length);
            Set<Long> busy = busy(seen.getOrDefault(id(details), List.of()), since, until, length);
            for (long start = Math.floorDiv(since, length) * length; start < until; start += length) {
                if (!busy.contains(start)) {
                    records.add(FlowRecord.noData(details, Math.max(start, since) / 1000, (start + length) / 1000));
                }
            }
        }
        records.sort(Comparator.comparingLong(FlowRecord::start));
        return records;
    }

    private static Set<Long> busy(List<ObservedTraffic> traffic, long since, long until, long length) {
        Set<Long> windows = new HashSet<>();
        for (ObservedTraffic observed : traffic) {
            long first = Math.max(since, observed.start().toEpochMilli());
            long last = Math.min(until - 1, observed.end().toEpochMilli());
            for (long start = Math.floorDiv(first, length) * length; start <= last; start += length) {
                windows.add(start);
            }
        }
        return windows;
    }

    private static String id(InterfaceDetails details) {
        return Objects.requireNonNullElse(details.interfaceId(), "");
    }
}
