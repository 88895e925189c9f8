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

/** Where whoever sees traffic hands it over: from there on every flow log that covers it will show it, exactly once. */
@Service
@Transactional
public class FlowLogCapture {

    /** The longest a flow may last: a flow makes a record for each window it lasts. */
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
     * Accepts traffic as network interfaces of one account and Region saw it. It is stored in the caller's transaction:
     * accepted as soon as that commits. Flow logs show it from their creation on; what is over before there is any flow
     * log is not kept.
     *
     * @param scope the account and Region whose flow logs may cover the interfaces
     * @param traffic may be of any number of interfaces, and of the past and the future
     * @throws IllegalArgumentException if a flow lasts longer than {@link #LONGEST_FLOW} or is before the epoch
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
            throw new IllegalArgumentException("A flow lasts " + LONGEST_FLOW + " at most");
        }
        if (observed.start().toEpochMilli() <= 0) {
            throw new IllegalArgumentException("Traffic before 1970");
        }
    }
}
