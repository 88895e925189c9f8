package io.vpclocal.identity.iam.password;

import java.util.ArrayList;
import java.util.List;
import java.util.function.IntPredicate;
import org.jspecify.annotations.Nullable;

/**
 * The rules of passwords.
 *
 * @param changeAllowed whether all users may change their own passwords
 * @param maxAge in days; null if passwords do not expire
 * @param reusePrevention how many earlier passwords must not be used again; null for none
 * @param hardExpiry whether only an administrator can replace an expired password; null if not set
 */
public record PasswordRules(
        int minimumLength,
        boolean symbols,
        boolean numbers,
        boolean uppercase,
        boolean lowercase,
        boolean changeAllowed,
        @Nullable Integer maxAge,
        @Nullable Integer reusePrevention,
        @Nullable Boolean hardExpiry) {

    static final int SHORTEST = 6;

    /** Without a policy, at least three of the four kinds of characters are required (IAM User Guide). */
    private static final int USUAL_LENGTH = 8;

    private static final int USUAL_KINDS = 3;

    private static final String SYMBOLS = "!@#$%^&*()_+-=[]{}|'";

    /**
     * The rules that a password breaks. Texts: reported by AWS's users, except the one about the length, which is our
     * guess.
     *
     * @param own the account's rules; null if it has no password policy
     */
    static List<String> broken(@Nullable PasswordRules own, String password) {
        int length = own == null ? USUAL_LENGTH : own.minimumLength();
        List<String> broken = new ArrayList<>();
        if (password.length() < length) {
            broken.add("Password should have a minimum length of " + length);
        }
        List<String> kinds = new ArrayList<>();
        lack(kinds, own == null || own.uppercase(), password, c -> c >= 'A' && c <= 'Z', "uppercase letter");
        lack(kinds, own == null || own.lowercase(), password, c -> c >= 'a' && c <= 'z', "lowercase letter");
        lack(kinds, own == null || own.numbers(), password, c -> c >= '0' && c <= '9', "number");
        lack(kinds, own == null || own.symbols(), password, c -> SYMBOLS.indexOf(c) >= 0, "symbol");
        int missing = kinds.size() - (4 - USUAL_KINDS);
        if (own != null) {
            broken.addAll(kinds);
        } else if (missing > 0) {
            broken.add("Password should meet " + missing + " more of the following requirements: "
                    + String.join(", ", kinds));
        }
        return broken;
    }

    private static void lack(List<String> kinds, boolean required, String password, IntPredicate kind, String name) {
        if (required && password.chars().noneMatch(kind)) {
            kinds.add("Password should have at least one " + name);
        }
    }
}
