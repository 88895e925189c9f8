package io.vpclocal.demo;

import io.vpclocal.demo.DemoScript.Step;
import io.vpclocal.flowlog.delivery.DeliveryRun;
import io.vpclocal.protocol.AwsException;
import io.vpclocal.protocol.Ids;
import io.vpclocal.protocol.Scope;
import io.vpclocal.traffic.FlowSender;
import java.nio.charset.StandardCharsets;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Service;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * Builds the demo network step by step. A step whose result exists is skipped: a second run creates nothing, and a run
 * after a deletion creates the deleted part. The ids are the same in every emulator.
 */
@Service
class DemoNetwork {

    static final String CONSUMER = "000000000000";
    static final String PROVIDER = "111111111111";
    static final String USER = "demo-auditor";

    private static final JsonMapper JSON = new JsonMapper();
    private static final String FLOW_LOG = "flow-log";

    private final DemoCalls calls;
    private final FlowSender sender;
    private final DeliveryRun delivery;
    private final Ids ids;
    private final String region;

    DemoNetwork(
            DemoCalls calls,
            FlowSender sender,
            DeliveryRun delivery,
            Ids ids,
            @Value("${vpclocal.protocol.default-region:us-east-1}") String region) {
        this.calls = calls;
        this.sender = sender;
        this.delivery = delivery;
        this.ids = ids;
        this.region = region;
    }

    /**
     * The current demo network.
     *
     * @param made the number of steps that created something
     */
    record Built(int made, String region, DemoNames names, DemoScript script) {}

    /** @throws AwsException {@code DemoFailed} with the step that failed, and why */
    synchronized Built build() {
        DemoScript script = DemoScript.read();
        DemoNames names = new DemoNames();
        names.put("region", region);
        names.put("consumer", CONSUMER);
        names.put("provider", PROVIDER);
        Set<String> made = new HashSet<>();
        for (Step step : script.steps()) {
            try {
                if (ids.predictably("demo/" + step.name(), () -> take(step, names))) {
                    made.add(step.name());
                }
            } catch (AwsException e) {
                throw DemoErrors.failed(step.name(), e);
            }
        }
        if (made.contains(FLOW_LOG)) {
            use(script, names);
        }
        return new Built(made.size(), region, names, script);
    }

    /** @return whether something was created */
    private boolean take(Step step, DemoNames names) {
        if (step.find() == null) {
            return make(step, names);
        }
        if (find(step, names)) {
            return false;
        }
        boolean made = make(step, names);
        if (!find(step, names)) {
            throw new IllegalStateException("Step " + step.name() + " does not find the resource that it created");
        }
        return made;
    }

    private boolean make(Step step, DemoNames names) {
        ObjectNode request = (ObjectNode) names.fill(step.with());
        if (step.tag() != null) {
            request.set("TagSpecifications", tags(step.tag(), step.name()));
        }
        try {
            call(step, step.call(), request);
            return step.find() != null || step.exists() != null;
        } catch (AwsException e) {
            if (e.code().equals(step.exists())) {
                return false;
            }
            throw e;
        }
    }

    private static JsonNode tags(String type, String name) {
        return JSON.valueToTree(List.of(Map.of(
                "ResourceType",
                type,
                "Tags",
                List.of(Map.of("Key", "Name", "Value", "demo-" + name), Map.of("Key", "demo", "Value", name)))));
    }

    private boolean find(Step step, DemoNames names) {
        JsonNode found;
        try {
            found = call(step, String.valueOf(step.find()), names.fill(JSON.valueToTree(step.where())));
        } catch (AwsException e) {
            if (e.code().endsWith("NotFound")) {
                return false;
            }
            throw e;
        }
        for (Map.Entry<String, String> kept : step.kept().entrySet()) {
            JsonNode value = found.at(kept.getValue());
            if (value.isMissingNode()) {
                return false;
            }
            names.put(kept.getKey(), value.asString());
        }
        return true;
    }

    private JsonNode call(Step step, String action, JsonNode request) {
        return calls.call("provider".equals(step.account()) ? PROVIDER : CONSUMER, "test", action, request);
    }

    /** Sends some traffic, delivers its records, and makes a call that is denied. */
    private void use(DemoScript script, DemoNames names) {
        sender.send(
                new Scope(CONSUMER, region),
                names.fill(script.traffic()).toString().getBytes(StandardCharsets.UTF_8));
        delivery.flush();
        JsonNode user = JSON.valueToTree(Map.of("UserName", USER));
        JsonNode key = calls.call(CONSUMER, "test", "iam/CreateAccessKey", user).path("AccessKey");
        String id = key.path("AccessKeyId").asString();
        try {
            calls.call(
                    id,
                    key.path("SecretAccessKey").asString(),
                    "ec2/DeleteVpcEndpoints",
                    names.fill(JSON.readTree("{\"VpcEndpointIds\": [\"${s3-endpoint}\"]}")));
            throw new IllegalStateException(USER + " may delete endpoints");
        } catch (AwsException denied) {
            if (!denied.code().equals("UnauthorizedOperation")) {
                throw DemoErrors.failed("denied call", denied);
            }
        } finally {
            calls.call(
                    CONSUMER,
                    "test",
                    "iam/DeleteAccessKey",
                    JSON.valueToTree(Map.of("UserName", USER, "AccessKeyId", id)));
        }
    }
}
