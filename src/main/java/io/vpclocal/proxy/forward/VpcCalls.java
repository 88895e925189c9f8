package io.vpclocal.proxy.forward;

import io.vpclocal.endpoint.EndpointNames;
import io.vpclocal.identity.ForwardedCallPolicies;
import io.vpclocal.protocol.Ids;
import io.vpclocal.protocol.WireRequest;
import io.vpclocal.proxy.action.KnownService;
import io.vpclocal.proxy.caller.CallRouting;
import io.vpclocal.proxy.caller.CallRouting.RoutedCall;
import io.vpclocal.proxy.caller.CallerConnection;
import io.vpclocal.proxy.caller.VpcCallers;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/** Calls from VPC callers: the network, then the service, then the flow records of both. */
@Component
class VpcCalls {

    private static final Logger LOG = LoggerFactory.getLogger(VpcCalls.class);

    private final VpcCallers callers;
    private final CallRouting routing;
    private final ForwardedCallPolicies policies;
    private final Ids ids;

    VpcCalls(VpcCallers callers, CallRouting routing, ForwardedCallPolicies policies, Ids ids) {
        this.callers = callers;
        this.routing = routing;
        this.policies = policies;
        this.ids = ids;
    }

    /** @param known the forwarded service; null for one of the emulator's own */
    record VpcCall(Origin origin, @Nullable KnownService known) {}

    /** Answers a call that the network allows. */
    interface Answer {
        void to(VpcCall call, HttpServletResponse response) throws IOException, ServletException;
    }

    Optional<CallerConnection> connection(HttpServletRequest request) {
        return callers.connection(request.getRemoteAddr(), request.getRemotePort());
    }

    void handle(
            CallerConnection client,
            WireRequest head,
            Addressee addressee,
            @Nullable KnownService known,
            HttpServletRequest request,
            HttpServletResponse response,
            Answer answer)
            throws IOException, ServletException {
        String host = Objects.requireNonNullElse(head.header("host"), "");
        String region = Objects.requireNonNullElse(
                addressee.region(), client.caller().scope().region());
        String service = known != null && known.isNamed()
                ? known.signingName()
                : Objects.requireNonNullElse(addressee.signingName(), "ec2");
        Optional<RoutedCall> routed = routing.route(client, host, region, service);
        if (routed.isEmpty()) {
            KnownService words = known == null ? KnownService.s3() : known;
            ErrorAnswer.write(
                    response,
                    words,
                    ProxyErrors.noSuchName(words, EndpointNames.normal(host)),
                    ids.uuid(),
                    head.path());
            return;
        }
        if (routed.get().blocked() != null) {
            LOG.info(
                    "A call from {} to {} is blocked: {}",
                    client.caller().id(),
                    host,
                    routed.get().blocked());
            callers.silence(client);
            return;
        }
        CountedResponse counted = new CountedResponse(response);
        try {
            answer(routed.get(), client.caller().scope().account(), known, counted, answer);
        } finally {
            routing.finished(routed.get(), client.takeSent(), counted.bytes());
        }
    }

    private void answer(
            RoutedCall routed, String account, @Nullable KnownService known, CountedResponse counted, Answer answer)
            throws IOException, ServletException {
        VpcCall call = new VpcCall(new Origin(routed.through(), routed.sourceIp(), account), known);
        if (known != null) {
            answer.to(call, counted);
            return;
        }
        try {
            policies.<IOException>during(routed.through(), routed.sourceIp(), () -> {
                try {
                    answer.to(call, counted);
                } catch (ServletException e) {
                    throw new IOException(e);
                }
            });
        } catch (IOException e) {
            if (e.getCause() instanceof ServletException cause) {
                throw cause;
            }
            throw e;
        }
    }
}
