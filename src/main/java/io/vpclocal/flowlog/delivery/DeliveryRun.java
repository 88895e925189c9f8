package io.vpclocal.flowlog.delivery;

import io.vpclocal.flowlog.capture.TrafficStore;
import io.vpclocal.flowlog.subscription.FlowLogEntity;
import io.vpclocal.flowlog.subscription.FlowLogs;
import io.vpclocal.protocol.PlainText;
import io.vpclocal.protocol.Scope;
import io.vpclocal.protocol.StateLock;
import io.vpclocal.protocol.clock.ClockListener;
import io.vpclocal.protocol.clock.ClockMoved;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.springframework.dao.ConcurrencyFailureException;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * One delivery run over all flow logs with outstanding traffic. A failure of one flow log does not affect the others.
 */
@Component
public class DeliveryRun implements ClockListener {

    private final FlowLogs flowLogs;
    private final TrafficStore store;
    private final FlowLogDelivery delivery;
    private final NoDataRecords noData;
    private final DeliveryProperties properties;
    private final Clock clock;
    private final StateLock lock;
    private final TransactionTemplate transactions;

    DeliveryRun(
            FlowLogs flowLogs,
            TrafficStore store,
            FlowLogDelivery delivery,
            NoDataRecords noData,
            DeliveryProperties properties,
            Clock clock,
            StateLock lock,
            PlatformTransactionManager transactionManager) {
        this.flowLogs = flowLogs;
        this.store = store;
        this.delivery = delivery;
        this.noData = noData;
        this.properties = properties;
        this.clock = clock;
        this.lock = lock;
        this.transactions = new TransactionTemplate(transactionManager);
    }

    /**
     * The outcome of a run.
     *
     * @param flowLogs the number of flow logs that were checked
     * @param records the number of delivered records
     * @param failed the number of flow logs that could not deliver
     * @param failures the failure of each of these flow logs
     */
    public record Result(int flowLogs, int records, int failed, List<DeliveryFailure> failures) implements PlainText {

        private Result plus(FlowLogDelivery.Result more) {
            List<DeliveryFailure> all = new ArrayList<>(failures);
            more.failure().ifPresent(all::add);
            return new Result(flowLogs + 1, records + more.records(), all.size(), List.copyOf(all));
        }

        @Override
        public String plainText() {
            StringBuilder text = new StringBuilder(
                    "%d flow logs, %d records delivered, %d flow logs failed%n".formatted(flowLogs, records, failed));
            failures.forEach(failure -> text.append("  %s (%s, %s) %s: %s%n"
                    .formatted(
                            failure.flowLogId(),
                            failure.account(),
                            failure.region(),
                            failure.error(),
                            failure.reason())));
            return text.toString();
        }
    }

    /** Delivers every window that has ended. */
    public Result closeWindows() {
        return lock.shared(() -> run(false));
    }

    /** Delivers all accepted traffic, including that of open windows. */
    public Result flush() {
        return lock.shared(() -> run(true));
    }

    /** Closes windows before the call that moved the clock is answered. */
    @Override
    public void clockMoved(ClockMoved moved) {
        if (moved.after().isAfter(moved.before())) {
            closeWindows();
        }
    }

    private Result run(boolean early) {
        Result result = new Result(0, 0, 0, List.of());
        Set<Scope> busy = new HashSet<>(store.scopes());
        for (Scope scope : scopes(busy)) {
            BatchReader reader = new BatchReader(store);
            List<String> ids = flowLogs.findAll(scope).stream()
                    .filter(flowLog -> busy.contains(scope) || delivery.due(flowLog))
                    .map(FlowLogEntity::id)
                    .toList();
            for (String id : ids) {
                result = result.plus(delivery.deliver(scope, id, reader, early));
            }
            if (busy.contains(scope)) {
                cleanUp(scope);
            }
        }
        return result;
    }

    private Set<Scope> scopes(Set<Scope> busy) {
        Set<Scope> scopes = new LinkedHashSet<>(busy);
        if (noData.wanted()) {
            scopes.addAll(flowLogs.findScopes());
        }
        return scopes;
    }

    private void cleanUp(Scope scope) {
        Instant now = clock.instant();
        try {
            transactions.executeWithoutResult(status -> store.cleanUp(
                    scope,
                    now.toEpochMilli(),
                    now.minus(properties.keptAfterFailure()).toEpochMilli()));
        } catch (ConcurrencyFailureException | DataIntegrityViolationException e) {
            // Another node cleans up or delivers the same traffic. The next run continues.
            return;
        }
    }
}
