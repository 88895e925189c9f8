package io.vpclocal.protocol;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HashMap;
import java.util.Map;

/**
 * Identifiers derived from a name. Each kind has its own counter, so one more id of a kind does not change ids of other
 * kinds.
 */
final class NamedIds {

    private final String name;
    private final Map<String, Integer> made = new HashMap<>();

    NamedIds(String name) {
        this.name = name;
    }

    /** The next identifier of a kind. A retried call gets new identifiers. */
    String text(String kind, String alphabet, int length) {
        int number = made.merge(kind, 1, Integer::sum);
        StringBuilder text = new StringBuilder(length);
        for (int block = 0; text.length() < length; block++) {
            for (byte one : digest(name + "/" + kind + "/" + number + "/" + block)) {
                if (text.length() < length) {
                    text.append(alphabet.charAt((one & 0xFF) % alphabet.length()));
                }
            }
        }
        return text.toString();
    }

    private static byte[] digest(String text) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java platform has SHA-256", e);
        }
    }
}
