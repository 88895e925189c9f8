package io.vpclocal.demo;

import io.vpclocal.protocol.AwsException;
import io.vpclocal.protocol.WireRequest;
import io.vpclocal.protocol.WireResponse;
import io.vpclocal.protocol.dispatch.Dispatcher;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Calls actions as users do: with credentials and through the whole request path. */
@Component
class DemoCalls {

    private static final JsonMapper JSON = new JsonMapper();
    private static final List<String> JSON_TYPE = List.of("application/json");

    private final Dispatcher dispatcher;

    DemoCalls(Dispatcher dispatcher) {
        this.dispatcher = dispatcher;
    }

    /**
     * @param action service and action, such as {@code ec2/CreateVpc}
     * @throws AwsException the error of the action
     */
    JsonNode call(String keyId, String secret, String action, JsonNode request) {
        String basic = Base64.getEncoder().encodeToString((keyId + ":" + secret).getBytes(StandardCharsets.UTF_8));
        WireResponse response = dispatcher.handle(new WireRequest(
                "POST",
                "/" + action,
                "",
                Map.of("authorization", List.of("Basic " + basic), "content-type", JSON_TYPE, "accept", JSON_TYPE),
                JSON.writeValueAsBytes(request),
                "127.0.0.1",
                false));
        JsonNode answer = JSON.readTree(response.body());
        if (response.status() >= 300) {
            throw new AwsException(
                    answer.path("Code").asString(), answer.path("Message").asString(), response.status());
        }
        return answer;
    }
}
