package io.vpclocal.testkit;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.Locale;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import org.reactivestreams.FlowAdapters;
import software.amazon.awssdk.core.async.AsyncRequestBody;
import software.amazon.awssdk.http.AbortableInputStream;
import software.amazon.awssdk.http.ExecutableHttpRequest;
import software.amazon.awssdk.http.HttpExecuteRequest;
import software.amazon.awssdk.http.HttpExecuteResponse;
import software.amazon.awssdk.http.SdkHttpClient;
import software.amazon.awssdk.http.SdkHttpRequest;
import software.amazon.awssdk.http.SdkHttpResponse;
import software.amazon.awssdk.http.async.AsyncExecuteRequest;
import software.amazon.awssdk.http.async.SdkAsyncHttpClient;

/**
 * An SDK HTTP client on top of the JDK's, shared by all SDK clients. So SDK clients need no HTTP library, never find
 * two, and are cheap to create. Bodies are read completely, because the emulator's are small.
 */
final class JdkHttp {

    static final SdkHttpClient SYNC = new Sync();
    static final SdkAsyncHttpClient ASYNC = new Async();

    private static final Set<String> SET_BY_CLIENT = Set.of("host", "content-length", "expect", "connection");
    private static final HttpClient CLIENT =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

    private JdkHttp() {}

    private static HttpRequest request(SdkHttpRequest sdk, BodyPublisher body) {
        HttpRequest.Builder builder =
                HttpRequest.newBuilder(sdk.getUri()).method(sdk.method().name(), body);
        sdk.forEachHeader((name, values) -> {
            if (!SET_BY_CLIENT.contains(name.toLowerCase(Locale.ROOT))) {
                values.forEach(value -> builder.header(name, value));
            }
        });
        return builder.build();
    }

    private static SdkHttpResponse head(HttpResponse<?> response) {
        return SdkHttpResponse.builder()
                .statusCode(response.statusCode())
                .headers(response.headers().map())
                .build();
    }

    private static final class Sync implements SdkHttpClient {

        @Override
        public ExecutableHttpRequest prepareRequest(HttpExecuteRequest request) {
            return new ExecutableHttpRequest() {
                @Override
                public HttpExecuteResponse call() throws IOException {
                    return send(request);
                }

                @Override
                public void abort() {
                    // The answer arrives within milliseconds and is not read.
                }
            };
        }

        @Override
        public void close() {
            // Shared by all.
        }

        private static HttpExecuteResponse send(HttpExecuteRequest request) throws IOException {
            byte[] body = request.contentStreamProvider().isPresent()
                    ? request.contentStreamProvider().get().newStream().readAllBytes()
                    : new byte[0];
            try {
                HttpResponse<byte[]> response = CLIENT.send(
                        JdkHttp.request(request.httpRequest(), BodyPublishers.ofByteArray(body)),
                        BodyHandlers.ofByteArray());
                return HttpExecuteResponse.builder()
                        .response(head(response))
                        .responseBody(AbortableInputStream.create(new ByteArrayInputStream(response.body())))
                        .build();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new IOException("Interrupted", e);
            }
        }
    }

    private static final class Async implements SdkAsyncHttpClient {

        @Override
        public CompletableFuture<Void> execute(AsyncExecuteRequest request) {
            return CLIENT.sendAsync(JdkHttp.request(request.request(), body(request)), BodyHandlers.ofByteArray())
                    .whenComplete((response, failure) -> {
                        if (failure != null) {
                            request.responseHandler().onError(failure);
                        } else {
                            request.responseHandler().onHeaders(head(response));
                            request.responseHandler().onStream(AsyncRequestBody.fromBytes(response.body()));
                        }
                    })
                    .thenApply(response -> null);
        }

        @Override
        public void close() {
            // Shared by all.
        }

        private static BodyPublisher body(AsyncExecuteRequest request) {
            long length = request.requestContentPublisher().contentLength().orElse(0L);
            return length == 0
                    ? BodyPublishers.noBody()
                    : BodyPublishers.fromPublisher(
                            FlowAdapters.toFlowPublisher(request.requestContentPublisher()), length);
        }
    }
}
