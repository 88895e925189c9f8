package io.vpclocal.loadbalancer.attribute;

import io.vpclocal.loadbalancer.balancer.LoadBalancerAttributes;
import io.vpclocal.loadbalancer.listener.ListenerAttributes;
import io.vpclocal.loadbalancer.resource.BalancedProtocol;
import io.vpclocal.loadbalancer.resource.ElbErrors;
import io.vpclocal.loadbalancer.targetgroup.TargetGroupAttributes;
import io.vpclocal.protocol.AwsException;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What AWS says about the keys of attributes, by kind of resource (recorded, except the error codes of unsupported keys). */
final class AttributeWords {

    static final AttributeChanges.Words LOAD_BALANCER = new AttributeChanges.Words() {

        @Override
        public boolean knows(String key) {
            return LoadBalancerAttributes.known(key);
        }

        @Override
        public String label() {
            return "Load balancer";
        }

        @Override
        public AwsException unsupported(String key) {
            return AttributeChanges.unknown(label(), key);
        }

        @Override
        public String repeated(String key) {
            return repeatedKey(key);
        }

        @Override
        public boolean resetsNumbers() {
            return true;
        }
    };

    static final AttributeChanges.Words LISTENER = new AttributeChanges.Words() {

        @Override
        public boolean knows(String key) {
            return ListenerAttributes.known(key);
        }

        @Override
        public String label() {
            return "Listener";
        }

        @Override
        public AwsException unsupported(String key) {
            return ElbErrors.invalidConfiguration("The provided listener attribute is not supported");
        }

        @Override
        public String repeated(String key) {
            return repeatedKey(key);
        }

        @Override
        public boolean resetsNumbers() {
            return true;
        }
    };

    /** AWS names this attribute otherwise when it refuses it. */
    private static final Map<String, String> NAMED_OTHERWISE =
            Map.of(TargetGroupAttributes.MULTI_VALUE_HEADERS, "lambda.headers.multiple_values.enabled");

    private AttributeWords() {}

    /** @param protocol null for Lambda functions */
    static AttributeChanges.Words targetGroup(@Nullable BalancedProtocol protocol) {
        return new AttributeChanges.Words() {

            @Override
            public boolean knows(String key) {
                return TargetGroupAttributes.known(key);
            }

            @Override
            public String label() {
                return "Target group";
            }

            @Override
            public AwsException unsupported(String key) {
                String group = protocol == null ? "target type 'lambda'" : protocol + " protocol";
                return ElbErrors.invalidConfiguration("A target group with " + group
                        + " does not support the attribute " + NAMED_OTHERWISE.getOrDefault(key, key));
            }

            @Override
            public String repeated(String key) {
                return "Target group attribute keys must be unique: '[" + key + "]'";
            }

            @Override
            public boolean resetsNumbers() {
                return false;
            }
        };
    }

    private static String repeatedKey(String key) {
        return "Attribute key '" + key + "' has been specified more than once";
    }
}
