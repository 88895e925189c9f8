package io.vpclocal.proxy.forward;

import io.vpclocal.protocol.AwsException;
import io.vpclocal.proxy.action.Members;
import io.vpclocal.proxy.forward.UpstreamClient.Outgoing;
import io.vpclocal.proxy.policy.LearntResources;
import io.vpclocal.upstream.Upstream;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** The last step: sends an authorized call to its upstream, and the answer to the client. */
@Component
class Sending {

    private final UpstreamClient client;
    private final LearntResources resources;

    Sending(UpstreamClient client, LearntResources resources) {
        this.client = client;
        this.resources = resources;
    }

    /** @param trailers headers that came after the body and are sent before it */
    void send(Exchange exchange, Upstream upstream, String path, Spool body, Map<String, String> trailers)
            throws IOException {
        send(exchange, upstream, path, body, trailers, null);
    }

    /** Reads a successful JSON answer before the client gets it. */
    interface AnswerReader {
        /** @throws AwsException to refuse the call after all */
        void read(Members answer);
    }

    void send(
            Exchange exchange,
            Upstream upstream,
            String path,
            Spool body,
            Map<String, String> trailers,
            @Nullable AnswerReader reader)
            throws IOException {
        Map<String, List<String>> headers = new TreeMap<>(exchange.head.headers());
        trailers.forEach((name, value) -> headers.put(name, List.of(value)));
        if (reader != null) {
            headers.remove("accept-encoding");
        }
        HttpResponse<InputStream> answer = client.send(upstream, outgoing(exchange, path, headers), body);
        try (InputStream original = answer.body()) {
            InputStream content = original;
            boolean success = answer.statusCode() < 300;
            if (success && reader != null) {
                byte[] whole = UpstreamAnswer.whole(original);
                reader.read(Members.json(whole));
                content = new ByteArrayInputStream(whole);
            }
            if (success) {
                resources.learn(
                        exchange.service.signingName(),
                        exchange.operation(),
                        exchange.wire.body(),
                        exchange.sender().scope());
            }
            UpstreamAnswer.head(answer, exchange.response, exchange.requestId);
            note(exchange, answer.statusCode());
            if (!exchange.head.method().equals("HEAD")) {
                UpstreamAnswer.body(content, exchange.response.getOutputStream());
            }
        }
    }

    /** Sends a replaced body, and changes the answer. */
    void sendPart(Exchange exchange, Upstream upstream, Spool body, Function<String, byte[]> changed)
            throws IOException {
        Map<String, List<String>> headers = new TreeMap<>(exchange.head.headers());
        headers.keySet()
                .removeIf(name -> name.startsWith("x-amz-checksum-") || name.equals("x-amz-sdk-checksum-algorithm"));
        headers.put("content-md5", List.of(Base64.getEncoder().encodeToString(md5(body.bytes()))));
        HttpResponse<InputStream> answer =
                client.send(upstream, outgoing(exchange, exchange.address.path(), headers), body);
        try (InputStream content = answer.body()) {
            if (answer.statusCode() >= 300) {
                UpstreamAnswer.head(answer, exchange.response, exchange.requestId);
                note(exchange, answer.statusCode());
                UpstreamAnswer.body(content, exchange.response.getOutputStream());
                return;
            }
            answer(exchange, changed.apply(new String(content.readAllBytes(), StandardCharsets.UTF_8)));
        }
    }

    /** Answers without the upstream's answer. */
    void answer(Exchange exchange, byte[] xml) throws IOException {
        answer(exchange, 200, "application/xml", xml);
    }

    /** @param body empty for an answer without content */
    void answer(Exchange exchange, int status, String type, byte[] body) throws IOException {
        exchange.response.setStatus(status);
        exchange.response.setHeader("x-amz-request-id", exchange.requestId);
        if (body.length > 0) {
            exchange.response.setContentType(type);
            exchange.response.setContentLength(body.length);
            exchange.response.getOutputStream().write(body);
        }
    }

    private static Outgoing outgoing(Exchange exchange, String path, Map<String, List<String>> headers) {
        return new Outgoing(
                exchange.service,
                exchange.sender().scope(),
                exchange.head.method(),
                path,
                withoutSignature(exchange.head.query()),
                headers,
                exchange.signed);
    }

    /** The parameters of a presigned request. They are already verified. */
    private static String withoutSignature(String query) {
        List<String> signature = List.of(
                "awsaccesskeyid",
                "signature",
                "expires",
                "x-amz-algorithm",
                "x-amz-credential",
                "x-amz-date",
                "x-amz-expires",
                "x-amz-signedheaders",
                "x-amz-signature",
                "x-amz-security-token");
        return query.isEmpty()
                ? query
                : new ArrayList<>(Arrays.asList(query.split("&", -1)))
                        .stream()
                                .filter(pair ->
                                        !signature.contains(pair.split("=", 2)[0].toLowerCase(java.util.Locale.ROOT)))
                                .collect(Collectors.joining("&"));
    }

    private static void note(Exchange exchange, int status) {
        if (status >= 400) {
            exchange.error =
                    new AwsException("Upstream" + status, "The upstream answered with status " + status, status);
        }
    }

    private static byte[] md5(byte[] bytes) {
        try {
            return MessageDigest.getInstance("MD5").digest(bytes);
        } catch (java.security.NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java platform has MD5", e);
        }
    }
}
