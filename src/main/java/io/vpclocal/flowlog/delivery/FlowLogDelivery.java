package io.vpclocal.flowlog.delivery;

import io.vpclocal.flowlog.capture.OutstandingBatch;
import io.vpclocal.flowlog.capture.TrafficStore;
import io.vpclocal.flowlog.record.FlowRecord;
import io.vpclocal.flowlog.record.ObservedTraffic;
import io.vpclocal.flowlog.subscription.FlowLogEntity;
import io.vpclocal.flowlog.subscription.FlowLogs;
import io.vpclocal.protocol.Scope;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.ConcurrencyFailureException;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Delivers the outstanding traffic of one flow log. Each step is one transaction that locks the flow log's row, reads
 * the traffic, delivers the records and stores the progress. Two nodes therefore never deliver the same records, and an
 * interrupted step is repeated from its beginning.
 */
@Component
class FlowLogDelivery {

    private static final Logger LOG = LoggerFactory.getLogger(FlowLogDelivery.class);

    private static final int ATTEMPTS = 12;

    private final FlowLogs flowLogs;
    private final TrafficStore store;
    private final List<RecordSink> sinks;
    private final NoDataRecords noData;
    private final DeliveryProperties properties;
    private final Clock clock;
    private final TransactionTemplate transactions;

    FlowLogDelivery(
            FlowLogs flowLogs,
            TrafficStore store,
            List<RecordSink> sinks,
            NoDataRecords noData,
            DeliveryProperties properties,
            Clock clock,
            PlatformTransactionManager transactionManager) {
        this.flowLogs = flowLogs;
        this.store = store;
        this.sinks = sinks;
        this.noData = noData;
        this.properties = properties;
        this.clock = clock;
        this.transactions = new TransactionTemplate(transactionManager);
    }

    /** The outcome for one flow log. */
    record Result(int records, Optional<DeliveryFailure> failure) {}

    private record Step(int records, boolean more) {}

    /**
     * Delivers everything that is due.
     *
     * @param early whether to close windows that have not ended yet
     */
    Result deliver(Scope scope, String flowLogId, BatchReader reader, boolean early) {
        int records = 0;
        int clashes = 0;
        while (true) {
            try {
                Step step = inTransaction(scope, flowLogId, reader, early);
                records += step.records();
                if (!step.more()) {
                    return new Result(records, Optional.empty());
                }
            } catch (DeliveryFailedException e) {
                LOG.debug("Flow log {} cannot deliver", flowLogId, e);
                noteFailure(scope, flowLogId, e.shown());
                return failed(scope, flowLogId, records, e.shown(), e);
            } catch (ConcurrencyFailureException | DataIntegrityViolationException e) {
                clashes++;
                if (clashes == ATTEMPTS) {
                    LOG.warn(
                            "Flow log {} is delivered in a later run: another transaction has locked its rows",
                            flowLogId,
                            e);
                    return failed(scope, flowLogId, records, "Delivered later", e);
                }
            } catch (RuntimeException e) {
                LOG.warn("Flow log {} cannot deliver", flowLogId, e);
                noteFailure(scope, flowLogId, DeliveryFailedException.UNKNOWN_ERROR);
                return failed(scope, flowLogId, records, DeliveryFailedException.UNKNOWN_ERROR, e);
            }
        }
    }

    private static Result failed(Scope scope, String flowLogId, int records, String error, RuntimeException cause) {
        String reason =
                Objects.requireNonNullElse(cause.getMessage(), cause.getClass().getSimpleName());
        return new Result(
                records, Optional.of(new DeliveryFailure(flowLogId, scope.account(), scope.region(), error, reason)));
    }

    /** True if windows have ended that the flow log has not closed and that need a record even without traffic. */
    boolean due(FlowLogEntity flowLog) {
        return noData.wanted() && flowLog.closedUntil() < closed(sink(flowLog).period(flowLog));
    }

    private Step inTransaction(Scope scope, String flowLogId, BatchReader reader, boolean early) {
        Step step = transactions.execute(status -> flowLogs.lock(scope, flowLogId)
                .map(flowLog -> step(flowLog, reader, early))
                .orElse(new Step(0, false)));
        return step == null ? new Step(0, false) : step;
    }

    private Step step(FlowLogEntity flowLog, BatchReader reader, boolean early) {
        RecordSink sink = sink(flowLog);
        long closed = closed(sink.period(flowLog));
        List<OutstandingBatch> outstanding =
                store.outstanding(flowLog.scope(), flowLog.id(), early ? Long.MAX_VALUE : closed);
        Optional<Slice> next =
                slice(flowLog, sink, outstanding, early ? end(outstanding, sink.period(flowLog)) : closed);
        if (next.isEmpty()) {
            return new Step(0, false);
        }
        if (flowLog.deliverError() != null) {
            sink.requireAccess(flowLog);
        }
        Slice slice = next.get();
        List<FlowRecord> records = records(flowLog, slice, reader, Math.min(slice.end(), closed));
        if (!records.isEmpty()) {
            sink.deliver(flowLog, records);
            flowLog.delivered();
        }
        store.delivered(flowLog.id(), slice.batches(), slice.end());
        flowLog.closedUntil(slice.end());
        return new Step(records.size(), true);
    }

    private RecordSink sink(FlowLogEntity flowLog) {
        return sinks.stream()
                .filter(known -> known.serves(flowLog))
                .findFirst()
                .orElseThrow(() ->
                        new IllegalStateException("No sink delivers to the destination of flow log " + flowLog.id()));
    }

    private Optional<Slice> slice(
            FlowLogEntity flowLog, RecordSink sink, List<OutstandingBatch> outstanding, long until) {
        if (!outstanding.isEmpty()) {
            return Optional.of(Slice.first(outstanding, until, sink.period(flowLog), sink.periodByPeriod()));
        }
        boolean silence = noData.wanted() && flowLog.closedUntil() < until;
        return silence ? Optional.of(new Slice(List.of(), until)) : Optional.empty();
    }

    private List<FlowRecord> records(FlowLogEntity flowLog, Slice slice, BatchReader reader, long closed) {
        List<FlowRecord> records = new ArrayList<>(slice.records(
                flowLog.maxAggregationInterval(), flowLog.createdAt(), batch -> reader.read(batch).stream()
                        .filter(observed -> flowLog.covers(observed.networkInterface())
                                && flowLog.wants(observed.flow().action()))
                        .toList()));
        if (noData.wanted()) {
            List<ObservedTraffic> all = new ArrayList<>();
            slice.batches().forEach(batch -> all.addAll(reader.read(batch)));
            records.addAll(noData.records(flowLog, closed, all));
        }
        return records;
    }

    /** The end of the last period that has ended. */
    private long closed(long period) {
        long now = clock.instant().minus(properties.deliveryDelay()).toEpochMilli();
        return Math.floorDiv(now, period) * period;
    }

    /** The end of the period that contains the last packet. */
    private static long end(List<OutstandingBatch> outstanding, long period) {
        long latest =
                outstanding.stream().mapToLong(OutstandingBatch::latest).max().orElse(0);
        return (Math.floorDiv(latest, period) + 1) * period;
    }

    private void noteFailure(Scope scope, String flowLogId, String shown) {
        transactions.executeWithoutResult(status -> flowLogs.lock(scope, flowLogId)
                .filter(flowLog -> !shown.equals(flowLog.deliverError()))
                .ifPresent(flowLog -> flowLog.failed(shown)));
    }
}
