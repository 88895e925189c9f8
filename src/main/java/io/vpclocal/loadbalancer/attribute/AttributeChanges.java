package io.vpclocal.loadbalancer.attribute;

import io.vpclocal.loadbalancer.resource.AttributeSet;
import io.vpclocal.loadbalancer.resource.ElbEntity;
import io.vpclocal.loadbalancer.resource.ElbErrors;
import io.vpclocal.protocol.AwsException;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;

/**
 * Changes the attributes of one kind of resource.
 *
 * @param label {@code Load balancer}, {@code Target group} or {@code Listener}
 * @param allowed the attributes of this resource's type
 * @param known true for the attributes of any resource of the kind
 * @param of the resources, for the error text: {@code load balancers with type 'network'}
 */
record AttributeChanges(String label, AttributeSet allowed, Predicate<String> known, String of) {

    /**
     * Sets attributes.
     *
     * @throws AwsException if a key is unknown or duplicate, or a value is not valid
     */
    void apply(ElbEntity on, Iterable<? extends Map.Entry<String, String>> wanted) {
        Set<String> keys = new HashSet<>();
        for (Map.Entry<String, String> each : wanted) {
            String key = each.getKey();
            String name = label + " attribute key '" + key + "' ";
            if (!known.test(key)) {
                throw ElbErrors.validation(name + "is not recognized");
            }
            if (!allowed.has(key)) {
                throw ElbErrors.invalidConfiguration(name + "is not supported on " + of);
            }
            if (!keys.add(key)) {
                throw ElbErrors.validation(name + "was specified more than once");
            }
            if (!allowed.allows(key, each.getValue())) {
                throw ElbErrors.validation(
                        label + " attribute value '" + each.getValue() + "' is not valid for the key '" + key + "'");
            }
        }
        wanted.forEach(each -> on.attributes().put(each.getKey(), each.getValue()));
    }
}
