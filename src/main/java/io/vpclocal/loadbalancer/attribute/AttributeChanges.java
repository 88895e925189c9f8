package io.vpclocal.loadbalancer.attribute;

import io.vpclocal.loadbalancer.resource.AttributeSet;
import io.vpclocal.loadbalancer.resource.ElbEntity;
import io.vpclocal.loadbalancer.resource.ElbErrors;
import io.vpclocal.protocol.AwsException;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Changes the attributes of one kind of resource. The texts are recorded.
 *
 * @param allowed the attributes of this resource's type
 * @param words what AWS says about the keys of this kind of resource
 */
record AttributeChanges(AttributeSet allowed, Words words) {

    /** What AWS says about keys. An empty number sets the default, but not for target groups. */
    interface Words {

        /** True for the attributes of any resource of the kind. */
        boolean knows(String key);

        /** About a key that no resource of the kind has. */
        String label();

        /** About a key of other types of this kind of resource. */
        AwsException unsupported(String key);

        /** About a key that is named twice. */
        String repeated(String key);

        boolean resetsNumbers();
    }

    /**
     * Sets attributes.
     *
     * @throws AwsException if a key is unknown or duplicate, or a value is not valid
     */
    void apply(ElbEntity on, Iterable<? extends Map.Entry<String, String>> wanted) {
        Map<String, String> changes = new LinkedHashMap<>();
        for (Map.Entry<String, String> each : wanted) {
            String key = each.getKey();
            if (!words.knows(key)) {
                throw unknown(words.label(), key);
            }
            if (!allowed.has(key)) {
                throw words.unsupported(key);
            }
            if (changes.put(key, value(key, each.getValue())) != null) {
                throw ElbErrors.validation(words.repeated(key));
            }
        }
        on.attributes().putAll(changes);
    }

    static AwsException unknown(String label, String key) {
        return ElbErrors.validation(label + " attribute key '" + key + "' is not recognized");
    }

    private String value(String key, String value) {
        String initial = value.isEmpty() && words.resetsNumbers() ? allowed.initialNumber(key) : null;
        if (initial != null) {
            return initial;
        }
        String problem = allowed.problemOf(key, value);
        if (problem != null) {
            throw ElbErrors.validation(problem);
        }
        return value;
    }
}
