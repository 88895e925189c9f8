package io.vpclocal.flowlog.delivery;

import io.vpclocal.flowlog.FlowLogProperties;
import io.vpclocal.flowlog.record.FlowRecord;
import io.vpclocal.flowlog.record.InterfaceDetails;
import io.vpclocal.flowlog.record.ObservedTraffic;
import io.vpclocal.flowlog.subscription.FlowLogEntity;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.springframework.stereotype.Component;

/**
 * The records of windows in which an interface had no traffic at all (VPC User Guide: flow log records). When time was
 * moved far, only the last windows get them.
 */
@Component
class NoData {

    private static final int MOST_WINDOWS = 60;

    private final FlowLogProperties properties;
    private final CoveredInterfaces interfaces;

    NoData(FlowLogProperties properties, CoveredInterfaces interfaces) {
        this.properties = properties;
        this.interfaces = interfaces;
    }

    /** True if windows are closed even when nothing happened. */
    boolean wanted() {
        return properties.noData();
    }

    /**
     * The records of the windows from the flow log's last closed one to {@code until}.
     *
     * @param until milliseconds since the epoch; the end of a window
     * @param traffic everything captured in that time that may be of the flow log's interfaces
     */
    List<FlowRecord> records(FlowLogEntity flowLog, long until, List<ObservedTraffic> traffic) {
        if (!wanted() || flowLog.closedUntil() >= until) {
            return List.of();
        }
        long length = flowLog.maxAggregationInterval() * 1000L;
        long since = Math.max(flowLog.closedUntil(), until - MOST_WINDOWS * length);
        Map<String, Set<Long>> busy = busy(traffic, since, until, length);
        List<InterfaceDetails> covered = interfaces.of(flowLog);
        List<FlowRecord> records = new ArrayList<>();
        for (long start = Math.floorDiv(since, length) * length; start < until; start += length) {
            for (InterfaceDetails details : covered) {
                if (!busy.getOrDefault(id(details), Set.of()).contains(start)) {
                    records.add(FlowRecord.noData(details, Math.max(start, since) / 1000, (start + length) / 1000));
                }
            }
        }
        return records;
    }

    private static Map<String, Set<Long>> busy(List<ObservedTraffic> traffic, long since, long until, long length) {
        Map<String, Set<Long>> busy = new HashMap<>();
        for (ObservedTraffic observed : traffic) {
            long first = Math.max(since, observed.start().toEpochMilli());
            long last = Math.min(until - 1, observed.end().toEpochMilli());
            Set<Long> windows = busy.computeIfAbsent(id(observed.networkInterface()), id -> new HashSet<>());
            for (long start = Math.floorDiv(first, length) * length; start <= last; start += length) {
                windows.add(start);
            }
        }
        return busy;
    }

    private static String id(InterfaceDetails details) {
        return Objects.requireNonNullElse(details.interfaceId(), "");
    }
}
