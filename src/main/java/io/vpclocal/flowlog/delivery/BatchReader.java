package io.vpclocal.flowlog.delivery;

import io.vpclocal.flowlog.capture.OutstandingBatch;
import io.vpclocal.flowlog.capture.TrafficStore;
import io.vpclocal.flowlog.record.ObservedTraffic;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Reads batches for the flow logs of one scope, one after the other. A batch read for one flow log is reused for the
 * next.
 */
final class BatchReader {

    private static final int MOST_FLOWS = 100_000;

    private final TrafficStore store;
    private final Map<Long, List<ObservedTraffic>> recent = new LinkedHashMap<>();
    private int flows;

    BatchReader(TrafficStore store) {
        this.store = store;
    }

    List<ObservedTraffic> read(OutstandingBatch batch) {
        List<ObservedTraffic> known = recent.get(batch.seq());
        if (known != null) {
            return known;
        }
        List<ObservedTraffic> traffic = store.traffic(batch);
        if (flows + traffic.size() > MOST_FLOWS) {
            recent.clear();
            flows = 0;
        }
        recent.put(batch.seq(), traffic);
        flows += traffic.size();
        return traffic;
    }
}
