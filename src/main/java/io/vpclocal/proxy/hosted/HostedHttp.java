package io.vpclocal.proxy.hosted;

import io.vpclocal.protocol.KnownHosts;
import io.vpclocal.protocol.WireRequest;
import io.vpclocal.proxy.caller.CallerConnection;
import io.vpclocal.proxy.caller.VpcCallers;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.convert.DurationStyle;
import org.springframework.http.HttpHeaders;
import org.springframework.stereotype.Component;

/** Forwards HTTP requests from callers to hosted services. */
@Component
public class HostedHttp implements KnownHosts {

    private static final Logger LOG = LoggerFactory.getLogger(HostedHttp.class);
    private static final int BAD_GATEWAY = 502;

    private final VpcCallers callers;
    private final HostedCalls calls;
    private final HostedCallLog log;
    private final Duration connectTimeout;

    HostedHttp(
            VpcCallers callers,
            HostedCalls calls,
            HostedCallLog log,
            @Value("${vpclocal.gateway.connect-timeout:3s}") String connectTimeout) {
        this.callers = callers;
        this.calls = calls;
        this.log = log;
        this.connectTimeout = DurationStyle.detectAndParse(connectTimeout);
    }

    /** Private names of services are not known in advance, so they are looked up for each request. */
    @Override
    public boolean knows(HttpServletRequest request, String host) {
        return isFor(request);
    }

    /** Whether a request comes from a caller and its host is a hosted service. */
    public boolean isFor(HttpServletRequest request) {
        return callers.connection(request.getRemoteAddr(), request.getRemotePort())
                .flatMap(client -> calls.endpoint(client.caller(), host(request)))
                .isPresent();
    }

    /** Sends a request to the target that the load balancer chooses, and returns the target's answer. */
    public void handle(CallerConnection client, HttpServletRequest request, HttpServletResponse response)
            throws IOException {
        WireRequest head = WireRequest.of(request, new byte[0]);
        Optional<HostedCall> open = calls.open(client.caller(), client.sourcePort(), host(request));
        if (open.isEmpty()) {
            refuse(
                    response,
                    "The name " + host(request) + " does not resolve in the VPC of "
                            + client.caller().networkInterfaceId() + ".");
            return;
        }
        HostedCall call = open.get();
        if (call.blocked() != null) {
            callers.silence(client);
            return;
        }
        if (call.address() == null) {
            calls.refused(call);
            refuse(response, call.nothingThere());
            log.write(call, head, String.valueOf(BAD_GATEWAY), call.nothingThere());
            return;
        }
        try (Socket socket = call.address().connect(connectTimeout)) {
            exchange(call, client, socket, head, request, response);
        } catch (IOException e) {
            LOG.info("{} ({})", call.nothingThere(), e.getMessage());
            calls.refused(call);
            log.write(call, head, "-", call.nothingThere());
            callers.drop(client);
        }
    }

    private void exchange(
            HostedCall call,
            CallerConnection client,
            Socket socket,
            WireRequest head,
            HttpServletRequest request,
            HttpServletResponse response) {
        Ending ending = new Ending(call, client, head);
        try (TargetConnection target = new TargetConnection(socket)) {
            if (call.target().proxyProtocol()) {
                target.begin(ProxyProtocol.header(
                        call.way(),
                        call.target(),
                        client.sourcePort(),
                        call.connection().port()));
            }
            sendAsFarAsPossible(target, request);
            TargetAnswer answer = target.receive(request.getMethod());
            response.setStatus(answer.status());
            TargetConnection.passed(answer).forEach(header -> response.addHeader(header[0], header[1]));
            answer.body(
                    response.getOutputStream(),
                    bytes -> ending.tell(answer.headBytes() + bytes, String.valueOf(answer.status()), null));
        } catch (IOException e) {
            // The load balancer closes the other side too.
            LOG.info("A call to {} ended early: {}", call.endpoint().id(), e.getMessage());
            ending.tell(0, "-", String.valueOf(e.getMessage()));
            callers.drop(client);
        }
    }

    /** Reports a finished call once, before the client can see the end of the answer. */
    private final class Ending {

        private final HostedCall call;
        private final CallerConnection client;
        private final WireRequest head;
        private boolean told;

        Ending(HostedCall call, CallerConnection client, WireRequest head) {
            this.call = call;
            this.client = client;
            this.head = head;
        }

        void tell(long received, String status, @Nullable String failure) {
            if (!told) {
                told = true;
                calls.finished(call, client.takeSent(), received);
                log.write(call, head, status, failure);
            }
        }
    }

    /** A target can answer and close before it has read the whole request. */
    private static void sendAsFarAsPossible(TargetConnection target, HttpServletRequest request) {
        try {
            target.send(request);
        } catch (IOException e) {
            LOG.debug("The target did not read the whole request", e);
        }
    }

    private static void refuse(HttpServletResponse response, String text) throws IOException {
        byte[] body = (text + "\n").getBytes(StandardCharsets.UTF_8);
        response.setStatus(BAD_GATEWAY);
        response.setContentType("text/plain;charset=UTF-8");
        response.setContentLength(body.length);
        response.getOutputStream().write(body);
    }

    private static String host(HttpServletRequest request) {
        return Objects.requireNonNullElse(request.getHeader(HttpHeaders.HOST), "");
    }
}
