package io.vpclocal.identity.iam.user;

import io.vpclocal.protocol.Ids;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Access key ids: a prefix of four letters and sixteen more characters. The first eight of them encode the account, as
 * at AWS. The others are random.
 */
public final class AccessKeyIds {

    private static final String ALPHABET = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";
    private static final Pattern FORM = Pattern.compile("A(KI|SI)A[A-Z0-9]{16}");
    private static final long OFFSET = 1L << 39;
    private static final int ACCOUNT_DIGITS = 8;

    private AccessKeyIds() {}

    /** True if a key id has AWS's form. Such a key must have been created here. */
    public static boolean wellFormed(String keyId) {
        return FORM.matcher(keyId).matches();
    }

    /**
     * A new id.
     *
     * @param prefix {@code AKIA} for long-term keys, {@code ASIA} for temporary ones
     */
    public static String next(String prefix, String account, Ids ids) {
        long number = Long.parseLong(account);
        long digits = OFFSET + (number >> 1);
        char[] text = new char[ACCOUNT_DIGITS];
        for (int i = ACCOUNT_DIGITS - 1; i >= 0; i--) {
            text[i] = ALPHABET.charAt((int) (digits & 31));
            digits >>= 5;
        }
        // The account's last bit is the highest bit of the next character.
        int chance = ALPHABET.indexOf(ids.upper(1)) & 15;
        char odd = ALPHABET.charAt((number & 1) == 1 ? chance + 16 : chance);
        return prefix + new String(text) + odd + ids.upper(7);
    }

    /** The account in an id. Empty if the id does not have AWS's form. */
    public static Optional<String> account(String keyId) {
        if (!wellFormed(keyId)) {
            return Optional.empty();
        }
        long digits = 0;
        for (int i = 4; i < 4 + ACCOUNT_DIGITS; i++) {
            int digit = ALPHABET.indexOf(keyId.charAt(i));
            if (digit < 0) {
                return Optional.empty();
            }
            digits = digits << 5 | digit;
        }
        int odd = ALPHABET.indexOf(keyId.charAt(4 + ACCOUNT_DIGITS)) >= 16 ? 1 : 0;
        long account = (digits - OFFSET) * 2 + odd;
        return digits < OFFSET || account > 999_999_999_999L
                ? Optional.empty()
                : Optional.of(String.format(Locale.ROOT, "%012d", account));
    }
}
