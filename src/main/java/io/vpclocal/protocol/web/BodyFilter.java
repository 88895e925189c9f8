package io.vpclocal.protocol.web;

import io.vpclocal.protocol.AwsException;
import io.vpclocal.protocol.CommonErrors;
import io.vpclocal.protocol.WireRequest;
import io.vpclocal.protocol.WireResponse;
import io.vpclocal.protocol.dispatch.Dispatcher;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpHeaders;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Waits for the bodies of requests without a thread, so that slow clients take none from the others. A body that is there
 * already goes on at once; one that takes longer than {@code vpclocal.protocol.body-timeout} is refused. After the filters
 * that refuse whole requests, and before all that read bodies. Uploaded snapshots, which may be large, are read as they come.
 */
@Component
@Order(Ordered.HIGHEST_PRECEDENCE + 3)
public class BodyFilter extends OncePerRequestFilter {

    /** Attribute of requests that must stay on their thread: their bodies are read by blocking. */
    public static final String ON_ONE_THREAD = BodyFilter.class.getName() + ".on-one-thread";

    private final ProtocolProperties properties;
    private final Dispatcher dispatcher;

    BodyFilter(ProtocolProperties properties, Dispatcher dispatcher) {
        this.properties = properties;
        this.dispatcher = dispatcher;
    }

    @Override
    protected boolean shouldNotFilter(HttpServletRequest request) {
        return request.getAttribute(ON_ONE_THREAD) != null
                || request.getServletPath().startsWith("/_vpclocal/snapshots/");
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        if (isThere(request)) {
            chain.doFilter(request, response);
        } else {
            ArrivingBody.await(
                    request,
                    response,
                    properties.maxBodySize().toBytes() + 1,
                    properties.bodyTimeout(),
                    () -> refuse(request, response));
        }
    }

    private static boolean isThere(HttpServletRequest request) throws IOException {
        long length = request.getContentLengthLong();
        if (length < 0) {
            return request.getHeader(HttpHeaders.TRANSFER_ENCODING) == null;
        }
        return length == 0 || request.getInputStream().available() >= length;
    }

    private void refuse(HttpServletRequest request, HttpServletResponse response) throws IOException {
        WireRequest wire = WireRequest.of(request, new byte[0]);
        AwsException error = CommonErrors.bodyTooSlow(properties.bodyTimeout());
        WireResponse refusal = dispatcher.refuse(wire, error);
        response.setStatus(refusal.status());
        response.setContentType(refusal.contentType());
        response.setHeader("x-amzn-RequestId", refusal.requestId());
        response.setHeader(HttpHeaders.CONNECTION, "close");
        response.setContentLength(refusal.body().length);
        response.getOutputStream().write(refusal.body());
        // Or Tomcat would put the page of its own timeout in its place.
        response.flushBuffer();
    }
}
