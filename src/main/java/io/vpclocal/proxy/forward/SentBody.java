package io.vpclocal.proxy.forward;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.http.HttpTimeoutException;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** A body on its way to an upstream. An upstream that still reads has not begun to answer late. */
final class SentBody {

    private final Spool body;
    private volatile long lastRead = System.nanoTime();

    SentBody(Spool body) {
        this.body = body;
    }

    Spool body() {
        return body;
    }

    InputStream open() {
        try {
            return new FilterInputStream(body.open()) {
                @Override
                public int read() throws IOException {
                    lastRead = System.nanoTime();
                    return super.read();
                }

                @Override
                public int read(byte[] bytes, int offset, int count) throws IOException {
                    lastRead = System.nanoTime();
                    return super.read(bytes, offset, count);
                }
            };
        } catch (IOException e) {
            throw new UncheckedIOException("The received body cannot be read again", e);
        }
    }

    /**
     * Waits for an answer.
     *
     * @param timeout since the upstream has taken a part of the body
     */
    <T> T await(CompletableFuture<T> answer, Duration timeout) throws IOException, InterruptedException {
        while (true) {
            long left = timeout.toNanos() - (System.nanoTime() - lastRead);
            try {
                return answer.get(Math.max(left, 0), TimeUnit.NANOSECONDS);
            } catch (TimeoutException e) {
                if (timeout.toNanos() <= System.nanoTime() - lastRead) {
                    answer.cancel(true);
                    throw new HttpTimeoutException("request timed out");
                }
            } catch (ExecutionException e) {
                if (e.getCause() instanceof IOException cause) {
                    throw cause;
                }
                throw new IOException(e.getCause());
            } catch (InterruptedException e) {
                answer.cancel(true);
                throw e;
            }
        }
    }
}
