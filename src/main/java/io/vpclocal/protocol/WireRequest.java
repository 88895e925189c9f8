package io.vpclocal.protocol;

import jakarta.servlet.http.HttpServletRequest;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * An HTTP request as it arrived. It stays unparsed because its signature covers every byte.
 *
 * @param path the path as sent, still encoded
 * @param query the query string as sent, without {@code ?}; empty if there is none
 * @param headers by lower-case name, values in the order received
 */
@SuppressWarnings("ArrayRecordComponent") // never compared; the bytes belong to this request alone
public record WireRequest(
        String method,
        String path,
        String query,
        Map<String, List<String>> headers,
        byte[] body,
        String remoteAddress,
        boolean secure) {

    /** @param body the request's whole body */
    public static WireRequest of(HttpServletRequest request, byte[] body) {
        Map<String, List<String>> headers = new TreeMap<>();
        for (String name : Collections.list(request.getHeaderNames())) {
            headers.computeIfAbsent(name.toLowerCase(Locale.ROOT), key -> new ArrayList<>())
                    .addAll(Collections.list(request.getHeaders(name)));
        }
        return new WireRequest(
                request.getMethod(),
                request.getRequestURI(),
                Objects.requireNonNullElse(request.getQueryString(), ""),
                headers,
                body,
                request.getRemoteAddr(),
                request.isSecure());
    }

    /** The first value of a header, by its lower-case name. */
    public @Nullable String header(String name) {
        List<String> values = headers.get(name);
        return values == null || values.isEmpty() ? null : values.get(0);
    }
}
