package io.vpclocal.proxy;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executors;
import java.util.function.UnaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * An upstream for tests: it records what it got, keeps objects in memory as far as Amazon S3 does, and answers other
 * services with what the test set.
 */
public final class RecordingUpstream {

    /** @param sha256 of the body as it call */
    public record Received(
            String method, URI uri, Map<String, String> headers, long length, String sha256, byte[] body) {

        public @Nullable String header(String name) {
            return headers.get(name);
        }
    }

    /** An answer to calls of other services. */
    public record Answer(int status, Map<String, String> headers, String body) {}

    private static final Pattern RANGE = Pattern.compile("bytes=(\\d+)-(\\d*)");
    private static final int PART = 1024 * 1024;
    private static final int KEPT = 64 * 1024 * 1024;

    private final HttpServer server;
    private final List<Received> received = new CopyOnWriteArrayList<>();
    private final UpstreamBuckets buckets = new UpstreamBuckets();
    private final Map<String, byte[]> objects = new ConcurrentHashMap<>();
    private final Map<String, Answer> answers = new ConcurrentHashMap<>();
    private final Map<String, UnaryOperator<String>> computed = new ConcurrentHashMap<>();

    public RecordingUpstream() {
        try {
            server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 50);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        server.setExecutor(Executors.newCachedThreadPool(work -> {
            Thread thread = new Thread(work, "upstream");
            thread.setDaemon(true);
            return thread;
        }));
        server.createContext("/", this::handle);
        server.start();
    }

    public String url() {
        return "http://127.0.0.1:" + server.getAddress().getPort();
    }

    public List<Received> received() {
        return received;
    }

    public Received last() {
        return received.get(received.size() - 1);
    }

    /** Whether a request to that path call. */
    public boolean got(String method, String path) {
        return received.stream()
                .anyMatch(r -> r.method().equals(method) && r.uri().getRawPath().equals(path));
    }

    /** @param target X-Amz-Target, or Action of a query service */
    public void answer(String target, String body) {
        answers.put(target, new Answer(200, Map.of(), body));
    }

    /** Answers from the body of the request; an empty answer is an error. */
    public void answer(String target, UnaryOperator<String> answer) {
        computed.put(target, answer);
    }

    /** Answers POST to a path. */
    public void answerPath(String path, String body) {
        answers.put("POST " + path, new Answer(200, Map.of(), body));
    }

    public byte @Nullable [] object(String path) {
        return objects.get(path);
    }

    private void handle(HttpExchange exchange) throws IOException {
        try (exchange) {
            Received request = record(exchange);
            received.add(request);
            String target = request.header("x-amz-target");
            Answer known = answers.get(request.method() + " " + request.uri().getRawPath());
            if (known != null) {
                send(exchange, known.status(), known.body().getBytes(StandardCharsets.UTF_8));
            } else if (target != null) {
                Answer answer = answered(target, new String(request.body(), StandardCharsets.UTF_8));
                send(exchange, answer.status(), answer.body().getBytes(StandardCharsets.UTF_8));
            } else if (request.uri().getRawPath().equals("/")
                    && request.method().equals("POST")) {
                String body = new String(request.body(), StandardCharsets.UTF_8);
                Answer answer = answers.entrySet().stream()
                        .filter(entry -> body.contains("Action=" + entry.getKey()))
                        .map(Map.Entry::getValue)
                        .findFirst()
                        .orElse(new Answer(200, Map.of(), "<Response/>"));
                send(exchange, answer.status(), answer.body().getBytes(StandardCharsets.UTF_8));
            } else {
                objects(exchange, request);
            }
        }
    }

    private Answer answered(String target, String body) {
        UnaryOperator<String> known = computed.get(target);
        if (known == null) {
            return answers.getOrDefault(target, new Answer(200, Map.of(), "{}"));
        }
        String text = known.apply(body);
        return text.isEmpty()
                ? new Answer(400, Map.of(), "{\"__type\":\"NotFoundException\"}")
                : new Answer(200, Map.of(), text);
    }

