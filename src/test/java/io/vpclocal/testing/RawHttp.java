package io.vpclocal.testing;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.Base64;

/** Sends requests that an SDK would not send. */
public final class RawHttp {

    private static final HttpClient CLIENT = HttpClient.newHttpClient();

    private RawHttp() {}

    /** A form post to the root path under the root key of an account. */
    public static HttpResponse<String> form(URI endpoint, String body) throws IOException, InterruptedException {
        return send(request(endpoint, "/")
                .header("Content-Type", "application/x-www-form-urlencoded; charset=utf-8")
                .POST(BodyPublishers.ofString(body)));
    }

    /** A form post to the root path under the open root key of that account. */
    public static HttpResponse<String> form(URI endpoint, String account, String body)
            throws IOException, InterruptedException {
        return send(request(endpoint, account, "/")
                .header("Content-Type", "application/x-www-form-urlencoded; charset=utf-8")
                .POST(BodyPublishers.ofString(body)));
    }

    /** An AWS JSON 1.1 call under the root key. */
    public static HttpResponse<String> json(URI endpoint, String target, String body)
            throws IOException, InterruptedException {
        return json(endpoint, "test", target, body);
    }

    /** An AWS JSON 1.1 call under the open root key of that account. */
    public static HttpResponse<String> json(URI endpoint, String account, String target, String body)
            throws IOException, InterruptedException {
        return send(request(endpoint, account, "/")
                .header("Content-Type", "application/x-amz-json-1.1")
                .header("X-Amz-Target", target)
                .POST(BodyPublishers.ofString(body)));
    }

    /** A request builder with Basic credentials of the root key. */
    public static HttpRequest.Builder request(URI endpoint, String path) {
        return request(endpoint, "test", path);
    }

    private static HttpRequest.Builder request(URI endpoint, String key, String path) {
        String credentials = Base64.getEncoder().encodeToString((key + ":test").getBytes(StandardCharsets.UTF_8));
        return HttpRequest.newBuilder(endpoint.resolve(path)).header("Authorization", "Basic " + credentials);
    }

    public static HttpResponse<String> send(HttpRequest.Builder request) throws IOException, InterruptedException {
        return CLIENT.send(request.build(), BodyHandlers.ofString());
    }

    /** Sends raw bytes and returns everything received until the server closes the connection. */
    public static String bytes(URI endpoint, String request) throws IOException {
        try (Socket socket = new Socket(endpoint.getHost(), endpoint.getPort())) {
            socket.setSoTimeout(20_000);
            OutputStream out = socket.getOutputStream();
            out.write(request.getBytes(StandardCharsets.ISO_8859_1));
            out.flush();
            InputStream in = socket.getInputStream();
            return new String(in.readAllBytes(), StandardCharsets.ISO_8859_1);
        }
    }
}
