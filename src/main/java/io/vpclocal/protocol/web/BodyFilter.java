package io.vpclocal.protocol.web;

import io.vpclocal.protocol.AwsException;
import io.vpclocal.protocol.CommonErrors;
import io.vpclocal.protocol.LargeBodies;
import io.vpclocal.protocol.WireRequest;
import io.vpclocal.protocol.WireResponse;
import io.vpclocal.protocol.dispatch.Dispatcher;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import java.util.OptionalLong;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpHeaders;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Waits for request bodies without blocking a thread, so that slow clients do not delay others. A request whose body is
 * complete continues at once. A body that takes longer than {@code vpclocal.protocol.body-timeout} is refused. Runs
 * after the filters that refuse requests and before those that read bodies. Uploaded snapshots may be large and are
 * streamed.
 */
@Component
@Order(Ordered.HIGHEST_PRECEDENCE + 2)
class BodyFilter extends OncePerRequestFilter {

    private final ProtocolProperties properties;
    private final Dispatcher dispatcher;
    private final List<LargeBodies> large;

    BodyFilter(ProtocolProperties properties, Dispatcher dispatcher, List<LargeBodies> large) {
        this.properties = properties;
        this.dispatcher = dispatcher;
        this.large = large;
    }

    @Override
    protected boolean shouldNotFilter(HttpServletRequest request) {
        return request.getServletPath().startsWith("/_vpclocal/snapshots/");
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        long largest = largest(request);
        if (largest == LargeBodies.STREAMED || isThere(request)) {
            chain.doFilter(request, response);
        } else {
            ArrivingBody.await(
                    request,
                    response,
                    largest + 1,
                    properties.bodyTimeout(),
                    () -> refuse(request, response, CommonErrors.bodyTooSlow(properties.bodyTimeout())),
                    () -> refuse(request, response, CommonErrors.invalidHttp(400)));
        }
    }

    private long largest(HttpServletRequest request) {
        return large.stream()
                .map(each -> each.largest(request))
                .filter(OptionalLong::isPresent)
                .mapToLong(OptionalLong::getAsLong)
                .findFirst()
                .orElse(properties.maxBodySize().toBytes());
    }

    private static boolean isThere(HttpServletRequest request) throws IOException {
        long length = request.getContentLengthLong();
        if (length < 0) {
            return request.getHeader(HttpHeaders.TRANSFER_ENCODING) == null;
        }
        return length == 0 || request.getInputStream().available() >= length;
    }

    private void refuse(HttpServletRequest request, HttpServletResponse response, AwsException error)
            throws IOException {
        for (LargeBodies each : large) {
            if (each.refuse(request, response, error)) {
                end(response);
                return;
            }
        }
        WireRequest wire = WireRequest.of(request, new byte[0]);
        WireResponse refusal = dispatcher.refuse(wire, error);
        response.setStatus(refusal.status());
        response.setContentType(refusal.contentType());
        response.setHeader("x-amzn-RequestId", refusal.requestId());
        response.setContentLength(refusal.body().length);
        response.getOutputStream().write(refusal.body());
        end(response);
    }

    private static void end(HttpServletResponse response) throws IOException {
        response.setHeader(HttpHeaders.CONNECTION, "close");
        // Otherwise Tomcat would send its own timeout page.
        response.flushBuffer();
    }
}
