package io.vpclocal.control.request;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.vpclocal.protocol.AwsException;
import io.vpclocal.testing.Aws;
import io.vpclocal.testing.ControlApi;
import io.vpclocal.testing.EmulatorTest;
import io.vpclocal.testing.OwnEmulator;
import io.vpclocal.testing.RawHttp;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Scanner;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The stream of answered calls; our design. */
@EmulatorTest
class CallStreamTest {

    private static final HttpClient HTTP = HttpClient.newHttpClient();

    @Autowired
    private Aws aws;

    @Test
    void aCallIsStreamedWhenItIsAnswered() throws Exception {
        String account = Aws.newAccount();
        try (Events events = Events.of(aws.endpoint(), "account=" + account)) {
            aws.ec2(Aws.newAccount()).describeVpcs();
            aws.ec2(account).createVpc(r -> r.cidrBlock("10.0.0.0/16"));
            JsonNode call = events.next();
            assertThat(call.path("action").asString()).isEqualTo("CreateVpc");
            assertThat(call.path("caller").asString()).isEqualTo("arn:aws:iam::" + account + ":root");
            assertThat(call.path("account").asString()).isEqualTo(account);
        }
    }

    @Test
    void onlyReadCallsCanBeUnlogged() throws Exception {
        String account = Aws.newAccount();
        unlogged(account, "DescribeVpcs");
        unlogged(account, "CreateInternetGateway");
        JsonNode calls = new ControlApi(aws.endpoint())
                .get("/_vpclocal/requests?account=" + account)
                .json();
        assertThat(calls).hasSize(1);
        assertThat(calls.path(0).path("action").asString()).isEqualTo("CreateInternetGateway");
    }

    @Test
    void theEmulatorStopsWithAnOpenStream() throws Exception {
        OwnEmulator emulator = OwnEmulator.start(Map.of("spring.lifecycle.timeout-per-shutdown-phase", "60s"));
        try (Events events = Events.of(emulator.aws().endpoint(), "")) {
            Instant begin = Instant.now();
            emulator.close();
            assertThat(Duration.between(begin, Instant.now())).isLessThan(Duration.ofSeconds(30));
            assertThat(events.ended()).isTrue();
        }
    }

    @Test
    void aSlowFollowerMissesCallsAndDelaysNoCall() throws Exception {
        CallFeed feed = new CallFeed();
        try (CallFeed.Follower follower = feed.follow()) {
            for (int i = 0; i < 1200; i++) {
                feed.add(call());
            }
            assertThat(follower.missed()).isEqualTo(200);
            assertThat(follower.missed()).isZero();
            assertThat(follower.next(Duration.ZERO)).isNotNull();
        }
    }

    @Test
    void theNumberOfStreamsIsLimited() {
        CallFeed feed = new CallFeed();
        CallFeed.Follower first = feed.follow();
        for (int i = 1; i < CallFeed.MOST_FOLLOWERS; i++) {
            feed.follow();
        }
        assertThatThrownBy(feed::follow).isInstanceOf(AwsException.class).hasMessageContaining("20 open streams");
        first.close();
        assertThat(feed.follow()).isNotNull();
    }

    private void unlogged(String account, String action) throws Exception {
        HttpRequest.Builder request = RawHttp.request(aws.endpoint(), "/ec2/" + action)
                .setHeader(
                        "Authorization",
                        "Basic "
                                + Base64.getEncoder().encodeToString((account + ":x").getBytes(StandardCharsets.UTF_8)))
                .header("X-VpcLocal-Unlogged", "true")
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofString("{}"));
        assertThat(RawHttp.send(request).statusCode()).isEqualTo(200);
    }

    private static LoggedCall call() {
        return new LoggedCall(
                Instant.EPOCH,
                "id",
                "ec2",
                "DescribeVpcs",
                "arn",
                "1",
                "us-east-1",
                Map.of(),
                null,
                null,
                1,
                List.of());
    }

    /** An open stream. It is complete after the server's first comment, so it misses no later call. */
    private record Events(InputStream stream, Scanner lines) implements AutoCloseable {

        static Events of(URI endpoint, String query) throws IOException, InterruptedException {
            HttpRequest request = HttpRequest.newBuilder(endpoint.resolve("/_vpclocal/requests/stream?" + query))
                    .header("Accept", "text/event-stream")
                    .build();
            HttpResponse<InputStream> response = HTTP.send(request, BodyHandlers.ofInputStream());
            assertThat(response.statusCode()).isEqualTo(200);
            assertThat(response.headers().firstValue("Content-Type").orElse("")).startsWith("text/event-stream");
            Scanner lines = new Scanner(response.body(), StandardCharsets.UTF_8);
            assertThat(lines.nextLine()).isEqualTo(": open");
            assertThat(lines.nextLine()).isEmpty();
            return new Events(response.body(), lines);
        }

        JsonNode next() {
            assertThat(lines.nextLine()).isEqualTo("event: call");
            return new JsonMapper().readTree(lines.nextLine().substring("data: ".length()));
        }

        boolean ended() {
            return !lines.hasNextLine();
        }

        @Override
        public void close() throws IOException {
            stream.close();
        }
    }
}
