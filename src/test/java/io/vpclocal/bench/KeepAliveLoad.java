package io.vpclocal.bench;

import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BooleanSupplier;
import java.util.function.IntFunction;

/** Sends prepared requests over a few connections at once. A response other than 200 ends the program. */
final class KeepAliveLoad {

    static final int CONNECTIONS = 16;

    private final AtomicInteger next = new AtomicInteger();
    private final URI endpoint;
    private final IntFunction<byte[]> requests;

    /** @param requests returns the request with a number, counted over all connections and runs */
    KeepAliveLoad(URI endpoint, IntFunction<byte[]> requests) {
        this.endpoint = endpoint;
        this.requests = requests;
    }

    /** The number of requests sent so far. */
    int sent() {
        return next.get();
    }

    /** Returns the requests per second. */
    double runFor(double seconds) throws InterruptedException, ExecutionException {
        long start = System.nanoTime();
        long end = start + (long) (seconds * 1e9);
        int before = next.get();
        run(() -> System.nanoTime() < end);
        return (next.get() - before) / ((System.nanoTime() - start) / 1e9);
    }

    /** Sends that many requests. */
    void runTimes(int times) throws InterruptedException, ExecutionException {
        AtomicInteger left = new AtomicInteger(times);
        run(() -> left.getAndDecrement() > 0);
    }

    private void run(BooleanSupplier more) throws InterruptedException, ExecutionException {
        ExecutorService pool = Executors.newFixedThreadPool(CONNECTIONS);
        try {
            List<Future<?>> running = new ArrayList<>();
            for (int i = 0; i < CONNECTIONS; i++) {
                running.add(pool.submit(() -> {
                    try (KeepAliveConnection connection = new KeepAliveConnection(endpoint)) {
                        while (more.getAsBoolean()) {
                            connection.send(requests.apply(next.getAndIncrement()));
                        }
                    }
                    return null;
                }));
            }
            for (Future<?> future : running) {
                future.get();
            }
        } finally {
            pool.shutdownNow();
        }
    }
}
