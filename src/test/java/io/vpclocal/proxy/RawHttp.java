package io.vpclocal.proxy;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.auth.credentials.AwsCredentials;
import software.amazon.awssdk.http.SdkHttpMethod;
import software.amazon.awssdk.http.SdkHttpRequest;
import software.amazon.awssdk.http.auth.aws.signer.AwsV4HttpSigner;

/** Requests byte by byte, for what no client would send. */
final class RawHttp {

    record Answer(int status, String head, byte[] body) {

        String text() {
            return new String(body, StandardCharsets.UTF_8);
        }

        /** The value of a header; empty if it is not there. */
        String header(String name) {
            return head.lines()
                    .filter(line -> line.toLowerCase(Locale.ROOT).startsWith(name + ":"))
                    .map(line -> line.substring(name.length() + 1).strip())
                    .findFirst()
                    .orElse("");
        }
    }

    private RawHttp() {}

    /** Sends bytes and reads to the end of the connection. */
    static Answer send(URI to, byte[] request) throws IOException {
        try (Socket socket = new Socket(to.getHost(), to.getPort())) {
            socket.setSoTimeout(10_000);
            socket.getOutputStream().write(request);
            socket.getOutputStream().flush();
            return read(socket.getInputStream());
        }
    }

    static Answer send(URI to, String request) throws IOException {
        return send(to, request.getBytes(StandardCharsets.ISO_8859_1));
    }

    /** A signed request with a Host of its own and no body. */
    static Answer signed(URI to, AwsCredentials who, String method, String host, String path, String service)
            throws IOException {
        SdkHttpRequest request = SdkHttpRequest.builder()
                .method(SdkHttpMethod.fromValue(method))
                .uri(URI.create("http://" + host + path))
                .build();
        SdkHttpRequest signed = AwsV4HttpSigner.create()
                .sign(r -> r.identity(who)
                        .request(request)
                        .putProperty(AwsV4HttpSigner.SERVICE_SIGNING_NAME, service)
                        .putProperty(AwsV4HttpSigner.REGION_NAME, "us-east-1")
                        .putProperty(AwsV4HttpSigner.DOUBLE_URL_ENCODE, !service.equals("s3"))
                        .putProperty(AwsV4HttpSigner.NORMALIZE_PATH, !service.equals("s3")))
                .request();
        StringBuilder text = new StringBuilder(method + " " + path + " HTTP/1.1\r\n");
        signed.forEachHeader((name, values) -> text.append(name + ": " + values.get(0) + "\r\n"));
        return send(to, text + "Connection: close\r\n\r\n");
    }

    /** A signed call with a body: of a JSON service with a target, or of a query service with a form. */
    static Answer call(URI to, AwsCredentials who, String service, @Nullable String target, String body)
            throws IOException {
        return call(to, who, service, target, service + ".us-east-1.amazonaws.com", "POST", "/", body);
    }

    static Answer call(
            URI to,
            AwsCredentials who,
            String service,
            @Nullable String target,
            String host,
            String method,
            String path,
            String body)
            throws IOException {
        SdkHttpRequest.Builder request = SdkHttpRequest.builder()
                .method(SdkHttpMethod.fromValue(method))
                .uri(URI.create("http://" + host + path))
                .putHeader("Content-Type", contentType(target));
        if (target != null && !target.isEmpty()) {
            request.putHeader("X-Amz-Target", target);
        }
        SdkHttpRequest signed = AwsV4HttpSigner.create()
                .sign(r -> r.identity(who)
                        .request(request.build())
                        .payload(() -> new ByteArrayInputStream(body.getBytes(StandardCharsets.UTF_8)))
                        .putProperty(AwsV4HttpSigner.SERVICE_SIGNING_NAME, service)
                        .putProperty(AwsV4HttpSigner.REGION_NAME, "us-east-1"))
                .request();
        StringBuilder text = new StringBuilder(method + " " + path + " HTTP/1.1\r\n");
        signed.forEachHeader((name, values) -> text.append(name + ": " + values.get(0) + "\r\n"));
        text.append(
                "Content-Length: " + body.getBytes(StandardCharsets.UTF_8).length + "\r\nConnection: close\r\n\r\n");
        return send(to, (text + body).getBytes(StandardCharsets.UTF_8));
    }

    private static String contentType(@Nullable String target) {
        if (target == null) {
            return "application/x-www-form-urlencoded";
        }
        return target.isEmpty() ? "application/json" : "application/x-amz-json-1.1";
    }

    static Answer read(InputStream in) throws IOException {
        ByteArrayOutputStream all = new ByteArrayOutputStream();
        in.transferTo(all);
        byte[] bytes = all.toByteArray();
        String text = new String(bytes, StandardCharsets.ISO_8859_1);
        int end = text.indexOf("\r\n\r\n");
        if (end < 0) {
            return new Answer(0, text, new byte[0]);
        }
        return new Answer(
                Integer.parseInt(text.substring(9, 12)),
                text.substring(0, end),
                Arrays.copyOfRange(bytes, end + 4, bytes.length));
    }
}
