package io.vpclocal.flowlog.capture;

import io.vpclocal.flowlog.record.ObservedTraffic;
import io.vpclocal.protocol.Scope;
import jakarta.persistence.EntityManager;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.springframework.stereotype.Component;

/**
 * Accepted traffic and how far each flow log has delivered it. Each flow log tracks every batch separately. A batch
 * that becomes visible late, or that covers past traffic, is delivered late, but exactly once.
 */
@Component
public class TrafficStore {

    private static final int IDS_PER_STATEMENT = 500;

    private final CapturedBatches batches;
    private final CaptureCapacities capacities;
    private final EntityManager entities;

    TrafficStore(CapturedBatches batches, CaptureCapacities capacities, EntityManager entities) {
        this.batches = batches;
        this.capacities = capacities;
        this.entities = entities;
    }

    /** Stores a batch in the caller's transaction. */
    public void add(Scope scope, List<ObservedTraffic> traffic) {
        long earliest = Long.MAX_VALUE;
        long latest = Long.MIN_VALUE;
        for (ObservedTraffic observed : traffic) {
            earliest = Math.min(earliest, observed.start().toEpochMilli());
            latest = Math.max(latest, observed.end().toEpochMilli());
        }
        CapturedTrafficEntity batch =
                batches.save(new CapturedTrafficEntity(scope, earliest, latest, traffic.size(), capacities.of(scope)));
        entities.persist(new CapturedTrafficBodyEntity(batch.seq(), TrafficCodec.write(traffic)));
    }

    /** The scopes that have stored traffic. */
    public List<Scope> scopes() {
        return batches.findScopes();
    }

    /** The batches that a flow log has to deliver before {@code until}, exclusive, oldest first. */
    public List<OutstandingBatch> outstanding(Scope scope, String flowLogId, long until) {
        return batches.findOutstanding(scope.account(), scope.region(), flowLogId, until);
    }

    public List<ObservedTraffic> traffic(OutstandingBatch batch) {
        return TrafficCodec.read(batches.findFlows(batch.seq()));
    }

    /** Records that a flow log has delivered batches up to an instant. Runs in the transaction of the delivery. */
    public void delivered(String flowLogId, List<OutstandingBatch> done, long until) {
        Map<Long, DeliveredTrafficEntity> present = new HashMap<>();
        for (List<Long> some : portions(done.stream()
                .filter(batch -> batch.deliveredUntil() > 0)
                .map(OutstandingBatch::seq)
                .toList())) {
            batches.findDelivered(flowLogId, some).forEach(row -> present.put(row.batchSeq(), row));
        }
        for (OutstandingBatch batch : done) {
            DeliveredTrafficEntity row = present.get(batch.seq());
            if (row == null) {
                entities.persist(new DeliveredTrafficEntity(flowLogId, batch.seq(), until));
            } else {
                row.deliveredUntil(until);
            }
        }
        entities.flush();
    }

    /** Deletes traffic that every flow log has delivered, and all traffic older than {@code keptSince}. */
    public void cleanUp(Scope scope, long now, long keptSince) {
        remove(batches.findFinished(scope.account(), scope.region(), now));
        remove(batches.findOlder(scope.account(), scope.region(), keptSince));
    }

    void forget(String flowLogId) {
        batches.deleteDeliveredThrough(flowLogId);
    }

    private void remove(List<Long> seqs) {
        for (List<Long> some : portions(seqs)) {
            batches.deleteDelivered(some);
            batches.deleteFlows(some);
            batches.deleteBatches(some);
        }
    }

    private static List<List<Long>> portions(List<Long> seqs) {
        return IntStream.iterate(0, from -> from < seqs.size(), from -> from + IDS_PER_STATEMENT)
                .mapToObj(from -> seqs.subList(from, Math.min(seqs.size(), from + IDS_PER_STATEMENT)))
                .toList();
    }
}
