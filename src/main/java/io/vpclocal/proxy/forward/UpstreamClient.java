package io.vpclocal.proxy.forward;

import io.vpclocal.protocol.AwsException;
import io.vpclocal.protocol.Scope;
import io.vpclocal.proxy.action.KnownService;
import io.vpclocal.upstream.Upstream;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodySubscribers;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.CompletableFuture;
import org.springframework.stereotype.Component;

/** Sends requests to the upstreams from the settings. Nothing in a client's request affects the target. */
@Component
class UpstreamClient {

    /** Headers of one connection, or written by this class. */
    private static final Set<String> NOT_PASSED = Set.of(
            "authorization",
            "connection",
            "content-length",
            "date",
            "expect",
            "host",
            "http2-settings",
            "keep-alive",
            "proxy-authenticate",
            "proxy-authorization",
            "proxy-connection",
            "te",
            "trailer",
            "transfer-encoding",
            "upgrade",
            "x-amz-content-sha256",
            "x-amz-date",
            "x-amz-decoded-content-length",
            "x-amz-security-token",
            "x-amz-trailer");

    private static final String DEFAULT_SECRET = "vpclocal";
    private static final int LARGEST_QUESTION = 1024 * 1024;

    private final HttpClient http;
    private final Duration answerTimeout;

    UpstreamClient(ProxyProperties properties) {
        this.answerTimeout = properties.answerTimeout();
        this.http = HttpClient.newBuilder()
                .version(HttpClient.Version.HTTP_1_1)
                .followRedirects(HttpClient.Redirect.NEVER)
                .connectTimeout(properties.connectTimeout())
                .build();
    }

    /**
     * A request for the upstream.
     *
     * @param path encoded, beginning with a slash
     * @param query encoded, without the question mark
     * @param headers by lower-case name; without those of the connection and of the caller's signature
     * @param signed false to pass the caller's own {@code Authorization}
     */
    record Outgoing(
            KnownService service,
            Scope scope,
            String method,
            String path,
            String query,
            Map<String, List<String>> headers,
            boolean signed) {}

    /** The status and the beginning of the body of an answer. */
    @SuppressWarnings("ArrayRecordComponent") // never compared
    record Answer(int status, byte[] body) {}

    /**
     * Sends a request of the emulator itself.
     *
     * @throws AwsException if the upstream cannot be reached or does not answer in time
     */
    Answer ask(Upstream upstream, Outgoing outgoing, byte[] body) throws IOException {
        try (Spool spool = new Spool(LARGEST_QUESTION)) {
            spool.write(body);
            spool.finish();
            HttpResponse<InputStream> answer = send(upstream, outgoing, spool);
            try (InputStream content = answer.body()) {
                return new Answer(answer.statusCode(), content.readNBytes(LARGEST_QUESTION));
            }
        }
    }

    /**
     * Sends a request and waits for the head of the answer.
     *
     * @throws AwsException if the upstream cannot be reached or does not answer in time
     */
    HttpResponse<InputStream> send(Upstream upstream, Outgoing outgoing, Spool body) throws IOException {
        SentBody sent = new SentBody(body);
        CompletableFuture<HttpResponse<InputStream>> answer = http.sendAsync(
                request(upstream, outgoing, sent),
                head -> BodySubscribers.mapping(
                        BodySubscribers.ofInputStream(), content -> new PatientStream(content, answerTimeout)));
        try {
            return sent.await(answer, answerTimeout);
        } catch (IOException e) {
            throw ProxyErrors.unavailable(
                    outgoing.service(),
                    "The upstream " + upstream.uri() + " does not answer: "
                            + Objects.requireNonNullElse(
                                    e.getMessage(), e.getClass().getSimpleName()) + ".");
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw ProxyErrors.unavailable(outgoing.service(), "VPC Local is shutting down.");
        }
    }

    private static HttpRequest request(Upstream upstream, Outgoing outgoing, SentBody sent) throws IOException {
        Spool body = sent.body();
        URI uri = uri(upstream, outgoing);
        HttpRequest.Builder request = HttpRequest.newBuilder(uri).method(outgoing.method(), publisher(sent, outgoing));
        passed(outgoing.headers(), request);
        if (!outgoing.signed()) {
            outgoing.headers()
                    .getOrDefault("authorization", List.of())
                    .forEach(value -> add(request, "authorization", value));
            return request.build();
        }
        boolean s3 = outgoing.service().protocol() == KnownService.Protocol.S3;
        String payload = s3 ? "UNSIGNED-PAYLOAD" : UpstreamSignature.sha256(body.bytes());
        new UpstreamSignature(
                        Objects.requireNonNullElse(
                                upstream.accessKeyId(), outgoing.scope().account()),
                        Objects.requireNonNullElse(upstream.secret(), DEFAULT_SECRET),
                        outgoing.scope().region(),
                        outgoing.service().signingName())
                // The upstream compares with real time, not with the emulator's clock.
                .headers(outgoing.method(), uri, payload, Instant.now())
                .forEach(request::setHeader);
        return request.build();
    }

    private static URI uri(Upstream upstream, Outgoing outgoing) {
        String query = outgoing.query().isEmpty() ? "" : "?" + legal(outgoing.query());
        try {
            URI uri = URI.create(upstream.uri() + legal(outgoing.path()) + query);
            if (outgoing.path().startsWith("/")
                    && Objects.equals(uri.getRawAuthority(), upstream.uri().getRawAuthority())) {
                return uri;
            }
        } catch (IllegalArgumentException e) {
            throw ProxyErrors.invalidUri();
        }
        throw ProxyErrors.invalidUri();
    }

    /** Characters that servers accept and Java's URI does not. */
    private static String legal(String raw) {
        StringBuilder text = new StringBuilder();
        raw.chars().forEach(c -> {
            if (c > ' ' && c < 127 && "\"<>\\^`{|}[]#".indexOf(c) < 0) {
                text.append((char) c);
            } else {
                text.append(String.format(Locale.ROOT, "%%%02X", c & 0xFF));
            }
        });
        return text.toString();
    }

    private static void passed(Map<String, List<String>> headers, HttpRequest.Builder request) {
        Set<String> ofConnection = new TreeSet<>(NOT_PASSED);
        headers.getOrDefault("connection", List.of())
                .forEach(value -> ofConnection.addAll(
                        List.of(value.toLowerCase(Locale.ROOT).split("[,\\s]+"))));
        headers.forEach((name, values) -> {
            if (!ofConnection.contains(name)) {
                values.stream()
                        .map(value -> name.equals("content-encoding") ? withoutChunks(value) : value)
                        .filter(value -> !value.isEmpty())
                        .forEach(value -> add(request, name, value));
            }
        });
    }

    private static void add(HttpRequest.Builder request, String name, String value) {
        try {
            request.header(name, value);
        } catch (IllegalArgumentException e) {
            throw ProxyErrors.invalidHeader(name);
        }
    }

    private static String withoutChunks(String encoding) {
        return String.join(
                ",",
                List.of(encoding.split("\\s*,\\s*")).stream()
                        .filter(each -> !each.equalsIgnoreCase("aws-chunked") && !each.isEmpty())
                        .toList());
    }

    private static BodyPublisher publisher(SentBody sent, Outgoing outgoing) {
        Spool body = sent.body();
        boolean bodiless = Set.of("GET", "HEAD", "DELETE").contains(outgoing.method());
        if (body.length() == 0) {
            return bodiless ? BodyPublishers.noBody() : BodyPublishers.ofByteArray(new byte[0]);
        }
        return BodyPublishers.fromPublisher(BodyPublishers.ofInputStream(sent::open), body.length());
    }
}
