package io.vpclocal.control.request;

import io.vpclocal.control.ControlErrors;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;

/**
 * Passes calls to followers. A slow follower misses calls and does not slow them down. The feed stops before the web
 * server, which would wait for the followers' requests.
 */
@Component
class CallFeed implements SmartLifecycle {

    static final int MOST_FOLLOWERS = 20;
    private static final int MOST_WAITING = 1000;

    private final List<Follower> followers = new CopyOnWriteArrayList<>();
    private volatile boolean open = true;

    /** The calls that one follower has not read yet. */
    final class Follower implements AutoCloseable {

        private final BlockingQueue<LoggedCall> waiting = new ArrayBlockingQueue<>(MOST_WAITING);
        private final AtomicLong missed = new AtomicLong();

        /** The next call; null after the timeout. */
        @Nullable
        LoggedCall next(Duration patience) throws InterruptedException {
            return waiting.poll(patience.toMillis(), TimeUnit.MILLISECONDS);
        }

        /** The number of calls missed since the last request for it. */
        long missed() {
            return missed.getAndSet(0);
        }

        @Override
        public void close() {
            followers.remove(this);
        }

        private void offer(LoggedCall call) {
            if (!waiting.offer(call)) {
                missed.incrementAndGet();
            }
        }
    }

    /** @throws io.vpclocal.protocol.AwsException if the maximum number of followers is reached */
    synchronized Follower follow() {
        if (followers.size() >= MOST_FOLLOWERS) {
            throw ControlErrors.tooManyStreams(MOST_FOLLOWERS);
        }
        Follower follower = new Follower();
        followers.add(follower);
        return follower;
    }

    void add(LoggedCall call) {
        followers.forEach(follower -> follower.offer(call));
    }

    boolean open() {
        return open;
    }

    @Override
    public void start() {
        open = true;
    }

    @Override
    public void stop() {
        open = false;
    }

    @Override
    public boolean isRunning() {
        return open;
    }
}
