package io.vpclocal.protocol.dispatch;

import io.vpclocal.protocol.AwsException;
import io.vpclocal.protocol.AwsService;
import io.vpclocal.protocol.WireProtocol;
import io.vpclocal.protocol.WireRequest;
import io.vpclocal.protocol.codec.JsonReader;
import io.vpclocal.protocol.codec.QueryNode;
import io.vpclocal.protocol.codec.QueryReader;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.core.SdkPojo;

/**
 * The service and action that a request names, with its parameters.
 *
 * @param action as sent; null if a form names none
 * @param parameters the form parameters, if the action's name is among them; null otherwise
 * @param alias true if the path names the action ({@code /{service}/{Action}})
 */
record Invocation(
        AwsService service,
        @Nullable String action,
        boolean alias,
        WireRequest wire,
        @Nullable QueryNode parameters) {

    private static final Pattern ALIAS = Pattern.compile("/([a-z0-9]+)/([A-Za-z0-9]+)/?");
    private static final Pattern VERSION = Pattern.compile(".*(?:^|&)Version=([0-9-]+)(?:&|$).*", Pattern.DOTALL);
    private static final Pattern ACTION = Pattern.compile(".*(?:^|&)Action=([A-Za-z0-9]+)(?:&|$).*", Pattern.DOTALL);
    private static final Pattern SCOPE = Pattern.compile("[^/\\s]+/\\d{8}/[^/\\s]*/([^/\\s]+)/aws4_request");

    static Invocation of(WireRequest wire) {
        Matcher path = ALIAS.matcher(wire.path());
        if (wire.path().length() > 1 && path.matches()) {
            Optional<AwsService> service = AwsService.bySigningName(path.group(1));
            if (service.isPresent()) {
                return new Invocation(service.get(), path.group(2), true, wire, null);
            }
        }
        String target = wire.header("x-amz-target");
        Optional<Invocation> json = target == null || target.isBlank() ? Optional.empty() : target(wire, target);
        return json.orElseGet(() -> query(wire));
    }

    /** Empty for a signed request of a query service, which does not read the header. */
    private static Optional<Invocation> target(WireRequest wire, String target) {
        Optional<AwsService> signed = signedService(wire);
        if (signed.isPresent() && signed.get().protocol() != WireProtocol.JSON) {
            return Optional.empty();
        }
        int dot = target.indexOf('.');
        Optional<AwsService> named = AwsService.byTargetPrefix(dot < 0 ? target : target.substring(0, dot));
        boolean whole = named.isEmpty() || dot < 0 || dot == target.length() - 1;
        String action = whole ? target : target.substring(dot + 1);
        return Optional.of(new Invocation(named.orElse(AwsService.LOGS), action, false, wire, null));
    }

    /** True if {@code X-Amz-Target} names another API, or no API. The action is then the whole target. */
    boolean hasForeignTarget() {
        return service.protocol() == WireProtocol.JSON
                && !alias
                && !(service.namespace() + "." + action).equals(wire.header("x-amz-target"));
    }

    /** The version of the API; null if the request names none, or if the path names the action. */
    @Nullable
    String version() {
        return parameters == null ? null : parameters.value("Version");
    }

    /** The version of the API in the answer. */
    String answeredVersion() {
        String version = version();
        return version == null || version.isEmpty() ? service.apiVersion() : version;
    }

    /** @throws AwsException if the parameters do not fit the model */
    SdkPojo read(Class<? extends SdkPojo> type) {
        if (service.protocol() == WireProtocol.JSON) {
            return alias
                    ? JsonReader.readByMemberName(service, type, wire.body())
                    : JsonReader.read(service, type, wire.body());
        }
        if (alias && contentType().contains("json")) {
            return JsonReader.readByMemberName(service, type, wire.body());
        }
        QueryNode form = parameters == null ? QueryNode.parse(form(wire), service) : parameters;
        return QueryReader.read(service, type, form);
    }

    /** True if an alias call accepts JSON by name, or sends JSON and accepts any type. */
    boolean wantsReadableJson() {
        String accept = Objects.requireNonNullElse(wire.header("accept"), "*/*").toLowerCase(Locale.ROOT);
        return alias
                && (accept.contains("application/json")
                        || (accept.contains("*/*") && contentType().contains("json")));
    }

    private static Invocation query(WireRequest wire) {
        AwsService service = queryService(wire);
        if (service.protocol() == WireProtocol.JSON) {
            return new Invocation(service, "", false, wire, null);
        }
        QueryNode parameters = QueryNode.parse(form(wire), service);
        return new Invocation(service, parameters.value("Action"), false, wire, parameters);
    }

    /** The service of a form, even if the form is malformed: errors have the shape of its protocol. */
    static AwsService queryService(WireRequest wire) {
        return signedService(wire)
                .or(() -> {
                    String form = form(wire).replace("%2D", "-").replace("%2d", "-");
                    Matcher version = VERSION.matcher(form);
                    Matcher action = ACTION.matcher(form);
                    return ApiVersions.service(
                            version.matches() ? version.group(1) : "", action.matches() ? action.group(1) : "");
                })
                .orElse(AwsService.EC2);
    }

    private static Optional<AwsService> signedService(WireRequest wire) {
        String credential = Objects.requireNonNullElse(wire.header("authorization"), "");
        if (!credential.contains("Credential=") && !wire.query().isEmpty()) {
            credential = wire.query().replace("%2F", "/").replace("%2f", "/");
        }
        Matcher scope = SCOPE.matcher(credential);
        return scope.find() ? AwsService.bySigningName(scope.group(1)) : Optional.empty();
    }

    private static String form(WireRequest wire) {
        String body = new String(wire.body(), StandardCharsets.UTF_8);
        if (wire.query().isEmpty()) {
            return body;
        }
        return body.isEmpty() ? wire.query() : wire.query() + "&" + body;
    }

    private String contentType() {
        return Objects.requireNonNullElse(wire.header("content-type"), "").toLowerCase(Locale.ROOT);
    }
}
