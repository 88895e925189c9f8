package io.vpclocal.proxy.action;

import io.vpclocal.protocol.WireRequest;
import io.vpclocal.protocol.dispatch.ApiVersions;
import io.vpclocal.proxy.action.KnownService.Protocol;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Pattern;

/** The service of a request without a signature. Some operations need none, and clients can be anonymous. */
public final class UnsignedService {

    /** The emulator's own paths. A bucket of such a name needs signed requests. */
    private static final Pattern OWN = Pattern.compile("/(?:ec2|iam|sts|logs|elasticloadbalancing)/[^/]*"
            + "|/(?:_localstack/|_vpclocal/|console/|swagger-ui|v3/api-docs|webjars|error|favicon).*");

    /** Requests of SDKs and of the AWS CLI, even if they do not name the service. */
    private static final Pattern SDK = Pattern.compile("(?i).*(?:aws-sdk|aws-cli|boto3|botocore).*");

    /** A header of the emulator, for requests with Basic credentials. */
    private static final String REGION = "x-amz-region";

    private UnsignedService() {}

    /** Whether a request is for a path of the emulator's own APIs, or for none. */
    public static boolean isOwn(WireRequest head) {
        return head.path().equals("/") || OWN.matcher(head.path()).matches();
    }

    /**
     * The service that a request names.
     *
     * @param request with its body if it is a form
     * @return empty if it names none, or if the service is emulated here
     */
    public static Optional<KnownService> named(WireRequest request) {
        Optional<String> target = ServiceMarks.target(request);
        if (target.isPresent()) {
            return KnownService.of(target.get(), request);
        }
        if (OWN.matcher(request.path()).matches() || isOfBrowser(request)) {
            return Optional.empty();
        }
        Optional<String> named = ServiceMarks.inHead(request);
        return named.isPresent() ? KnownService.of(named.get(), request) : ofVersion(request);
    }

    /**
     * The service of a request that names none: one that has such a path, or an unnamed one.
     *
     * @return empty if the request is not one of an AWS API
     */
    public static Optional<KnownService> guessed(WireRequest request) {
        boolean own = OWN.matcher(request.path()).matches() || isOfBrowser(request);
        if (own || ServiceMarks.inHead(request).isPresent() || form(request).has("Action")) {
            return Optional.empty();
        }
        boolean json = isJson(request);
        if (!json && !isOfSdk(request)) {
            return Optional.empty();
        }
        if (!request.path().equals("/")) {
            return Optional.of(byPath(request, json));
        }
        if (json) {
            return Optional.of(KnownService.unnamed(Protocol.JSON_1_1));
        }
        // Only Amazon S3 has operations at this path that are neither forms nor JSON.
        return request.method().equals("POST") ? Optional.empty() : Optional.of(KnownService.s3());
    }

    /**
     * Query services have versions of their own, except that EC2 once had some of them. A wrong version of an emulated
     * service is refused by that service.
     */
    private static Optional<KnownService> ofVersion(WireRequest request) {
        Query form = form(request);
        String action = form.get("Action");
        String version = form.get("Version");
        if (action == null || version == null) {
            return Optional.empty();
        }
        List<String> names = ServiceMarks.ofVersion(version);
        Optional<KnownService> only = names.size() == 1 ? KnownService.of(names.get(0), request) : Optional.empty();
        Optional<KnownService> found = names.size() > 1 ? Optional.of(KnownService.unnamed(Protocol.QUERY)) : only;
        boolean emulated = ApiVersions.isOfEc2(version, action)
                || ApiVersions.withOperation(action).isPresent() && !ServiceMarks.sharesOperation(version, action);
        return emulated ? Optional.empty() : found;
    }

    /** Whether a request is JSON for a path, which no operation of Amazon S3 without its sub-resources is. */
    public static boolean isJsonCall(WireRequest request) {
        return request.method().equals("POST") && isJson(request) && !S3Operations.selects(Query.of(request.query()));
    }

    /** Most REST services have paths of their own. Other paths are buckets. */
    private static KnownService byPath(WireRequest request, boolean json) {
        boolean s3 = request.header("x-amz-checksum-mode") != null
                || Query.of(request.query()).has("list-type");
        List<String> names = s3 ? List.of() : RestOperations.services(request);
        Optional<KnownService> only = names.size() == 1 ? KnownService.of(names.get(0), request) : Optional.empty();
        return only.orElseGet(
                () -> names.isEmpty() && !json ? KnownService.s3() : KnownService.unnamed(Protocol.REST_JSON));
    }

    /** Browsers read the console at the root path. */
    private static boolean isOfBrowser(WireRequest request) {
        boolean reads = request.method().equals("GET") || request.method().equals("HEAD");
        return reads && request.path().equals("/") && request.query().isEmpty() && !isOfSdk(request);
    }

    private static Query form(WireRequest request) {
        return Query.of(request.query() + "&" + new String(request.body(), StandardCharsets.UTF_8));
    }

    private static boolean isJson(WireRequest request) {
        String type =
                Objects.requireNonNullElse(request.header("content-type"), "").toLowerCase(Locale.ROOT);
        return type.contains("json") || type.contains("cbor");
    }

    private static boolean isOfSdk(WireRequest request) {
        return request.headers().keySet().stream()
                        .anyMatch(name ->
                                name.startsWith("amz-sdk-") || name.startsWith("x-amz-") && !name.equals(REGION))
                || SDK.matcher(Objects.requireNonNullElse(request.header("user-agent"), ""))
                        .matches();
    }
}
