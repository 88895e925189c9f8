package io.vpclocal.proxy.forward;

import io.vpclocal.protocol.WireRequest;
import io.vpclocal.proxy.action.KnownService;
import io.vpclocal.proxy.action.Query;
import io.vpclocal.proxy.action.UnsignedService;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The service of a request, from the scope of its signature.
 *
 * @param signingName null for a request that is not signed
 * @param region null for a request that neither is signed nor names a Region in its host
 * @param signed whether the request has a signature or a part of one
 */
record Addressee(@Nullable String signingName, @Nullable String region, boolean signed) {

    private static final Pattern SCOPE = Pattern.compile("[^/\\s]+/\\d{8}/([^/\\s]*)/([^/\\s]+)/aws4_request");

    static Addressee of(WireRequest head) {
        String credential = head.header("authorization");
        if (credential == null && head.query().contains("X-Amz-Credential")) {
            credential = Query.of(head.query()).get("X-Amz-Credential");
        }
        Matcher scope = SCOPE.matcher(Objects.requireNonNullElse(credential, ""));
        if (scope.find()) {
            return new Addressee(scope.group(2), scope.group(1), true);
        }
        boolean attempted = credential != null && credential.startsWith("AWS4-")
                || Query.of(head.query()).has("X-Amz-Algorithm");
        return new Addressee(null, ApiCall.of(head).map(ApiCall::region).orElse(null), attempted);
    }

    /** Empty for the emulator's own services, and for requests that name no service. */
    Optional<KnownService> service(WireRequest request) {
        return signingName == null ? UnsignedService.named(request) : KnownService.of(signingName, request);
    }
}