    private static Received record(HttpExchange exchange) throws IOException {
        Map<String, String> headers = new TreeMap<>();
        exchange.getRequestHeaders()
                .forEach((name, values) -> headers.put(name.toLowerCase(Locale.ROOT), String.join(",", values)));
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            java.io.ByteArrayOutputStream kept = new java.io.ByteArrayOutputStream();
            long length = 0;
            byte[] buffer = new byte[64 * 1024];
            InputStream in = exchange.getRequestBody();
            for (int count = in.read(buffer); count >= 0; count = in.read(buffer)) {
                digest.update(buffer, 0, count);
                length += count;
                if (length <= KEPT) {
                    kept.write(buffer, 0, count);
                }
            }
            return new Received(
                    exchange.getRequestMethod(),
                    exchange.getRequestURI(),
                    headers,
                    length,
                    HexFormat.of().formatHex(digest.digest()),
                    kept.toByteArray());
        } catch (java.security.NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    private void objects(HttpExchange exchange, Received request) throws IOException {
        String path = request.uri().getRawPath();
        String query = String.valueOf(request.uri().getRawQuery());
        Optional<Answer> ofBucket = buckets.answer(request);
        if (ofBucket.isPresent()) {
            send(exchange, ofBucket.get().status(), ofBucket.get().body().getBytes(StandardCharsets.UTF_8));
            return;
        }
        exchange.getResponseHeaders().set("Content-Type", "application/xml");
        if (query.contains("uploads") && request.method().equals("POST")) {
            send(
                    exchange,
                    200,
                    xml("<InitiateMultipartUploadResult><UploadId>u1</UploadId></InitiateMultipartUploadResult>"));
        } else if (query.startsWith("delete")) {
            send(exchange, 200, xml("<DeleteResult><Deleted><Key>ok</Key></Deleted></DeleteResult>"));
        } else if (request.method().equals("PUT")) {
            objects.put(path + (query.contains("partNumber") ? "?" + query : ""), request.body());
            exchange.getResponseHeaders().set("ETag", "\"" + request.sha256().substring(0, 32) + "\"");
            send(
                    exchange,
                    200,
                    request.headers().containsKey("x-amz-copy-source")
                            ? xml("<CopyObjectResult><ETag>\"e\"</ETag></CopyObjectResult>")
                            : new byte[0]);
        } else if (request.method().equals("DELETE")) {
            objects.remove(path);
            exchange.sendResponseHeaders(204, -1);
        } else if (request.method().equals("POST")) {
            send(
                    exchange,
                    200,
                    xml("<CompleteMultipartUploadResult><ETag>\"e\"</ETag></CompleteMultipartUploadResult>"));
        } else {
            get(exchange, request, path);
        }
    }

    /** {@code /generated/N}: N mebibytes, the first of zeros, the next of ones, and so on. */
    private static void generate(HttpExchange exchange, int mebibytes) throws IOException {
        exchange.sendResponseHeaders(200, (long) mebibytes * PART);
        byte[] part = new byte[PART];
        try (OutputStream out = exchange.getResponseBody()) {
            for (int i = 0; i < mebibytes; i++) {
                java.util.Arrays.fill(part, (byte) i);
                out.write(part);
            }
        }
    }

    private void get(HttpExchange exchange, Received request, String path) throws IOException {
        if (path.startsWith("/generated/")) {
            generate(exchange, Integer.parseInt(path.substring("/generated/".length())));
            return;
        }
        byte[] found = objects.get(path);
        if (path.chars().filter(c -> c == '/').count() < 2) {
            send(exchange, 200, xml("<ListBucketResult><Name>b</Name></ListBucketResult>"));
            return;
        }
        if (found == null) {
            send(
                    exchange,
                    404,
                    xml("<Error><Code>NoSuchKey</Code><Message>The specified key does not exist.</Message></Error>"));
            return;
        }
        exchange.getResponseHeaders().set("Content-Type", "application/octet-stream");
        exchange.getResponseHeaders().set("ETag", "\"etag\"");
        if ("\"etag\"".equals(request.header("if-none-match"))) {
            exchange.sendResponseHeaders(304, -1);
            return;
        }
        if (request.header("if-match") != null && !"\"etag\"".equals(request.header("if-match"))) {
            send(exchange, 412, xml("<Error><Code>PreconditionFailed</Code><Message>No</Message></Error>"));
            return;
        }
        Matcher range = RANGE.matcher(String.valueOf(request.header("range")));
        if (range.matches()) {
            int from = Integer.parseInt(range.group(1));
            int to = range.group(2).isEmpty() ? found.length - 1 : Integer.parseInt(range.group(2));
            exchange.getResponseHeaders().set("Content-Range", "bytes " + from + "-" + to + "/" + found.length);
            send(exchange, 206, java.util.Arrays.copyOfRange(found, from, to + 1));
            return;
        }
        send(exchange, 200, found);
    }

    private static byte[] xml(String text) {
        return ("<?xml version=\"1.0\" encoding=\"UTF-8\"?>" + text).getBytes(StandardCharsets.UTF_8);
    }

    private static void send(HttpExchange exchange, int status, byte[] body) throws IOException {
        boolean head = exchange.getRequestMethod().equals("HEAD");
        if (head) {
            exchange.getResponseHeaders().set("Content-Length", String.valueOf(body.length));
        }
        exchange.sendResponseHeaders(status, head || body.length == 0 ? -1 : body.length);
        if (!head && body.length > 0) {
            try (OutputStream out = exchange.getResponseBody()) {
                new ByteArrayInputStream(body).transferTo(out);
            }
        }
    }
}
