package io.vpclocal.bench;

import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.IntFunction;
import java.util.stream.Collectors;

/** Sends EC2 calls without the cost of an SDK client, from a few threads, and measures them. */
final class Load {

    private static final String CREDENTIAL =
            "AWS4-HMAC-SHA256 Credential=%s/20300101/us-east-1/ec2/aws4_request, SignedHeaders=host, Signature=0";

    private final HttpClient client =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private final URI endpoint;
    private final String account;

    Load(URI endpoint, String account) {
        this.endpoint = endpoint;
        this.account = account;
    }

    /** @param perSecond calls per second
     *  @param p99 milliseconds that 99 of 100 calls did not exceed */
    record Figures(double perSecond, double p50, double p99) {

        @Override
        public String toString() {
            return "%,8.0f /s   p50 %6.2f ms   p99 %6.2f ms".formatted(perSecond, p50, p99);
        }
    }

    /** One call; returns the body of the answer. */
    String call(String action, Map<String, String> parameters) throws IOException, InterruptedException {
        return send(request(action, parameters));
    }

    private String send(HttpRequest request) throws IOException, InterruptedException {
        HttpResponse<String> response = client.send(request, BodyHandlers.ofString());
        if (response.statusCode() != 200) {
            throw new IllegalStateException(request + ": " + response.body());
        }
        return response.body();
    }

    /** The text of the first element of that name. */
    static String element(String xml, String name) {
        int start = xml.indexOf("<" + name + ">") + name.length() + 2;
        return xml.substring(start, xml.indexOf("</" + name + ">", start));
    }

    /** Makes {@code calls} calls on each of a few threads. */
    Figures measure(int threads, int calls, String action, IntFunction<Map<String, String>> parameters)
            throws InterruptedException, ExecutionException {
        return measure(threads, calls, i -> request(action, parameters.apply(i)));
    }

    /** The same with whole requests. */
    Figures measure(int threads, int calls, IntFunction<HttpRequest> requests)
            throws InterruptedException, ExecutionException {
        ExecutorService pool = Executors.newFixedThreadPool(threads);
        long[][] times = new long[threads][calls];
        long begin = System.nanoTime();
        List<Future<?>> running = new ArrayList<>();
        for (int t = 0; t < threads; t++) {
            int thread = t;
            running.add(pool.submit(() -> {
                for (int i = 0; i < calls; i++) {
                    long start = System.nanoTime();
                    send(requests.apply(thread * calls + i));
                    times[thread][i] = System.nanoTime() - start;
                }
                return null;
            }));
        }
        try {
            for (Future<?> future : running) {
                future.get();
            }
        } finally {
            pool.shutdownNow();
        }
        double seconds = (System.nanoTime() - begin) / 1e9;
        long[] sorted =
                Arrays.stream(times).flatMapToLong(Arrays::stream).sorted().toArray();
        return new Figures(
                sorted.length / seconds, sorted[sorted.length / 2] / 1e6, sorted[sorted.length * 99 / 100] / 1e6);
    }

    HttpRequest request(String action, Map<String, String> parameters) {
        String form = parameters.entrySet().stream()
                .map(e -> "&" + e.getKey() + "=" + URLEncoder.encode(e.getValue(), StandardCharsets.UTF_8))
                .collect(Collectors.joining("", "Action=" + action + "&Version=2016-11-15", ""));
        return HttpRequest.newBuilder(endpoint)
                .header("Authorization", CREDENTIAL.formatted(account))
                .header("Content-Type", "application/x-www-form-urlencoded; charset=utf-8")
                .POST(BodyPublishers.ofString(form))
                .build();
    }
}
