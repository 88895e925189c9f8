package io.vpclocal.loadbalancer.listener;

import io.vpclocal.loadbalancer.resource.AttributeSet;
import io.vpclocal.loadbalancer.resource.BalancedProtocol;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The attributes of listeners (Elastic Load Balancing API Reference, ListenerAttribute). */
public final class ListenerAttributes {

    private static final String IDLE_TIMEOUT = "tcp.idle_timeout.seconds";
    private static final String RESPONSE = "routing.http.response.";
    private static final String REQUEST = "routing.http.request.";

    private static final List<String> FRAMES = List.of("DENY", "SAMEORIGIN");

    private static final AttributeSet IDLE = new AttributeSet().number(IDLE_TIMEOUT, 350, 60, 6_000);
    private static final AttributeSet NONE = new AttributeSet();
    private static final AttributeSet HTTP = responses();
    private static final AttributeSet HTTPS = requests(responses());

    private ListenerAttributes() {}

    /**
     * Only TCP and Gateway Load Balancer listeners have an idle timeout.
     *
     * @param protocol null for a Gateway Load Balancer
     */
    static AttributeSet of(@Nullable BalancedProtocol protocol) {
        if (protocol == null) {
            return IDLE;
        }
        return switch (protocol) {
            case TCP -> IDLE;
            case HTTP -> HTTP;
            case HTTPS -> HTTPS;
            default -> NONE;
        };
    }

    /** True if any type of listener has the attribute. */
    public static boolean known(String key) {
        return IDLE.has(key) || HTTPS.has(key);
    }

    private static AttributeSet responses() {
        AttributeSet set = new AttributeSet().flag(RESPONSE + "server.enabled", true);
        for (String header : List.of(
                "access_control_allow_credentials",
                "access_control_allow_headers",
                "access_control_allow_methods",
                "access_control_allow_origin",
                "access_control_expose_headers",
                "access_control_max_age",
                "content_security_policy",
                "strict_transport_security")) {
            set.text(RESPONSE + header + ".header_value");
        }
        return oneOf(oneOf(set, "x_content_type_options", List.of("nosniff")), "x_frame_options", FRAMES);
    }

    private static AttributeSet requests(AttributeSet set) {
        for (String header : List.of(
                "mtls_clientcert",
                "mtls_clientcert_issuer",
                "mtls_clientcert_leaf",
                "mtls_clientcert_serial_number",
                "mtls_clientcert_subject",
                "mtls_clientcert_validity",
                "tls_cipher_suite",
                "tls_version")) {
            set.add(
                    REQUEST + "x_amzn_" + header + ".header_name",
                    "",
                    value -> value.matches("[A-Za-z0-9_-]*"),
                    (key, value) -> "The value of '" + key + "' contains invalid characters");
        }
        return set;
    }

    private static AttributeSet oneOf(AttributeSet set, String header, List<String> values) {
        return set.add(
                RESPONSE + header + ".header_value",
                "",
                value -> value.isEmpty() || values.contains(value),
                (key, value) -> "The value of '" + key + "' must be from the following: " + values + ", but was '"
                        + value + "'");
    }
}
