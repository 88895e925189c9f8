package io.vpclocal.notification;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.vpclocal.endpointservice.hosted.Provider;
import io.vpclocal.endpointservice.hosted.Subscriber;
import io.vpclocal.testing.OwnEmulator;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.Timeout;
import software.amazon.awssdk.services.ec2.model.ServiceConfiguration;
import tools.jackson.databind.JsonNode;

/** Publishing to a simple HTTP server in place of SNS. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@Timeout(60)
class PublishingTest {

    private static final String GOOD = "arn:aws:sns:eu-west-1:123456789012:good";
    private static final String BAD = "arn:aws:sns:us-east-1:123456789012:bad";

    private final List<Map<String, String>> received = new CopyOnWriteArrayList<>();
    private HttpServer sns;
    private OwnEmulator emulator;

    @BeforeAll
    void start() throws IOException {
        sns = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        sns.createContext("/", this::answer);
        sns.start();
        emulator = OwnEmulator.start(Map.of(
                "vpclocal.sns.endpoint", "http://127.0.0.1:" + sns.getAddress().getPort()));
    }

    @AfterAll
    void stop() {
        emulator.close();
        sns.stop(0);
    }

    private void answer(HttpExchange exchange) throws IOException {
        Map<String, String> form = new TreeMap<>();
        String body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
        for (String pair : body.split("&", -1)) {
            String[] parts = pair.split("=", 2);
            form.put(parts[0], URLDecoder.decode(parts[1], StandardCharsets.UTF_8));
        }
        form.put("Authorization", exchange.getRequestHeaders().getFirst("Authorization"));
        received.add(form);
        boolean good = GOOD.equals(form.get("TopicArn"));
        byte[] answer = (good
                        ? "<PublishResponse><PublishResult><MessageId>m-1</MessageId></PublishResult></PublishResponse>"
                        : "<ErrorResponse><Error><Type>Sender</Type><Code>NotFound</Code><Message>Topic does not"
                                + " exist</Message></Error></ErrorResponse>")
                .getBytes(StandardCharsets.UTF_8);
        exchange.sendResponseHeaders(good ? 200 : 404, answer.length);
        exchange.getResponseBody().write(answer);
        exchange.close();
    }

    /** The only message, after it is no longer pending. */
    private JsonNode concluded(String account) throws Exception {
        while (true) {
            JsonNode messages = emulator.control()
                    .get("/_vpclocal/notifications?account=" + account)
                    .json();
            assertThat(messages).hasSize(1);
            if (!messages.get(0).path("outcome").asString().equals("pending")) {
                return messages.get(0);
            }
            Thread.onSpinWait();
        }
    }

    private JsonNode messageTo(String topic) throws Exception {
        Provider provider = new Provider(emulator.aws());
        Subscriber subscriber = new Subscriber(emulator.aws());
        ServiceConfiguration service = provider.host();
        provider.allow(service.serviceId(), subscriber.account);
        provider.ec2.createVpcEndpointConnectionNotification(r -> r.serviceId(service.serviceId())
                .connectionNotificationArn(topic)
                .connectionEvents("Connect"));
        assertThat(subscriber.connect(service.serviceName()).stateAsString()).isEqualTo("pendingAcceptance");
        return concluded(provider.account);
    }

    @Test
    void aMessageIsPublishedToItsTopicAsTheTopicsOwner() throws Exception {
        JsonNode message = messageTo(GOOD);

        assertThat(message.path("outcome").asString()).isEqualTo("published");
        assertThat(message.path("messageId").asString()).isEqualTo("m-1");
        assertThat(received)
                .filteredOn(form -> GOOD.equals(form.get("TopicArn")))
                .singleElement()
                .satisfies(form -> {
                    assertThat(form).containsEntry("Action", "Publish");
                    assertThat(form)
                            .containsEntry("Message", message.path("message").asString());
                    assertThat(form.get("Authorization")).contains("Credential=123456789012/", "/eu-west-1/sns/");
                });
    }

    @Test
    void aFailureIsRecordedInTheMessage() throws Exception {
        JsonNode message = messageTo(BAD);

        assertThat(message.path("outcome").asString()).isEqualTo("failed");
        assertThat(message.path("failure").asString()).contains("Topic does not exist");
        assertThat(message.path("messageId").isNull()).isTrue();
        assertThat(received)
                .filteredOn(form -> BAD.equals(form.get("TopicArn")))
                .hasSize(1);
    }
}
