package io.vpclocal.traffic;

import io.swagger.v3.oas.annotations.media.Schema;
import io.vpclocal.protocol.JsonProblem;
import java.util.ArrayList;
import java.util.List;
import org.springframework.stereotype.Component;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Reads request bodies: one flow, a list of flows, or an object with a list named {@code flows}. */
@Component
class FlowRequests {

    /** A body with a named list. */
    @Schema(name = "Flows")
    record Batch(List<FlowRequest> flows) {}

    private static final String FLOWS = "flows";

    private final JsonMapper json = JsonMapper.builder()
            .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .disable(DeserializationFeature.ACCEPT_FLOAT_AS_INT)
            .build();

    /** @throws io.vpclocal.protocol.AwsException with the index of the malformed flow */
    List<FlowRequest> read(byte[] body) {
        List<FlowRequest> requested = new ArrayList<>();
        for (JsonNode item : items(tree(body))) {
            try {
                requested.add(flow(item));
            } catch (JacksonException e) {
                throw TrafficErrors.at(requested.size(), TrafficErrors.invalid(JsonProblem.describe(e)));
            }
        }
        return requested;
    }

    FlowRequest.Side side(JsonNode side) {
        try {
            return json.treeToValue(side, FlowRequest.Side.class);
        } catch (JacksonException e) {
            throw TrafficErrors.invalid(JsonProblem.describe(e));
        }
    }

    private FlowRequest flow(JsonNode item) {
        if (!item.isObject()) {
            throw TrafficErrors.malformedBody("A flow must be a JSON object.");
        }
        return json.treeToValue(item, FlowRequest.class);
    }

    private JsonNode tree(byte[] body) {
        try {
            return json.readTree(body);
        } catch (JacksonException e) {
            throw TrafficErrors.malformedBody("The body is not JSON: " + JsonProblem.describe(e));
        }
    }

    private static List<JsonNode> items(JsonNode root) {
        JsonNode list = root.isObject() && root.has(FLOWS) ? root.get(FLOWS) : root;
        if (list != root && root.size() > 1) {
            throw TrafficErrors.malformedBody("A body with 'flows' must not have other members.");
        }
        List<JsonNode> items = new ArrayList<>();
        if (list.isArray()) {
            list.forEach(items::add);
        } else {
            items.add(list);
        }
        if (items.isEmpty()) {
            throw TrafficErrors.malformedBody("The body has no flow.");
        }
        if (items.size() > TrafficLimits.FLOWS_PER_REQUEST) {
            throw TrafficErrors.malformedBody(
                    "A request can have at most " + TrafficLimits.FLOWS_PER_REQUEST + " flows.");
        }
        return items;
    }
}
