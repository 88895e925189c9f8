package io.vpclocal.console;

import io.vpclocal.control.ControlProperties;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Optional;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpHeaders;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;

/** Serves the page to browsers that open {@code /}, and its files below {@code /console/}. Other requests pass. */
@Component
@Order(10)
class ConsoleFilter extends OncePerRequestFilter {

    /** Allows only the emulator's own files: no inline scripts, no other servers, no frames. */
    static final String POLICY = "default-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'";

    private static final String FILES = "/console/";

    private final boolean enabled;

    ConsoleFilter(ConsoleProperties console, ControlProperties control) {
        this.enabled = console.enabled() && control.enabled();
    }

    @Override
    protected boolean shouldNotFilter(HttpServletRequest request) {
        return !enabled;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        Optional<ConsoleFile> file = file(request);
        if (file.isPresent()) {
            answer(file.get(), request, response);
        } else {
            chain.doFilter(request, response);
        }
    }

    private static Optional<ConsoleFile> file(HttpServletRequest request) {
        if (Navigation.toRoot(request)) {
            return ConsoleFile.named(ConsoleFile.PAGE);
        }
        String path = request.getRequestURI();
        boolean get = request.getMethod().equals("GET") || request.getMethod().equals("HEAD");
        boolean browser = get && request.getQueryString() == null && !Navigation.signed(request);
        return browser && path.startsWith(FILES) ? ConsoleFile.named(path.substring(FILES.length())) : Optional.empty();
    }

    /** Browsers revalidate files each time, so they use a new version at once. */
    private static void answer(ConsoleFile file, HttpServletRequest request, HttpServletResponse response)
            throws IOException {
        response.setHeader(HttpHeaders.CACHE_CONTROL, "no-cache");
        response.setHeader(HttpHeaders.ETAG, file.tag());
        response.setHeader(HttpHeaders.VARY, "Accept, Sec-Fetch-Mode");
        response.setHeader("Content-Security-Policy", POLICY);
        response.setHeader("Cross-Origin-Opener-Policy", "same-origin");
        response.setHeader("Cross-Origin-Resource-Policy", "same-origin");
        response.setHeader("Referrer-Policy", "no-referrer");
        response.setHeader("X-Content-Type-Options", "nosniff");
        response.setHeader("X-Frame-Options", "DENY");
        if (file.tag().equals(request.getHeader(HttpHeaders.IF_NONE_MATCH))) {
            response.setStatus(HttpServletResponse.SC_NOT_MODIFIED);
            return;
        }
        response.setContentType(file.type());
        response.setContentLength(file.content().length);
        if (request.getMethod().equals("GET")) {
            response.getOutputStream().write(file.content());
        }
    }
}
