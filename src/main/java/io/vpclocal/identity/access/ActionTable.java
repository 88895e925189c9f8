package io.vpclocal.identity.access;

import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The authorization rules of every action, as listed in AWS's Service Authorization Reference. */
@Component
class ActionTable {

    private static final String FILE = "/io/vpclocal/identity/actions.json";
    private static final String REQUEST_TAG = "aws:requesttag/${tagkey}";
    private static final String RESOURCE_TAG = "aws:resourcetag/${tagkey}";

    private final Map<String, ActionRule> rules = new HashMap<>();

    ActionTable() {
        JsonNode file =
                JsonMapper.shared().readTree(Objects.requireNonNull(ActionTable.class.getResourceAsStream(FILE)));
        file.properties().forEach(service -> service.getValue().properties().forEach(action -> {
            String name = service.getKey() + ":" + action.getKey();
            rules.put(name, rule(name, action.getValue()));
        }));
    }

    /** Empty for an unknown action. Only root users may call it. */
    Optional<ActionRule> find(String action) {
        return Optional.ofNullable(rules.get(action));
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
