package io.vpclocal.flowlog.s3;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.vpclocal.flowlog.s3.ObjectStore.BucketState;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Tests against a server that answers as Amazon S3 does (Amazon S3 API Reference: HeadBucket, PutObject). */
class EndpointObjectStoreTest {

    private record Seen(String request, String acl, String body) {}

    private final BlockingQueue<Seen> seen = new LinkedBlockingQueue<>();
    private HttpServer server;
    private EndpointObjectStore store;
    private volatile int status = 200;

    @BeforeEach
    void start() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", this::answer);
        server.start();
        String endpoint = "http://127.0.0.1:" + server.getAddress().getPort();
        store = new EndpointObjectStore(new S3Properties(endpoint, "", "us-east-1", "key", "secret"));
    }

    @AfterEach
    void stop() {
        store.close();
        server.stop(0);
    }

    private void answer(HttpExchange exchange) throws IOException {
        String body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
        seen.add(new Seen(
                exchange.getRequestMethod() + " " + exchange.getRequestURI().getPath(),
                exchange.getRequestHeaders().getFirst("x-amz-acl"),
                body));
        exchange.sendResponseHeaders(status, -1);
        exchange.close();
    }

    @Test
    void anObjectIsPutByPath_andTheBucketOwnerMayReadIt() throws InterruptedException {
        store.put("bucket", "AWSLogs/1/a_b.log.gz", "content".getBytes(StandardCharsets.UTF_8), "application/gzip");
        Seen put = seen.take();
        assertThat(put.request()).isEqualTo("PUT /bucket/AWSLogs/1/a_b.log.gz");
        assertThat(put.acl()).isEqualTo("bucket-owner-full-control");
        assertThat(put.body()).isEqualTo("content");
    }

    @Test
    void bucketStates() {
        assertThat(store.bucket("bucket")).isEqualTo(BucketState.THERE);
        status = 404;
        assertThat(store.bucket("bucket")).isEqualTo(BucketState.MISSING);
        status = 403;
        assertThat(store.bucket("bucket")).isEqualTo(BucketState.DENIED);
        server.stop(0);
        assertThat(store.bucket("bucket")).isEqualTo(BucketState.UNREACHABLE);
    }

    @Test
    void deniedAccessIsDistinguishedFromOtherFailures() {
        status = 403;
        assertThat(failure().denied()).isTrue();
        status = 400;
        assertThat(failure().denied()).isFalse();
    }

    private ObjectStoreException failure() {
        ObjectStoreException failure = catchThrowableOfType(
                ObjectStoreException.class, () -> store.put("bucket", "key", new byte[1], "text/plain"));
        assertThat(failure).isNotNull();
        return failure;
    }
}
