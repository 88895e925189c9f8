package io.vpclocal.protocol.dispatch;

import io.vpclocal.protocol.AwsException;
import io.vpclocal.protocol.AwsService;
import io.vpclocal.protocol.WireRequest;
import io.vpclocal.protocol.WireResponse;
import io.vpclocal.protocol.codec.JsonWriter;
import io.vpclocal.protocol.codec.OtherErrors;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * An AWS service that is not emulated, as a request names it, with the protocol that the request speaks: its client can
 * read the answer, and tells its user which service is missing.
 *
 * @param name the service's name in signatures, or the prefix of {@code X-Amz-Target} if the request is not signed
 * @param region of the signature; empty if there is none
 * @param action its name; method and path for protocols that have none
 */
record OtherService(String name, String region, String action, Form form) {

    /** How the service's errors look. */
    enum Form {
        QUERY,
        JSON_1_0,
        JSON_1_1,
        CBOR,
        REST_JSON,
        REST_XML,
        S3
    }

    private static final Pattern SCOPE = Pattern.compile("[^/\\s]+/\\d{8}/([^/\\s]*)/([^/\\s]+)/aws4_request");
    private static final Pattern ACTION = Pattern.compile("(?:^|&)Action=([A-Za-z0-9]+)");
    private static final Pattern CBOR_PATH = Pattern.compile("/service/([^/]+)/operation/([^/]+)");
    private static final Set<String> S3 = Set.of("s3", "s3express", "s3-outposts", "s3-object-lambda");
    private static final Set<String> REST_XML = Set.of("route53", "cloudfront");

    /** Empty for requests of emulated services, and for those that name no service. */
    static Optional<OtherService> of(WireRequest wire) {
        Matcher scope = SCOPE.matcher(credential(wire));
        boolean signed = scope.find();
        String target = wire.header("x-amz-target");
        if (signed ? AwsService.bySigningName(scope.group(2)).isPresent() : !isOtherTarget(target)) {
            return Optional.empty();
        }
        String name = signed ? scope.group(2) : Objects.requireNonNull(target).replaceAll("(_\\d+)?(\\..*)?$", "");
        return Optional.of(named(name, signed ? scope.group(1) : "", target, wire));
    }

    /** The answer: which service and action there are not. */
    WireResponse response(AwsException error, String requestId) {
        return switch (form) {
            case QUERY, REST_XML ->
                new WireResponse(error.status(), "text/xml", requestId, OtherErrors.query(error, requestId));
            case S3 -> new WireResponse(error.status(), "application/xml", requestId, OtherErrors.s3(error, requestId));
            case CBOR -> new WireResponse(error.status(), "application/cbor", requestId, OtherErrors.cbor(error));
            case JSON_1_0 ->
                new WireResponse(error.status(), "application/x-amz-json-1.0", requestId, JsonWriter.error(error));
            case JSON_1_1 ->
                new WireResponse(error.status(), "application/x-amz-json-1.1", requestId, JsonWriter.error(error));
            case REST_JSON -> new WireResponse(error.status(), "application/json", requestId, JsonWriter.error(error));
        };
    }

    /** Codes: those that the protocols have for operations that are not there. */
    AwsException error() {
        boolean byPath = form == Form.REST_JSON || form == Form.REST_XML || form == Form.S3;
        String text = "VPC Local does not emulate " + name + (byPath ? " (" + action + ")" : ":" + action) + ".";
        return switch (form) {
            case QUERY -> new AwsException("InvalidAction", text);
            case JSON_1_0, JSON_1_1, CBOR -> new AwsException("UnknownOperationException", text);
            case REST_JSON, REST_XML -> new AwsException("UnknownOperationException", text, 404);
            case S3 -> new AwsException("NotImplemented", text, 501);
        };
    }

    private static boolean isOtherTarget(@Nullable String target) {
        return target != null
                && AwsService.byTargetPrefix(target.split("\\.", 2)[0]).isEmpty();
    }

    private static OtherService named(String name, String region, @Nullable String target, WireRequest wire) {
        String type = Objects.requireNonNullElse(wire.header("content-type"), "");
        Matcher cbor = CBOR_PATH.matcher(wire.path());
        if (target != null) {
            String action = target.substring(target.indexOf('.') + 1);
            return new OtherService(name, region, action, type.contains("json-1.0") ? Form.JSON_1_0 : Form.JSON_1_1);
        }
        if (cbor.matches()) {
            return new OtherService(name, region, cbor.group(2), type.contains("json") ? Form.JSON_1_0 : Form.CBOR);
        }
        Matcher action = ACTION.matcher(wire.query() + "&" + new String(wire.body(), StandardCharsets.UTF_8));
        boolean rest = S3.contains(name) || REST_XML.contains(name);
        if (!rest && wire.path().equals("/") && action.find()) {
            return new OtherService(name, region, action.group(1), Form.QUERY);
        }
        Form form = S3.contains(name) ? Form.S3 : rest ? Form.REST_XML : Form.REST_JSON;
        return new OtherService(name, region, wire.method() + " " + wire.path(), form);
    }

    private static String credential(WireRequest wire) {
        String header = Objects.requireNonNullElse(wire.header("authorization"), "");
        return header.contains("Credential=")
                ? header
                : wire.query().replace("%2F", "/").replace("%2f", "/");
    }
}
