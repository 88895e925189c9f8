package io.vpclocal.flowlog;

import io.vpclocal.flowlog.capture.TrafficStore;
import io.vpclocal.flowlog.record.ObservedTraffic;
import io.vpclocal.flowlog.subscription.FlowLogs;
import io.vpclocal.protocol.Scope;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The entry point for observed traffic. Every flow log that covers the traffic records it exactly once. */
@Service
@Transactional
public class FlowLogCapture {

    /** The longest duration of a flow. A flow makes one record for each window that it lasts. */
    public static final Duration LONGEST_FLOW = Duration.ofHours(24);

    private final TrafficStore store;
    private final FlowLogs flowLogs;
    private final Clock clock;

    FlowLogCapture(TrafficStore store, FlowLogs flowLogs, Clock clock) {
        this.store = store;
        this.flowLogs = flowLogs;
        this.clock = clock;
    }

    /**
     * Accepts traffic that network interfaces of one account and Region observed. The traffic is stored in the caller's
     * transaction and counts as accepted when that commits. A flow log records traffic from its creation on. Traffic
     * that ended before the first flow log was created is not kept.
     *
     * @param scope the account and Region whose flow logs may cover the interfaces
     * @param traffic traffic of any number of interfaces, in the past or the future
     * @throws IllegalArgumentException if a flow lasts longer than {@link #LONGEST_FLOW} or starts before the epoch
     */
    public void capture(Scope scope, List<ObservedTraffic> traffic) {
        traffic.forEach(FlowLogCapture::requireStorable);
        if (traffic.isEmpty() || nobodyWillSee(scope, traffic)) {
            return;
        }
        store.add(scope, traffic);
    }

    private boolean nobodyWillSee(Scope scope, List<ObservedTraffic> traffic) {
        return flowLogs.count(scope) == 0
                && traffic.stream().allMatch(observed -> observed.end().isBefore(clock.instant()));
    }

    private static void requireStorable(ObservedTraffic observed) {
        if (Duration.between(observed.start(), observed.end()).compareTo(LONGEST_FLOW) > 0) {
            throw new IllegalArgumentException(
                    "The flow lasts longer than " + LONGEST_FLOW + ". Split it into shorter flows.");
        }
        if (observed.start().toEpochMilli() <= 0) {
            throw new IllegalArgumentException("The flow starts before 1970-01-01. Expected a later start time.");
        }
    }
}
