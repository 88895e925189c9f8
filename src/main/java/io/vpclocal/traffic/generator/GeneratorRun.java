package io.vpclocal.traffic.generator;

import io.vpclocal.protocol.StateLock;
import io.vpclocal.protocol.clock.ClockListener;
import io.vpclocal.protocol.clock.ClockMoved;
import java.time.Clock;
import java.time.Duration;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.dao.ConcurrencyFailureException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Sends the flows that are due. Each step is one transaction that locks the generator's row and stores its progress, so
 * each flow is sent once, by any node and despite crashes.
 */
@Component
@Order(Ordered.HIGHEST_PRECEDENCE)
class GeneratorRun implements ClockListener {

    private static final Logger LOG = LoggerFactory.getLogger(GeneratorRun.class);

    private static final long FLOWS_PER_STEP = 2_000;

    /** Limits the work after the clock is moved by years. */
    private static final long MOST_BEHIND = 100_000;

    private final Generators generators;
    private final BackgroundSender sender;
    private final StateLock lock;
    private final Clock clock;
    private final TransactionTemplate transactions;

    GeneratorRun(
            Generators generators,
            BackgroundSender sender,
            StateLock lock,
            Clock clock,
            PlatformTransactionManager transactionManager) {
        this.generators = generators;
        this.sender = sender;
        this.lock = lock;
        this.clock = clock;
        this.transactions = new TransactionTemplate(transactionManager);
    }

    /** Runs before the capture windows in between are closed. */
    @Override
    public void clockMoved(ClockMoved moved) {
        if (moved.after().isAfter(moved.before())) {
            run();
        }
    }

    void run() {
        lock.shared(() -> {
            generators.ids().forEach(this::catchUp);
            return null;
        });
    }

    private void catchUp(String id) {
        try {
            while (Boolean.TRUE.equals(transactions.execute(
                    status -> generators.lock(id).map(this::step).orElse(false)))) {
                LOG.trace("{} is behind", id);
            }
        } catch (ConcurrencyFailureException e) {
            LOG.debug("Generator {} conflicted with another transaction and continues in the next round", id, e);
        } catch (RuntimeException e) {
            LOG.warn("Generator {} cannot send; the next round tries again", id, e);
        }
    }

    /** Returns whether more flows are due. */
    private boolean step(GeneratorEntity generator) {
        GeneratorPlan plan = generator.plan();
        long due = plan.due(Duration.between(generator.startedAt(), clock.instant()));
        if (due - generator.nextFlow() > MOST_BEHIND) {
            generator.skipTo(due - MOST_BEHIND);
        }
        long until = Math.min(due, generator.nextFlow() + FLOWS_PER_STEP);
        if (until <= generator.nextFlow()) {
            return false;
        }
        generator.sentUntil(
                until, sender.send(generator.scope(), plan.flows(generator.startedAt(), generator.nextFlow(), until)));
        return until < due;
    }
}
