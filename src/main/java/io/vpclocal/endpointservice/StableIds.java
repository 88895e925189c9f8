package io.vpclocal.endpointservice;

import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.UUID;

/** Ids in AWS's format, derived from names, so that they are the same on every installation. */
final class StableIds {

    private StableIds() {}

    /** {@code vpce-svc-} and 17 hex digits, the first of which is 0 as in the ids AWS gives. */
    static String service(String key) {
        return "vpce-svc-0" + digest(key).substring(0, 16);
    }

    /** Hexadecimal digits, 32 at most. */
    static String hex(String key, int length) {
        return digest(key).substring(0, length);
    }

    /** {@code Z} and 20 letters and digits, the length of current hosted zone ids. */
    static String hostedZone(String key) {
        String text = new BigInteger(digest(key), 16).toString(36).toUpperCase(Locale.ROOT);
        return "Z" + "0".repeat(Math.max(0, 20 - text.length())) + text.substring(0, Math.min(20, text.length()));
    }

    private static String digest(String key) {
        return UUID.nameUUIDFromBytes(key.getBytes(StandardCharsets.UTF_8))
                .toString()
                .replace("-", "");
    }
}
