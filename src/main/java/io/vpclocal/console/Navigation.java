package io.vpclocal.console;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Objects;
import org.springframework.http.HttpHeaders;

/**
 * Distinguishes browsers that open {@code /} from programs that call AWS there. Java's HTTP client also accepts
 * {@code text/html} by default, so the Accept header is not enough.
 */
final class Navigation {

    private Navigation() {}

    /** Whether a GET or HEAD of {@code /} without a query is a browser's navigation. */
    static boolean toRoot(HttpServletRequest request) {
        boolean get = request.getMethod().equals("GET") || request.getMethod().equals("HEAD");
        return get
                && request.getRequestURI().equals("/")
                && request.getQueryString() == null
                && !signed(request)
                && wantsPage(request);
    }

    /** Only programs send signatures and targets. */
    static boolean signed(HttpServletRequest request) {
        return header(request, HttpHeaders.AUTHORIZATION).startsWith("AWS4-")
                || request.getHeader("X-Amz-Target") != null;
    }

    /** Browsers send {@code Sec-Fetch-Mode: navigate}, except to another machine's address without TLS. */
    private static boolean wantsPage(HttpServletRequest request) {
        String accept = header(request, HttpHeaders.ACCEPT);
        String mode = request.getHeader("Sec-Fetch-Mode");
        return accept.contains("text/html")
                && (mode == null ? accept.contains("application/xhtml+xml") : mode.equals("navigate"));
    }

    private static String header(HttpServletRequest request, String name) {
        return Objects.requireNonNullElse(request.getHeader(name), "");
    }
}
