package io.vpclocal.loadbalancer.resource;

import io.vpclocal.protocol.AwsException;
import io.vpclocal.protocol.Scope;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The parsed ARN of a resource of this service (Service Authorization Reference, resource types of Elastic Load
 * Balancing V2).
 *
 * @param scope its account and Region
 * @param id the last part: 16 hexadecimal digits, unique among its kind
 */
public record ElbArn(String text, Kind kind, Scope scope, String id) {

    /** The kinds of resource. */
    public enum Kind {
        LOAD_BALANCER(
                "load balancer", "LoadBalancer", "Load balancer", "loadbalancer/(?:net|gwy|app)/[^/]+/([0-9a-f]{16})"),
        TARGET_GROUP("target group", "TargetGroup", "Target groups", "targetgroup/[^/]+/([0-9a-f]{16})"),
        LISTENER("listener", "Listener", "Listener", "listener/(?:net|gwy|app)/[^/]+/[0-9a-f]{16}/([0-9a-f]{16})"),
        RULE("rule", "Rule", "Rule", "listener-rule/(?:net|gwy|app)/[^/]+/[0-9a-f]{16}/[0-9a-f]{16}/([0-9a-f]{16})");

        private final String label;
        private final String code;
        private final String subject;
        private final Pattern resource;

        Kind(String label, String code, String subject, String resource) {
            this.label = label;
            this.code = code;
            this.subject = subject;
            this.resource = Pattern.compile(resource);
        }

        /** What an ARN is said not to be, if it is not one of this kind. */
        AwsException notAnArn(String text) {
            return ElbErrors.notAnArn(text, label);
        }

        /** The one of an ARN does not exist. */
        public AwsException notFound(String arn) {
            return new AwsException(code + "NotFound", subject + " '" + arn + "' not found");
        }

        /** One of several does not exist. */
        public AwsException someNotFound() {
            return new AwsException(code + "NotFound", "One or more " + label + "s not found");
        }

        /** One of that name exists. */
        public AwsException nameTaken(String name) {
            return new AwsException(
                    "Duplicate" + code + "Name",
                    "A " + label + " with the same name '" + name + "' exists, but with different settings");
        }
    }

    public static final String SERVICE = "elasticloadbalancing";

    /** How many hexadecimal digits an id has. */
    public static final int ID_LENGTH = 16;

    /** Empty if the text is not an ARN of this service. */
    public static Optional<ElbArn> parse(String text) {
        String[] parts = text.split(":", 6);
        if (parts.length < 6 || !parts[0].equals("arn") || !parts[2].equals(SERVICE)) {
            return Optional.empty();
        }
        Scope scope = new Scope(parts[4], parts[3]);
        for (Kind kind : Kind.values()) {
            Matcher matcher = kind.resource.matcher(parts[5]);
            if (matcher.matches()) {
                return Optional.of(new ElbArn(text, kind, scope, matcher.group(1)));
            }
        }
        return Optional.empty();
    }

    public static Optional<ElbArn> parse(Kind kind, String text) {
        return parse(text).filter(arn -> arn.kind() == kind);
    }
}
