package io.vpclocal.console;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Objects;
import org.springframework.http.HttpHeaders;

/**
 * Tells a person who opens {@code /} in a browser from a program that calls AWS there. Java's HTTP client accepts
 * {@code text/html} too if it is not told what to accept, so that alone does not make a browser.
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

    /** Only programs sign, and only they name a target. */
    static boolean signed(HttpServletRequest request) {
        return header(request, HttpHeaders.AUTHORIZATION).startsWith("AWS4-")
                || request.getHeader("X-Amz-Target") != null;
    }

    /** Browsers say that they navigate, unless the emulator is at another machine's address without TLS. */
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
