package io.vpclocal.proxy.forward;

import io.vpclocal.identity.ForwardedCallers;
import io.vpclocal.identity.ForwardedCallers.Wording;
import io.vpclocal.protocol.Scope;
import io.vpclocal.proxy.policy.LearntResources;
import io.vpclocal.upstream.Upstream;
import io.vpclocal.upstream.Upstreams;
import java.io.IOException;
import java.util.Map;
import java.util.Objects;
import org.springframework.stereotype.Component;

/**
 * Calls of APIs of Amazon API Gateway. Calls without a signature are those of an anonymous principal, as for methods with
 * the authorization type NONE. Other authorizers are the upstream's.
 */
@Component
class ApiForwarding {

    private static final String NO_ACCOUNT = "000000000000";

    private final Upstreams upstreams;
    private final ForwardedCallers callers;
    private final LearntResources resources;
    private final CallAuthorizer authorizer;
    private final Sending sending;

    ApiForwarding(
            Upstreams upstreams,
            ForwardedCallers callers,
            LearntResources resources,
            CallAuthorizer authorizer,
            Sending sending) {
        this.upstreams = upstreams;
        this.callers = callers;
        this.resources = resources;
        this.authorizer = authorizer;
        this.sending = sending;
    }

    void handle(Exchange exchange, ApiCall call, boolean signed) throws IOException {
        try (Spool spool = new Spool(CallForwarding.LARGEST_BODY)) {
            exchange.request.getInputStream().transferTo(spool);
            spool.finish();
            exchange.keepBody(spool.bytes());
            exchange.signed = signed;
            exchange.sentBy(
                    signed
                            ? callers.sender(exchange.wire, exchange.service.signingName(), Wording.JSON, null)
                            : callers.anonymous(call.region()));
            exchange.operation = call.operation(exchange.head, owner(exchange, call, signed));
            Upstream upstream = upstreams
                    .of(exchange.service.signingName())
                    .orElseThrow(() -> ProxyErrors.noUpstream(exchange.service, "Invoke"));
            authorizer.authorize(exchange);
            // The upstream has another host name, so the API is in the header that endpoints use.
            sending.send(exchange, upstream, exchange.head.path(), spool, Map.of(ApiCall.API_ID, call.api()));
        }
    }

    /** The account of an API that calls did not show is that of the caller. */
    private String owner(Exchange exchange, ApiCall call, boolean signed) {
        String caller = signed
                ? exchange.sender().scope().account()
                : Objects.requireNonNullElse(exchange.origin.account(), NO_ACCOUNT);
        String arn = new Scope(caller, call.region()).arn("execute-api", call.api());
        return resources.of(arn).map(LearntResources.Known::owner).orElse(caller);
    }
}
