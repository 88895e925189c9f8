package io.vpclocal.testkit;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Calls the control API as JSON over HTTP. */
record ControlHttp(URI endpoint) {

    static final HttpClient CLIENT =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

    String get(String path) {
        return call("GET", path, null);
    }

    String post(String path) {
        return call("POST", path, null);
    }

    String post(String path, Object body) {
        return call("POST", path, Json.write(body));
    }

    String put(String path, Object body) {
        return call("PUT", path, Json.write(body));
    }

    void delete(String path) {
        call("DELETE", path, null);
    }

    /** @throws VpcLocalException if the answer is an error */
    String call(String method, String path, @Nullable String json) {
        BodyPublisher body = json == null ? BodyPublishers.noBody() : BodyPublishers.ofString(json);
        HttpRequest.Builder request =
                HttpRequest.newBuilder(endpoint.resolve(path)).method(method, body);
        if (json != null) {
            request.header("Content-Type", "application/json");
        }
        HttpResponse<String> response = send(request.build());
        if (response.statusCode() >= 400) {
            throw refusal(response);
        }
        return response.body();
    }

    /** A path with parameters; null values are left out. */
    static String path(String path, Map<String, ? extends @Nullable Object> parameters) {
        String query = parameters.entrySet().stream()
                .filter(entry -> entry.getValue() != null)
                .map(entry -> entry.getKey() + "=" + encode(String.valueOf(entry.getValue())))
                .collect(Collectors.joining("&"));
        return query.isEmpty() ? path : path + "?" + query;
    }

    static String encode(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
    }

    static HttpResponse<String> send(HttpRequest request) {
        try {
            return CLIENT.send(request, BodyHandlers.ofString());
        } catch (IOException e) {
            throw new UncheckedIOException("The emulator at " + request.uri() + " does not answer", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("Interrupted while the emulator was called", e);
        }
    }

    private record Refusal(@Nullable String code, @Nullable String message) {}

    private static VpcLocalException refusal(HttpResponse<String> response) {
        boolean json = response.body().startsWith("{");
        Refusal refusal = json ? Json.read(response.body(), Refusal.class) : new Refusal(null, response.body());
        return new VpcLocalException(
                refusal.code() == null ? "HTTP " + response.statusCode() : refusal.code(),
                refusal.message() == null ? response.body() : refusal.message(),
                response.statusCode());
    }
}
