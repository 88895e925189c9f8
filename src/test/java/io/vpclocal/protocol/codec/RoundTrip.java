package io.vpclocal.protocol.codec;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.vpclocal.protocol.AwsService;
import io.vpclocal.protocol.WireProtocol;
import java.io.IOException;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.BiPredicate;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.awscore.client.builder.AwsClientBuilder;
import software.amazon.awssdk.core.SdkField;
import software.amazon.awssdk.core.SdkPojo;
import software.amazon.awssdk.core.SdkResponse;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.cloudwatchlogs.CloudWatchLogsClient;
import software.amazon.awssdk.services.ec2.Ec2Client;
import software.amazon.awssdk.services.elasticloadbalancingv2.ElasticLoadBalancingV2Client;
import software.amazon.awssdk.services.iam.IamClient;
import software.amazon.awssdk.services.sts.StsClient;

/**
 * Sends operations of a service through the real client to a server that uses our codec. The request must arrive
 * unchanged, and so must the response.
 */
final class RoundTrip implements AutoCloseable {

    /** Operations with event streams. */
    private static final Set<String> STREAMS = Set.of("StartLiveTail", "GetLogObject");

    /** The SDK writes the dates of Spot requests without their milliseconds. */
    private static final BiPredicate<Instant, Instant> SPOT =
            (sent, got) -> got.equals(sent.truncatedTo(ChronoUnit.SECONDS));

    private final AwsService service;
    private final HttpServer server;
    private final Object client;
    private final Map<Class<?>, Method> methods = new HashMap<>();
    private volatile @Nullable Exchange current;

    RoundTrip(AwsService service) throws IOException {
        this.service = service;
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", http -> Objects.requireNonNull(current).serve(http));
        server.start();
        client = client();
        for (Method method : service.client().getMethods()) {
            if (method.getParameterCount() == 1 && SdkResponse.class.isAssignableFrom(method.getReturnType())) {
                methods.put(method.getParameterTypes()[0], method);
            }
        }
    }

    /** Every operation of the service with its request class, by name. */
    Map<String, Class<? extends SdkPojo>> operations() {
        Map<String, Class<? extends SdkPojo>> operations = new TreeMap<>(Models.operations(service.client()));
        operations.keySet().removeAll(STREAMS);
        return operations;
    }

    /** Fails if an operation's request or response differs from the sent one. */
    void check(String name, Class<? extends SdkPojo> requestType, long seed) throws Exception {
        Method method = Objects.requireNonNull(methods.get(requestType), name);
        RandomShapes shapes = new RandomShapes(seed);
        SdkPojo request = shapes.fill(requestType);
        SdkPojo response = shapes.fill(method.getReturnType().asSubclass(SdkPojo.class));
        Exchange exchange = new Exchange(service, requestType, response);
        current = exchange;
        SdkPojo received = (SdkPojo) invoke(method, client, request);
        if (exchange.failure != null) {
            throw new AssertionError(name, exchange.failure);
        }
        assertThat(differing(request, Objects.requireNonNull(exchange.request)))
                .as("request of %s", name)
                .isNull();
        assertThat(response.equalsBySdkFields(received))
                .as("response of %s: %s", name, differing(response, received))
                .isTrue();
    }

    private Object invoke(Method method, Object client, SdkPojo request) throws Exception {
        try {
            return method.invoke(client, request);
        } catch (InvocationTargetException e) {
            Exchange exchange = Objects.requireNonNull(current);
            throw new AssertionError(
                    "The client failed on " + method.getName(),
                    exchange.failure == null ? e.getCause() : exchange.failure);
        }
    }

    /** The path of the first member that differs between two structures. Null if they are equal. */
    private static @Nullable String differing(SdkPojo one, SdkPojo two) {
        for (SdkField<?> field : one.sdkFields()) {
            String name = field.memberName();
            String path = differing(field.getValueOrDefault(one), field.getValueOrDefault(two));
            if (path != null) {
                return name + path;
            }
        }
        return null;
    }

    private static @Nullable String differing(@Nullable Object a, @Nullable Object b) {
        if (a instanceof SdkPojo one && b instanceof SdkPojo two) {
            String path = differing(one, two);
            return path == null ? null : "." + path;
        }
        if (a instanceof List<?> one && b instanceof List<?> two && one.size() == two.size()) {
            for (int i = 0; i < one.size(); i++) {
                String path = differing(one.get(i), two.get(i));
                if (path != null) {
                    return "[" + i + "]" + path;
                }
            }
            return null;
        }
        if (a instanceof Instant sent && b instanceof Instant got && SPOT.test(sent, got)) {
            return null;
        }
        return Objects.equals(a, b) ? null : ": sent " + a + ", got " + b;
    }

    private Object client() {
        return switch (service) {
            case EC2 -> build(Ec2Client.builder());
            case IAM -> build(IamClient.builder());
            case STS -> build(StsClient.builder());
            case LOGS -> build(CloudWatchLogsClient.builder());
            case ELB -> build(ElasticLoadBalancingV2Client.builder());
        };
    }

    private <B extends AwsClientBuilder<B, C>, C> C build(B builder) {
        int port = server.getAddress().getPort();
        return builder.endpointOverride(URI.create("http://127.0.0.1:" + port))
                .region(Region.US_EAST_1)
                .credentialsProvider(StaticCredentialsProvider.create(AwsBasicCredentials.create("test", "test")))
                .overrideConfiguration(c -> c.retryStrategy(r -> r.maxAttempts(1)))
                .build();
    }

    @Override
    public void close() {
        server.stop(0);
    }

    /** The request and the response of one call. */
    private static final class Exchange {

        private final AwsService service;
        private final Class<? extends SdkPojo> requestType;
        private final SdkPojo response;
        private volatile @Nullable SdkPojo request;
        private volatile @Nullable RuntimeException failure;

        Exchange(AwsService service, Class<? extends SdkPojo> requestType, SdkPojo response) {
            this.service = service;
            this.requestType = requestType;
            this.response = response;
        }

        void serve(HttpExchange http) throws IOException {
            try (http) {
                byte[] answer = answer(http.getRequestBody().readAllBytes());
                http.getResponseHeaders()
                        .add(
                                "Content-Type",
                                service.protocol() == WireProtocol.JSON ? "application/x-amz-json-1.1" : "text/xml");
                http.sendResponseHeaders(failure == null ? 200 : 500, answer.length);
                http.getResponseBody().write(answer);
            }
        }

        private byte[] answer(byte[] body) {
            try {
                if (service.protocol() == WireProtocol.JSON) {
                    request = JsonReader.read(service, requestType, body);
                    return JsonWriter.response(response);
                }
                QueryNode parameters = QueryNode.parse(new String(body, StandardCharsets.UTF_8), service);
                request = QueryReader.read(service, requestType, parameters);
                String action = Objects.requireNonNull(parameters.value("Action"));
                return XmlWriter.response(service, service.apiVersion(), action, response, "request-id");
            } catch (RuntimeException e) {
                failure = e;
                return new byte[0];
            }
        }
    }
}
