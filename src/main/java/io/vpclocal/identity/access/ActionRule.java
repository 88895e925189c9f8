package io.vpclocal.identity.access;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/**
 * What one action is checked against.
 *
 * @param action as policies name it, for example {@code ec2:CreateVpc}
 * @param resources the types of resource it may name, in the order in which they are checked; none means {@code *}
 * @param keys condition keys of the action as a whole
 */
record ActionRule(String action, List<Resource> resources, Set<String> keys) {

    /**
     * @param required checked even if the request names none
     * @param created true if the action makes one, which has no id yet
     * @param keys the condition keys that are there when a resource of the type is checked, in lower case
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
