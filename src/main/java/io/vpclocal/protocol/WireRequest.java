package io.vpclocal.protocol;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A request as it arrived, kept raw because its signature covers every byte.
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

    /** The first value of a header, by its lower-case name. */
    public @Nullable String header(String name) {
        List<String> values = headers.get(name);
        return values == null || values.isEmpty() ? null : values.get(0);
    }
}
