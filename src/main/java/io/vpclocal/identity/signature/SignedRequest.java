package io.vpclocal.identity.signature;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * An HTTP request as it came over the wire, before anything was decoded: what a signature is computed over.
 *
 * <p>Header values are expected as HTTP servers hand them over, one character per byte (ISO-8859-1). Names are
 * lower-cased here; values keep the order of arrival. Two requests are equal only if they are the same object.
 *
 * @param method HTTP method, for example {@code POST}
 * @param rawPath path of the request line, still percent-encoded; may be empty
 * @param rawQuery query of the request line without the question mark, still percent-encoded; empty if there is none
 * @param headers header names to their values in order
 * @param body bytes of the payload after any transfer encoding was removed; copied in and out
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

    /** The first value of a header, or null if the request does not carry it. */
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

    /** Method and path only: headers, query and body may hold credentials. */
    @Override
    public String toString() {
        return "SignedRequest[" + method + " " + rawPath + "]";
    }
}
