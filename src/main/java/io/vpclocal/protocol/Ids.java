package io.vpclocal.protocol;

import java.security.SecureRandom;
import java.util.function.Supplier;
import java.util.random.RandomGenerator;
import org.springframework.stereotype.Component;

/** Makes identifiers in the forms AWS uses. The only source of randomness in the emulator. */
@Component
public class Ids {

    private static final String HEX = "0123456789abcdef";
    private static final String LOWER = "abcdefghijklmnopqrstuvwxyz0123456789";
    private static final String UPPER = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";

    private final RandomGenerator random;
    private final ThreadLocal<NamedIds> named = new ThreadLocal<>();

    public Ids() {
        this(new SecureRandom());
    }

    /** For tests that need the same identifiers in every run. */
    public Ids(RandomGenerator random) {
        this.random = random;
    }

    /**
     * Runs work with identifiers derived from a name. The same name gives the same identifiers in every emulator. UUIDs
     * and secrets, which come from {@link #bytes}, stay random.
     */
    public <T> T predictably(String name, Supplier<T> work) {
        named.set(new NamedIds(name));
        try {
            return work.get();
        } finally {
            named.remove();
        }
    }

    /** A resource id such as {@code vpc-0a1b2c3d4e5f60718}: the prefix, a dash and 17 hexadecimal digits. */
    public String next(String prefix) {
        return prefix + "-0" + text(prefix, HEX, 16);
    }

    /** A random UUID, as AWS uses for request ids. */
    public String uuid() {
        String hex = random(HEX, 32);
        return hex.substring(0, 8) + "-" + hex.substring(8, 12) + "-4" + hex.substring(13, 16) + "-a"
                + hex.substring(17, 20) + "-" + hex.substring(20);
    }

    /** Lower-case letters and digits, as in endpoint DNS names. */
    public String lower(int length) {
        return text("lower", LOWER, length);
    }

    /** Upper-case letters and the digits 2 to 7, as in IAM's unique ids and access keys. */
    public String upper(int length) {
        return text("upper", UPPER, length);
    }

    /** Hexadecimal digits. */
    public String hex(int length) {
        return text("hex", HEX, length);
    }

    /** Random bytes for keys and nonces. */
    public byte[] bytes(int length) {
        byte[] bytes = new byte[length];
        random.nextBytes(bytes);
        return bytes;
    }

    private String text(String kind, String alphabet, int length) {
        NamedIds predictable = named.get();
        return predictable == null ? random(alphabet, length) : predictable.text(kind, alphabet, length);
    }

    /** Draws the random bytes for all characters at once, because each draw is expensive. */
    private String random(String alphabet, int length) {
        int limit = 256 - 256 % alphabet.length();
        StringBuilder text = new StringBuilder(length);
        while (text.length() < length) {
            for (byte one : bytes(length - text.length())) {
                int number = one & 0xFF;
                // Higher numbers would make the first characters more likely than the others.
                if (number < limit) {
                    text.append(alphabet.charAt(number % alphabet.length()));
                }
            }
        }
        return text.toString();
    }
}
