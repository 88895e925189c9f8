package io.vpclocal.identity.signature;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * An undecoded HTTP request, as the input of a signature.
 *
 * <p>Header values have one character per byte (ISO-8859-1), as HTTP servers decode them. Names are converted to lower
 * case. Values keep the order of arrival. Requests are compared by identity.
 *
 * @param method HTTP method, for example {@code POST}
 * @param rawPath percent-encoded path of the request line; may be empty
 * @param rawQuery percent-encoded query of the request line without the question mark; empty if there is none
 * @param headers header names to their values in order
 * @param body bytes of the payload without transfer encoding; copied in and out
 */
@SuppressWarnings("ArrayRecordComponent")
public record SignedRequest(
        String method, String rawPath, String rawQuery, Map<String, List<String>> headers, byte[] body) {

    public SignedRequest {
        headers = lowerCased(headers);
        body = body.clone();
    }

    @Override
    public byte[] body() {
        return body.clone();
    }

    /** The first value of a header, or null if it is missing. */
    @Nullable
    String firstHeader(String lowerCaseName) {
        List<String> values = headers.get(lowerCaseName);
        return values == null || values.isEmpty() ? null : values.get(0);
    }

    List<String> headerValues(String lowerCaseName) {
        return headers.getOrDefault(lowerCaseName, List.of());
    }

    String bodySha256() {
        return Digests.sha256Hex(body);
    }

    private static Map<String, List<String>> lowerCased(Map<String, List<String>> headers) {
        Map<String, List<String>> merged = new LinkedHashMap<>();
        headers.forEach(
                (name, values) -> merged.computeIfAbsent(name.toLowerCase(Locale.ROOT), unused -> new ArrayList<>())
                        .addAll(values));
        merged.replaceAll((name, values) -> List.copyOf(values));
        return Collections.unmodifiableMap(merged);
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return this == other;
    }

    @Override
    public int hashCode() {
        return System.identityHashCode(this);
    }

    /** Method and path only, because headers, query and body may contain credentials. */
    @Override
    public String toString() {
        return "SignedRequest[" + method + " " + rawPath + "]";
    }
}
