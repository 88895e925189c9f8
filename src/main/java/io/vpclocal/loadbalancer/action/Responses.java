package io.vpclocal.loadbalancer.action;

import io.vpclocal.loadbalancer.resource.BalancedProtocol;
import io.vpclocal.loadbalancer.resource.ElbLimits;
import io.vpclocal.loadbalancer.resource.ElbParams;
import io.vpclocal.protocol.AwsService;
import io.vpclocal.protocol.CommonErrors;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.elasticloadbalancingv2.model.Action;
import software.amazon.awssdk.services.elasticloadbalancingv2.model.FixedResponseActionConfig;
import software.amazon.awssdk.services.elasticloadbalancingv2.model.RedirectActionConfig;

/**
 * The actions with which a load balancer answers itself (API Reference, RedirectActionConfig and
 * FixedResponseActionConfig).
 */
final class Responses {

    private static final String HOST = "#{host}";
    private static final String PATH = "/#{path}";
    private static final String PORT = "#{port}";
    private static final String PROTOCOL = "#{protocol}";
    private static final String QUERY = "#{query}";

    private static final Pattern STATUS = Pattern.compile("^(2|4|5)\\d\\d$");
    private static final Pattern PROTOCOLS = Pattern.compile("^(HTTPS?|#\\{protocol\\})$");
    private static final Set<String> CONTENT_TYPES =
            Set.of("text/plain", "text/css", "text/html", "application/javascript", "application/json");
    private static final int LONGEST = 128;
    private static final int LONGEST_BODY = 1_024;

    private Responses() {}

    static Action redirect(Action action, @Nullable BalancedProtocol listener) {
        RedirectActionConfig config = action.redirectConfig();
        if (config == null) {
            throw ActionErrors.configNeeded("redirect", "RedirectConfig");
        }
        ElbParams.require(config.statusCodeAsString(), "actions.redirectConfig.statusCode");
        RedirectActionConfig full = config.toBuilder()
                .host(or(config.host(), HOST))
                .path(or(config.path(), PATH))
                .port(or(config.port(), PORT))
                .protocol(or(config.protocol(), PROTOCOL))
                .query(config.query() == null ? QUERY : config.query())
                .build();
        requireLength("host", full.host(), LONGEST);
        requireLength("path", full.path(), LONGEST);
        requireLength("query", full.query(), LONGEST);
        requireForm("protocol", full.protocol(), PROTOCOLS);
        if (!full.path().startsWith("/")) {
            throw ActionErrors.notValid("The Path parameter must be a valid path, should start with a '/', and may"
                    + " contain up to one of each of these placeholders: '#{path}', '#{host}', '#{port}'.");
        }
        requirePort(full.port());
        if (listener == BalancedProtocol.HTTPS && full.protocol().equals("HTTP")) {
            throw ActionErrors.httpsToHttp();
        }
        boolean loop = full.host().equals(HOST)
                && full.path().equals(PATH)
                && full.port().equals(PORT)
                && full.protocol().equals(PROTOCOL)
                && full.query().equals(QUERY);
        if (loop) {
            throw ActionErrors.loop();
        }
        return action.toBuilder().redirectConfig(full).build();
    }

    static Action fixed(Action action) {
        FixedResponseActionConfig config = action.fixedResponseConfig();
        if (config == null) {
            throw ActionErrors.configNeeded("fixed-response", "FixedResponseConfig");
        }
        String status = ElbParams.require(config.statusCode(), "actions.fixedResponseConfig.statusCode");
        requireForm("fixedResponseConfig.statusCode", status, STATUS);
        String type = config.contentType();
        if (type != null && !type.isEmpty() && !CONTENT_TYPES.contains(type)) {
            throw ActionErrors.contentType();
        }
        if (config.messageBody() != null) {
            requireLength("fixedResponseConfig.messageBody", config.messageBody(), LONGEST_BODY);
        }
        return action;
    }

    private static void requirePort(String port) {
        boolean number = port.matches("\\d{1,5}")
                && Integer.parseInt(port) >= 1
                && Integer.parseInt(port) <= ElbLimits.MOST_PORT;
        if (!number && !port.equals(PORT)) {
            throw ActionErrors.notValid(
                    "The Port parameter must be either an integer between 1 and 65535 or '#{port}'.");
        }
    }

    private static void requireForm(String member, String value, Pattern form) {
        if (!form.matcher(value).matches()) {
            throw CommonErrors.constraint(
                    AwsService.ELB,
                    "actions.1.member." + member,
                    value,
                    "Member must satisfy regular expression pattern: " + form);
        }
    }

    private static void requireLength(String member, String value, int most) {
        if (value.length() > most) {
            throw CommonErrors.constraint(
                    AwsService.ELB,
                    "actions.1.member." + member,
                    value,
                    "Member must have length less than or equal to " + most);
        }
    }

    private static String or(@Nullable String wanted, String initial) {
        return wanted == null || wanted.isEmpty() ? initial : wanted;
    }
}
