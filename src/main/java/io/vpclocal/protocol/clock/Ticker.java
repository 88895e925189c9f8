package io.vpclocal.protocol.clock;

import io.vpclocal.protocol.DatabaseFailure;
import java.time.Duration;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;

/** Runs work repeatedly in one thread while the emulator runs. */
public abstract class Ticker implements SmartLifecycle {

    private static final Logger LOG = LoggerFactory.getLogger(Ticker.class);
    private static final int SECONDS_TO_FINISH = 20;

    private final String name;
    private final Duration interval;
    private final Runnable work;
    private volatile ScheduledExecutorService executor = stopped();

    /**
     * @param name of the thread
     * @param interval from the end of a round to the beginning of the next
     * @param work one round; the next round runs even if this one fails
     */
    protected Ticker(String name, Duration interval, Runnable work) {
        this.name = name;
        this.interval = interval;
        this.work = work;
    }

    @Override
    public void start() {
        executor = Executors.newSingleThreadScheduledExecutor(task -> {
            Thread thread = new Thread(task, name);
            thread.setDaemon(true);
            return thread;
        });
        long millis = interval.toMillis();
        executor.scheduleWithFixedDelay(this::round, millis, millis, TimeUnit.MILLISECONDS);
    }

    private void round() {
        try {
            work.run();
        } catch (RuntimeException e) {
            if (DatabaseFailure.unavailable(e)) {
                LOG.warn("A round of {} failed, because the database cannot be used; the next one tries again", name);
                return;
            }
            LOG.error("A round of {} failed; the next one tries again", name, e);
        }
    }

    /**
     * Stops before the web server stops and the database closes. An interrupted round is repeated at the next start.
     */
    @Override
    public void stop() {
        executor.shutdown();
        try {
            if (!executor.awaitTermination(SECONDS_TO_FINISH, TimeUnit.SECONDS)) {
                executor.shutdownNow();
            }
        } catch (InterruptedException e) {
            executor.shutdownNow();
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public boolean isRunning() {
        return !executor.isShutdown();
    }

    private static ScheduledExecutorService stopped() {
        ScheduledExecutorService none = Executors.newSingleThreadScheduledExecutor();
        none.shutdown();
        return none;
    }
}
