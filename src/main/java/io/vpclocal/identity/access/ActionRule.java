package io.vpclocal.identity.access;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/**
 * The resources and condition keys that one action is checked against.
 *
 * @param action as policies name it, for example {@code ec2:CreateVpc}
 * @param resources the resource types it may name, in check order; if empty, the action is checked against {@code *}
 * @param keys the action's own condition keys
 */
record ActionRule(String action, List<Resource> resources, Set<String> keys) {

    /**
     * @param required true if checked even when the request names no such resource
     * @param created true if the action creates one, which has no id yet
     * @param keys the condition keys for resources of the type, in lower case
     */
    record Resource(String type, boolean required, boolean created, Set<String> keys) {

        boolean has(String key) {
            return keys.contains(key.toLowerCase(Locale.ROOT));
        }
    }

    boolean has(String key) {
        return keys.contains(key.toLowerCase(Locale.ROOT));
    }

    /** True if the key is documented for the action or for that type of resource. */
    boolean has(String key, String type) {
        return has(key)
                || resources.stream().anyMatch(resource -> resource.type().equals(type) && resource.has(key));
    }

    Optional<Resource> resource(String type) {
        return resources.stream()
                .filter(resource -> resource.type().equals(type))
                .findFirst();
    }
}
