package io.vpclocal.proxy.forward;

import io.vpclocal.identity.ForwardedCallers;
import io.vpclocal.identity.ForwardedCallers.Wording;
import io.vpclocal.protocol.Scope;
import io.vpclocal.protocol.WireRequest;
import io.vpclocal.proxy.action.KnownService;
import io.vpclocal.proxy.action.KnownService.Protocol;
import io.vpclocal.proxy.action.Members;
import io.vpclocal.proxy.action.Operation;
import io.vpclocal.proxy.action.Operation.Need;
import io.vpclocal.proxy.action.Query;
import io.vpclocal.proxy.action.RestOperations;
import io.vpclocal.proxy.action.RestOperations.Found;
import io.vpclocal.proxy.action.RpcOperations;
import io.vpclocal.proxy.forward.Sending.AnswerReader;
import io.vpclocal.proxy.policy.ApiPolicies;
import io.vpclocal.proxy.policy.LearntResources;
import io.vpclocal.upstream.Upstream;
import io.vpclocal.upstream.Upstreams;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/**
 * Calls of services other than Amazon S3. The body is read first, because the signature covers it and it contains the
 * operation.
 */
@Component
class CallForwarding {

    static final long LARGEST_BODY = 64L * 1024 * 1024;

    private static final String API_GATEWAY = "apigateway";

    private final Upstreams upstreams;
    private final ForwardedCallers callers;
    private final CallAuthorizer authorizer;
    private final LearntResources resources;
    private final Sending sending;
    private final KeyForwarding keys;
    private final ApiPolicies apis;
    private final String defaultRegion;

    CallForwarding(
            Upstreams upstreams,
            ForwardedCallers callers,
            CallAuthorizer authorizer,
            LearntResources resources,
            Sending sending,
            KeyForwarding keys,
            ApiPolicies apis,
            @Value("${vpclocal.protocol.default-region:us-east-1}") String defaultRegion) {
        this.upstreams = upstreams;
        this.callers = callers;
        this.authorizer = authorizer;
        this.resources = resources;
        this.sending = sending;
        this.keys = keys;
        this.apis = apis;
        this.defaultRegion = defaultRegion;
    }

    void handle(Exchange exchange) throws IOException {
        KnownService service = exchange.service;
        try (Spool spool = new Spool(LARGEST_BODY)) {
            exchange.request.getInputStream().transferTo(spool);
            spool.finish();
            exchange.keepBody(spool.bytes());
            exchange.sentBy(callers.sender(exchange.wire, service.signingName(), wording(service), null));
            exchange.operation = operation(exchange);
            Upstream upstream = upstreams
                    .of(service.signingName())
                    .orElseThrow(() ->
                            ProxyErrors.noUpstream(service, exchange.operation().name()));
            if (service.signingName().equals("kms")) {
                keys.send(exchange, upstream, spool);
                return;
            }
            authorizer.authorize(exchange);
            resources.check(service.signingName(), exchange.operation(), exchange.wire.body());
            sending.send(exchange, upstream, exchange.head.path(), spool, Map.of(), reader(exchange));
        }
    }

    private @Nullable AnswerReader reader(Exchange exchange) {
        return exchange.service.signingName().equals(API_GATEWAY)
                ? answer -> apis.learn(
                        exchange.operation(),
                        exchange.head.path(),
                        Members.json(exchange.wire.body()),
                        answer,
                        exchange.sender().scope())
                : null;
    }

    /** Refuses a call without a signature. Its body is not read, except that of a form. */
    void refuse(Exchange exchange) {
        exchange.sentBy(callers.anonymous(defaultRegion));
        exchange.operation = operation(exchange);
        throw ProxyErrors.unsigned(exchange.service, exchange.operation().name());
    }

    private static Operation operation(Exchange exchange) {
        KnownService service = exchange.service;
        WireRequest wire = exchange.wire;
        String named = service.rpc() ? KnownService.operation(wire) : null;
        if (named != null) {
            Members members = Members.json(service.protocol() == Protocol.CBOR ? new byte[0] : wire.body());
            return RpcOperations.of(service, named, members, exchange.sender().scope());
        }
        boolean forms = service.rpc() || Query.of(wire.query()).has("Action");
        String action = forms ? form(wire).get("Action") : null;
        if (action != null) {
            return RpcOperations.of(
                    service,
                    action,
                    Members.form(formText(wire)),
                    exchange.sender().scope());
        }
        return rest(exchange);
    }

    static Query form(WireRequest wire) {
        return Query.of(formText(wire));
    }

    private static String formText(WireRequest wire) {
        return wire.query() + "&" + new String(wire.body(), StandardCharsets.UTF_8);
    }

    /** REST services name their operations by method and path. */
    private static Operation rest(Exchange exchange) {
        KnownService service = exchange.service;
        WireRequest wire = exchange.wire;
        Scope scope = exchange.sender().scope();
        String called = wire.method() + " " + wire.path();
        Optional<Found> found = RestOperations.find(service, wire);
        if (found.isEmpty()) {
            return new Operation(called, List.of(new Need(service.actionPrefix() + ":*", "*")), Map.of());
        }
        String name = found.get().operation();
        if (service.signingName().equals(API_GATEWAY)) {
            // Its IAM actions are HTTP methods, and its resources paths (API Gateway Developer Guide, "IAM policies").
            String arn = "arn:" + scope.partition() + ":apigateway:" + scope.region() + "::" + wire.path();
            return new Operation(name, List.of(new Need("apigateway:" + wire.method(), arn)), Map.of());
        }
        boolean json = service.protocol() == Protocol.REST_JSON;
        Members members =
                Members.json(json ? wire.body() : new byte[0]).with(found.get().members());
        return RpcOperations.of(service, name, members, scope);
    }

    private static Wording wording(KnownService service) {
        return service.protocol() == Protocol.QUERY || service.protocol() == Protocol.REST_XML
                ? Wording.QUERY
                : Wording.JSON;
    }
}
