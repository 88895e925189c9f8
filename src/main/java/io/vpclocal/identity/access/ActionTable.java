package io.vpclocal.identity.access;

import io.vpclocal.protocol.AwsService;
import io.vpclocal.protocol.FurtherActions;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The authorization rules of every action, as listed in AWS's Service Authorization Reference. */
@Component
class ActionTable {

    private static final String FILE = "/io/vpclocal/identity/actions.json";
    private static final String REQUEST_TAG = "aws:requesttag/${tagkey}";
    private static final String RESOURCE_TAG = "aws:resourcetag/${tagkey}";

    private static final Set<String> EC2_KEYS = Set.of("ec2:region");

    private final Map<String, ActionRule> rules = new HashMap<>();
    private final ObjectProvider<FurtherActions> further;

    ActionTable(ObjectProvider<FurtherActions> further) {
        this.further = further;
        JsonNode file =
                JsonMapper.shared().readTree(Objects.requireNonNull(ActionTable.class.getResourceAsStream(FILE)));
        file.properties().forEach(service -> service.getValue().properties().forEach(action -> {
            String name = service.getKey() + ":" + action.getKey();
            rules.put(name, rule(name, action.getValue()));
        }));
    }

    /** Empty for an unknown action. Only root users may call it. */
    Optional<ActionRule> find(String action) {
        ActionRule rule = rules.get(action);
        return rule != null ? Optional.of(rule) : ofFurther(action);
    }

    /** These actions list resources, which is allowed on {@code *} only. */
    private Optional<ActionRule> ofFurther(String action) {
        int colon = action.indexOf(':');
        return AwsService.bySigningName(action.substring(0, colon))
                .filter(service -> further.stream()
                        .anyMatch(actions -> actions.names(service).contains(action.substring(colon + 1))))
                .map(service -> new ActionRule(action, List.of(), service == AwsService.EC2 ? EC2_KEYS : Set.of()));
    }

    /** The rule of an action that the emulator itself checks. */
    ActionRule require(String action) {
        return find(action).orElseThrow(() -> new IllegalStateException(action + " is not in " + FILE));
    }

    Collection<ActionRule> all() {
        return rules.values();
    }

    private static ActionRule rule(String name, JsonNode entry) {
        List<ActionRule.Resource> resources = entry.get("resources").properties().stream()
                .map(type -> resource(type.getKey(), type.getValue()))
                .toList();
        return new ActionRule(name, resources, keys(entry.get("keys")));
    }

    /**
     * The action creates a resource that takes request tags and has no resource tags. {@code new} marks a resource that
     * it may create or that may exist.
     */
    private static ActionRule.Resource resource(String type, JsonNode entry) {
        Set<String> keys = keys(entry.get("keys"));
        boolean created = entry.has("new") || keys.contains(REQUEST_TAG) && !keys.contains(RESOURCE_TAG);
        return new ActionRule.Resource(type, entry.get("required").asBoolean(), created, keys);
    }

    private static Set<String> keys(JsonNode array) {
        Set<String> keys = new HashSet<>();
        array.forEach(key -> keys.add(key.asString().toLowerCase(Locale.ROOT)));
        return Set.copyOf(keys);
    }
}
