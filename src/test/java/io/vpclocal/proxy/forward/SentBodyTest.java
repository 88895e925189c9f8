package io.vpclocal.proxy.forward;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.InputStream;
import java.net.http.HttpTimeoutException;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;

/** How long an upstream may take; our design. */
class SentBodyTest {

    private static final Duration SHORT = Duration.ofMillis(100);

    @Test
    void anUpstreamThatReadsHasTime() throws Exception {
        CompletableFuture<String> answer = new CompletableFuture<>();
        try (Spool spool = new Spool(10)) {
            spool.write(new byte[] {1});
            spool.finish();
            SentBody sent = new SentBody(spool);
            long start = System.nanoTime();
            Thread upstream = new Thread(() -> {
                try (InputStream in = sent.open()) {
                    while (System.nanoTime() - start < 4 * SHORT.toNanos()) {
                        in.read(new byte[1], 0, 1);
                    }
                    answer.complete("done");
                } catch (IOException e) {
                    answer.completeExceptionally(e);
                }
            });
            upstream.start();
            assertThat(sent.await(answer, SHORT)).isEqualTo("done");
            upstream.join();
        }
    }

    @Test
    void anUpstreamThatDoesNothingHasNot() throws Exception {
        CompletableFuture<String> answer = new CompletableFuture<>();
        try (Spool spool = new Spool(10)) {
            SentBody sent = new SentBody(spool);
            assertThatThrownBy(() -> sent.await(answer, SHORT)).isInstanceOf(HttpTimeoutException.class);
            assertThat(answer).isCancelled();
        }
    }

    @Test
    void itsFailuresAreThoseOfTheConnection() throws Exception {
        try (Spool spool = new Spool(10)) {
            SentBody sent = new SentBody(spool);
            CompletableFuture<String> failed = CompletableFuture.failedFuture(new IOException("gone"));
            assertThatThrownBy(() -> sent.await(failed, SHORT))
                    .isInstanceOf(IOException.class)
                    .hasMessage("gone");
        }
    }
}
