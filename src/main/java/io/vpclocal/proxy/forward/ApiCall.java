package io.vpclocal.proxy.forward;

import io.vpclocal.endpoint.EndpointNames;
import io.vpclocal.protocol.Scope;
import io.vpclocal.protocol.WireRequest;
import io.vpclocal.proxy.action.Operation;
import io.vpclocal.proxy.action.Operation.Need;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A call of an API of Amazon API Gateway: by the API's name, by the name of API and endpoint, or by an endpoint's own name
 * with the API in a header (API Gateway Developer Guide, "Invoke a private API").
 *
 * @param api the id of the API
 */
record ApiCall(String api, String region) {

    static final String API_ID = "x-apigw-api-id";

    private static final Pattern OF_API = Pattern.compile(
            "([a-z0-9]{1,32})(?:-vpce-[0-9a-f]{8,17})?\\.execute-api\\.([a-z0-9-]+)\\.amazonaws\\.com(?:\\.cn)?");
    private static final Pattern OF_ENDPOINT =
            Pattern.compile("vpce-[0-9a-z-]+\\.execute-api\\.([a-z0-9-]+)\\.vpce\\.amazonaws\\.com(?:\\.cn)?");

    /** Empty for calls of other services. */
    static Optional<ApiCall> of(WireRequest head) {
        String host = EndpointNames.normal(Objects.requireNonNullElse(head.header("host"), ""));
        Matcher api = OF_API.matcher(host);
        if (api.matches()) {
            return Optional.of(new ApiCall(api.group(1), api.group(2)));
        }
        Matcher endpoint = OF_ENDPOINT.matcher(host);
        String id = Objects.requireNonNullElse(head.header(API_ID), "");
        return endpoint.matches() ? Optional.of(new ApiCall(id, endpoint.group(1))) : Optional.empty();
    }

    /** @param account the account that owns the API */
    Operation operation(WireRequest head, String account) {
        String path = head.path().substring(1);
        int slash = path.indexOf('/');
        String stage = slash < 0 ? path : path.substring(0, slash);
        String rest = slash < 0 ? "" : path.substring(slash + 1);
        String arn =
                new Scope(account, region).arn("execute-api", api + "/" + stage + "/" + head.method() + "/" + rest);
        return new Operation("Invoke", List.of(new Need("execute-api:Invoke", arn)), Map.of());
    }
}
