package io.vpclocal.control;

import io.vpclocal.protocol.AwsException;
import io.vpclocal.protocol.KnownHosts;
import io.vpclocal.protocol.WireRequest;
import io.vpclocal.protocol.WireResponse;
import io.vpclocal.protocol.dispatch.Dispatcher;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Refuses requests with a foreign Host or Origin, on every path of the port, so that a web page cannot read or change
 * the emulator through a developer's browser. Programs send no {@code Origin}.
 */
@Component
@Order(Ordered.HIGHEST_PRECEDENCE)
class HostGuardFilter extends OncePerRequestFilter {

    private static final Set<String> OTHER_SITES = Set.of("cross-site", "same-site");

    private final LocalNames names;
    private final Set<String> origins;
    private final List<KnownHosts> known;
    private final Dispatcher dispatcher;

    HostGuardFilter(ControlProperties properties, List<KnownHosts> known, Dispatcher dispatcher) {
        this.known = known;
        this.names = new LocalNames(properties.allowedHosts());
        this.origins = properties.allowedOrigins().stream()
                .map(origin -> origin.toLowerCase(Locale.ROOT))
                .collect(Collectors.toUnmodifiableSet());
        this.dispatcher = dispatcher;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        String host = Objects.requireNonNullElse(request.getHeader(HttpHeaders.HOST), "localhost");
        String origin = request.getHeader(HttpHeaders.ORIGIN);
        if (!names.contains(host) && known.stream().noneMatch(each -> each.knows(request, host))) {
            refuse(request, response, ControlErrors.foreignHost(host));
        } else if (origin != null && allowed(origin)) {
            answerAllowed(origin, request, response, chain);
        } else if (origin != null && !sameOrigin(origin, host)) {
            refuse(request, response, ControlErrors.foreignPage(origin));
        } else if (origin == null && sentByOtherSite(request)) {
            refuse(request, response, ControlErrors.foreignPage("another site"));
        } else {
            chain.doFilter(request, response);
        }
    }

    private boolean allowed(String origin) {
        return origins.contains("*") || origins.contains(origin.toLowerCase(Locale.ROOT));
    }

    private static boolean sameOrigin(String origin, String host) {
        String page = origin.toLowerCase(Locale.ROOT);
        String server = host.strip().toLowerCase(Locale.ROOT);
        return normal(page).equals("http://" + normal(server)) || normal(page).equals("https://" + normal(server));
    }

    /** Browsers omit a scheme's default port from the origin. */
    private static String normal(String authority) {
        return authority.replaceFirst(":(80|443)$", "");
    }

    /**
     * Requests for images, scripts and links have no {@code Origin}, but browsers send {@code Sec-Fetch-Site}. Links to
     * the documentation and the console are allowed.
     */
    private static boolean sentByOtherSite(HttpServletRequest request) {
        @Nullable String site = request.getHeader("Sec-Fetch-Site");
        return site != null && OTHER_SITES.contains(site) && !visit(request);
    }

    private static boolean visit(HttpServletRequest request) {
        boolean console = request.getMethod().equals(HttpMethod.GET.name())
                && request.getRequestURI().equals("/")
                && request.getQueryString() == null;
        return "navigate".equals(request.getHeader("Sec-Fetch-Mode"))
                && (console || request.getServletPath().startsWith("/swagger-ui"));
    }

    private static void answerAllowed(
            String origin, HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        response.setHeader(HttpHeaders.ACCESS_CONTROL_ALLOW_ORIGIN, origin);
        response.addHeader(HttpHeaders.VARY, HttpHeaders.ORIGIN);
        response.setHeader(HttpHeaders.ACCESS_CONTROL_EXPOSE_HEADERS, "*");
        String method = request.getHeader(HttpHeaders.ACCESS_CONTROL_REQUEST_METHOD);
        if (method == null || !request.getMethod().equals(HttpMethod.OPTIONS.name())) {
            chain.doFilter(request, response);
            return;
        }
        response.setStatus(HttpServletResponse.SC_NO_CONTENT);
        response.setHeader(HttpHeaders.ACCESS_CONTROL_ALLOW_METHODS, method);
        String wanted = request.getHeader(HttpHeaders.ACCESS_CONTROL_REQUEST_HEADERS);
        if (wanted != null) {
            response.setHeader(HttpHeaders.ACCESS_CONTROL_ALLOW_HEADERS, wanted);
        }
    }

    private void refuse(HttpServletRequest request, HttpServletResponse response, AwsException error)
            throws IOException {
        if (request.getServletPath().startsWith("/_")) {
            ErrorBody.write(response, error);
            return;
        }
        WireRequest whole = WireRequest.of(request, new byte[0]);
        // The parameters may be unreadable, and the request is refused anyway.
        WireRequest wire = new WireRequest(
                whole.method(), whole.path(), "", whole.headers(), whole.body(), whole.remoteAddress(), whole.secure());
        WireResponse refusal = dispatcher.refuse(wire, error);
        response.setStatus(refusal.status());
        response.setContentType(refusal.contentType());
        response.setHeader("x-amzn-RequestId", refusal.requestId());
        response.getOutputStream().write(refusal.body());
    }
}
