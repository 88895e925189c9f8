package io.vpclocal.proxy.forward;

import io.vpclocal.identity.ForwardedCallers;
import io.vpclocal.identity.ForwardedCallers.Sender;
import io.vpclocal.protocol.AwsException;
import io.vpclocal.protocol.ForwardedCall;
import io.vpclocal.protocol.ForwardedCallListener;
import io.vpclocal.protocol.WireRequest;
import io.vpclocal.protocol.dispatch.CallLog;
import io.vpclocal.proxy.action.KnownService;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/** Answers a call of another service in every case, and reports it to listeners. */
@Component
class ForwardedCalls {

    private static final Logger LOG = LoggerFactory.getLogger(ForwardedCalls.class);

    private final S3Forwarding s3;
    private final CallForwarding others;
    private final ApiForwarding apis;
    private final List<ForwardedCallListener> listeners;
    private final CallLog log;
    private final ForwardedCallers callers;
    private final String defaultRegion;

    ForwardedCalls(
            S3Forwarding s3,
            CallForwarding others,
            ApiForwarding apis,
            List<ForwardedCallListener> listeners,
            CallLog log,
            ForwardedCallers callers,
            @Value("${vpclocal.protocol.default-region:us-east-1}") String defaultRegion) {
        this.callers = callers;
        this.defaultRegion = defaultRegion;
        this.s3 = s3;
        this.apis = apis;
        this.others = others;
        this.listeners = listeners;
        this.log = log;
    }

    /** @throws IOException if the client cannot be answered: it is gone, or it has a part of the answer */
    void answer(Exchange exchange, boolean signed) throws IOException {
        long start = System.nanoTime();
        Optional<ApiCall> api = ApiCall.of(exchange.head);
        try {
            if (exchange.s3()) {
                s3.handle(exchange, signed);
            } else if (api.isPresent()) {
                apis.handle(exchange, api.get(), signed);
            } else if (signed) {
                others.handle(exchange);
            } else {
                others.refuse(exchange);
            }
        } catch (AwsException e) {
            refuse(exchange, e);
        } catch (UpstreamAnswer.BrokenException e) {
            broken(exchange, e);
        } catch (RuntimeException e) {
            LOG.error("Request {} failed", exchange.requestId, e);
            refuse(exchange, ProxyErrors.internal(exchange.service));
        } finally {
            tell(exchange, System.nanoTime() - start);
        }
    }

    private static void refuse(Exchange exchange, AwsException error) throws IOException {
        exchange.error = error;
        HttpServletResponse response = exchange.response;
        if (response.isCommitted()) {
            throw new IOException("The answer had begun when it failed: " + error.text());
        }
        if (!error.code().equals(ProxyErrors.IDLE)) {
            ExpectedBody.drop(exchange.head, exchange.request.getInputStream());
        }
        ErrorAnswer.write(response, exchange.service, error, exchange.requestId, exchange.head.path());
    }

    /** Closes the connection if the client has a part of the answer, so that the part does not look complete. */
    private static void broken(Exchange exchange, UpstreamAnswer.BrokenException e) throws IOException {
        exchange.error = ProxyErrors.unavailable(exchange.service, String.valueOf(e.getMessage()));
        if (exchange.response.isCommitted()) {
            exchange.response.flushBuffer();
            ConnectionEnd.close(exchange.request);
            throw e;
        }
        refuse(exchange, exchange.error);
    }

    private void tell(Exchange exchange, long nanos) {
        @Nullable AwsException error = exchange.error;
        String status = String.valueOf(exchange.response.getStatus());
        log.write(
                exchange.wire,
                exchange.service.signingName(),
                exchange.operation == null ? null : exchange.operation.name(),
                exchange.isSenderKnown() ? exchange.sender().caller().arn() : null,
                error == null ? status : status + " " + error.code(),
                nanos);
        // The claimed access key of a refused signature is not the caller, because nothing proves it.
        Sender sender = exchange.isSenderKnown() ? exchange.sender() : callers.anonymous(defaultRegion);
        ForwardedCall call = new ForwardedCall(
                exchange.receivedAt,
                exchange.requestId,
                exchange.service.signingName(),
                exchange.operation == null ? called(exchange) : exchange.operation.name(),
                sender.caller(),
                sender.scope(),
                exchange.wire,
                error == null ? null : error.code(),
                error == null ? null : error.text(),
                TimeUnit.NANOSECONDS.toMicros(nanos),
                exchange.decisions);
        listeners.forEach(listener -> listener.answered(call));
    }

    /** The operation of a call that was refused before its parameters were read. */
    private static String called(Exchange exchange) {
        WireRequest wire = exchange.wire;
        String action = exchange.service.protocol() == KnownService.Protocol.QUERY
                ? CallForwarding.form(wire).get("Action")
                : KnownService.operation(wire);
        return Objects.requireNonNullElseGet(action, () -> wire.method() + " " + wire.path());
    }
}
