package io.vpclocal.flowlog.delivery;

import io.vpclocal.flowlog.FlowLogProperties;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;

/** Looks for windows to close, round after round, in one thread. */
@Component
class DeliveryScheduler implements SmartLifecycle {

    private static final Logger LOG = LoggerFactory.getLogger(DeliveryScheduler.class);
    private static final int SECONDS_TO_FINISH = 20;

    private final DeliveryRun run;
    private final FlowLogProperties properties;
    private volatile ScheduledExecutorService executor = stopped();

    DeliveryScheduler(DeliveryRun run, FlowLogProperties properties) {
        this.run = run;
        this.properties = properties;
    }

    @Override
    public void start() {
        executor = Executors.newSingleThreadScheduledExecutor(task -> {
            Thread thread = new Thread(task, "flow-log-delivery");
            thread.setDaemon(true);
            return thread;
        });
        long millis = properties.pollInterval().toMillis();
        executor.scheduleWithFixedDelay(this::round, millis, millis, TimeUnit.MILLISECONDS);
    }

    private void round() {
        try {
            run.closeWindows();
        } catch (RuntimeException e) {
            LOG.error("A round of flow log delivery failed; the next one tries again", e);
        }
    }

    /** Before the web server stops and the database closes. A round that is cut short is made again at the next start. */
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
