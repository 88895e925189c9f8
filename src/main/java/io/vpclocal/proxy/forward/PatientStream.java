package io.vpclocal.proxy.forward;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.http.HttpTimeoutException;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;

/** The body of an upstream's answer, whose reads fail if nothing arrives for some time. */
final class PatientStream extends FilterInputStream {

    private static final long NOT_READING = Long.MAX_VALUE;

    private final Duration timeout;
    private final Executor later;
    private volatile long readingSince = NOT_READING;
    private volatile boolean expired;
    private volatile boolean closed;

    PatientStream(InputStream in, Duration timeout) {
        super(in);
        this.timeout = timeout;
        this.later = CompletableFuture.delayedExecutor(timeout.toNanos() / 2 + 1, TimeUnit.NANOSECONDS);
        later.execute(this::check);
    }

    @Override
    public int read() throws IOException {
        byte[] one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xFF;
    }

    @Override
    public int read(byte[] bytes, int offset, int count) throws IOException {
        readingSince = System.nanoTime();
        try {
            int read = in.read(bytes, offset, count);
            if (expired) {
                throw new HttpTimeoutException("no data for " + timeout.toMillis() + " milliseconds");
            }
            return read;
        } finally {
            readingSince = NOT_READING;
        }
    }

    @Override
    public void close() throws IOException {
        closed = true;
        super.close();
    }

    private void check() {
        long since = readingSince;
        if (closed) {
            return;
        }
        if (since != NOT_READING && System.nanoTime() - since >= timeout.toNanos()) {
            expired = true;
            try {
                in.close();
            } catch (IOException e) {
                throw new java.io.UncheckedIOException(e);
            }
            return;
        }
        later.execute(this::check);
    }
}
