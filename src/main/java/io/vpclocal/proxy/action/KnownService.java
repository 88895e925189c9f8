package io.vpclocal.proxy.action;

import io.vpclocal.protocol.AwsService;
import io.vpclocal.protocol.WireRequest;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * An AWS service that is not emulated.
 *
 * @param signingName the service name in signature scopes
 * @param protocol the protocol of its requests and errors
 * @param actionPrefix the prefix of its IAM actions
 * @param arnService the service part of its ARNs
 */
public record KnownService(String signingName, Protocol protocol, String actionPrefix, String arnService) {

    /** The protocols of requests and errors. {@code CBOR} is Smithy RPC v2. */
    public enum Protocol {
        S3,
        REST_XML,
        REST_JSON,
        JSON_1_0,
        JSON_1_1,
        QUERY,
        CBOR;

        private static Protocol of(String service, String text) {
            return switch (text) {
                case "rest-xml" -> service.equals("s3") ? S3 : REST_XML;
                case "rest-json" -> REST_JSON;
                case "json-1.0" -> JSON_1_0;
                case "json-1.1" -> JSON_1_1;
                case "query" -> QUERY;
                default -> throw new IllegalStateException("Unknown protocol " + text + " of " + service);
            };
        }
    }

    private static final Pattern RPC_PATH = Pattern.compile("/service/([^/]+)/operation/([^/]+)");

    private static final String UNNAMED = "unknown";

    private static final Map<String, KnownService> ALL = Table.read("services.tsv").stream()
            .map(KnownService::of)
            .collect(Collectors.toMap(KnownService::signingName, service -> service));

    /**
     * The service that a request is signed for, with the protocol of the request, since many services have two. For a
     * service that is not in the table, the signing name is its name.
     *
     * @return empty if the service is emulated here
     */
    public static Optional<KnownService> of(String signingName, WireRequest head) {
        if (AwsService.bySigningName(signingName).isPresent()) {
            return Optional.empty();
        }
        KnownService usual = ALL.get(signingName);
        return Optional.of((usual == null ? unlisted(signingName) : usual).speakingAs(head));
    }

    /** The service of a request that does not tell which service it is for. */
    static KnownService unnamed(Protocol protocol) {
        return new KnownService(UNNAMED, protocol, UNNAMED, UNNAMED);
    }

    /** False for a service of which only the protocol is known. */
    public boolean isNamed() {
        return !signingName.equals(UNNAMED);
    }

    /** The signing names of the services in the table, in lower case. */
    public static Set<String> signingNames() {
        return ALL.keySet().stream().map(name -> name.toLowerCase(Locale.ROOT)).collect(Collectors.toUnmodifiableSet());
    }

    /** Amazon S3. */
    public static KnownService s3() {
        return Objects.requireNonNull(ALL.get("s3"));
    }

    /** AWS KMS. */
    public static KnownService kms() {
        return Objects.requireNonNull(ALL.get("kms"));
    }

    /** APIs of Amazon API Gateway, which clients call by their own host names. */
    public static KnownService executeApi() {
        return Objects.requireNonNull(ALL.get("execute-api"));
    }

    /** The operation in the head of a request; null if it is in the body or depends on method and path. */
    public static @Nullable String operation(WireRequest head) {
        String target = head.header("x-amz-target");
        if (target != null) {
            return target.substring(target.lastIndexOf('.') + 1);
        }
        Matcher path = RPC_PATH.matcher(head.path());
        return path.matches() ? path.group(2) : null;
    }

    private static KnownService unlisted(String name) {
        return new KnownService(name, Protocol.REST_JSON, name, name);
    }

    private KnownService speakingAs(WireRequest head) {
        return new KnownService(signingName, spoken(head), actionPrefix, arnService);
    }

    private Protocol spoken(WireRequest head) {
        if (protocol == Protocol.S3 || protocol == Protocol.REST_XML) {
            return protocol;
        }
        String type = Objects.requireNonNullElse(head.header("content-type"), "");
        if (operation(head) != null) {
            boolean json = head.header("x-amz-target") != null || type.contains("json");
            Protocol usual = protocol == Protocol.JSON_1_0 ? Protocol.JSON_1_0 : Protocol.JSON_1_1;
            Protocol version = type.contains("json-1.0") ? Protocol.JSON_1_0 : Protocol.JSON_1_1;
            return !json ? Protocol.CBOR : type.contains("json-1.") ? version : usual;
        }
        boolean form = type.startsWith("application/x-www-form-urlencoded")
                || Query.of(head.query()).has("Action");
        return form && head.path().equals("/") ? Protocol.QUERY : protocol;
    }

    private static KnownService of(List<String> line) {
        return new KnownService(line.get(0), Protocol.of(line.get(0), line.get(1)), line.get(2), line.get(3));
    }

    /** Whether each request names its operation and has its parameters in the body. */
    public boolean rpc() {
        return switch (protocol) {
            case JSON_1_0, JSON_1_1, QUERY, CBOR -> true;
            case S3, REST_XML, REST_JSON -> false;
        };
    }
}
