package io.vpclocal.logs.masking;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.regex.Pattern;

/**
 * AWS's managed data identifiers that are detected (CloudWatch Logs User Guide, types of data that you can protect). The
 * forms are our own, as AWS does not publish its forms; the keywords are AWS's.
 */
final class ManagedIdentifiers {

    private static final Predicate<String> ANY = match -> true;

    private static final Map<String, SensitivePattern> BY_NAME = Map.ofEntries(
            Map.entry("EmailAddress", form("[A-Za-z0-9._%+-]+@[A-Za-z0-9-]+(?:\\.[A-Za-z0-9-]+)*\\.[A-Za-z]{2,}")),
            Map.entry(
                    "IpAddress",
                    form(
                            "(?<![\\w.])(?:(?:25[0-5]|2[0-4]\\d|1?\\d?\\d)\\.){3}(?:25[0-5]|2[0-4]\\d|1?\\d?\\d)(?![\\w.]*\\d)"
                                    + "|(?<![\\w:])(?:[0-9A-Fa-f]{1,4}:){7}[0-9A-Fa-f]{1,4}(?![\\w:])"
                                    + "|(?<![\\w:])(?:[0-9A-Fa-f]{1,4}:){1,6}(?::[0-9A-Fa-f]{1,4}){1,6}(?![\\w:])")),
            Map.entry(
                    "CreditCardNumber",
                    new SensitivePattern(
                            Pattern.compile("(?<![\\w-])\\d(?:[ -]?\\d){12,18}(?![\\w-])"),
                            List.of(),
                            ManagedIdentifiers::luhn)),
            Map.entry(
                    "CreditCardSecurityCode",
                    near(
                            "(?<!\\d)\\d{3,4}(?!\\d)",
                            "card id",
                            "card identification",
                            "card security",
                            "cvc",
                            "cvv",
                            "cvv2")),
            Map.entry(
                    "CreditCardExpiration",
                    near("(?<!\\d)(?:0?[1-9]|1[0-2])[/-](?:20)?\\d{2}(?!\\d)", "exp", "expiration", "expiry")),
            Map.entry(
                    "AwsSecretKey",
                    near(
                            "(?<![A-Za-z0-9/+])[A-Za-z0-9/+]{40}(?![A-Za-z0-9/+=])",
                            "aws_secret_access_key",
                            "credentials",
                            "secret access key",
                            "secret key",
                            "secretaccesskey",
                            "set-awscredential")),
            Map.entry("OpenSshPrivateKey", key("OPENSSH PRIVATE KEY")),
            Map.entry("PgpPrivateKey", key("PGP PRIVATE KEY BLOCK")),
            Map.entry("PkcsPrivateKey", key("(?:(?:RSA|DSA|EC|ENCRYPTED) )?PRIVATE KEY")),
            Map.entry("PuttyPrivateKey", form("PuTTY-User-Key-File-\\d:[\\s\\S]*")),
            Map.entry(
                    "Ssn-US",
                    near(
                            "(?<![\\d-])(?!000|666|9\\d\\d)\\d{3}-?(?!00)\\d{2}-?(?!0000)\\d{4}(?![\\d-])",
                            "social security", "ss#", "ssn")),
            Map.entry(
                    "PhoneNumber-US",
                    near(
                            "(?<!\\d)(?:\\+?1[ .-]?)?\\(?[2-9]\\d{2}\\)?[ .-]?\\d{3}[ .-]?\\d{4}(?!\\d)",
                            "cell", "contact", "fax", "mobile", "phone", "tel")),
            Map.entry(
                    "VehicleIdentificationNumber",
                    near("(?<!\\w)[A-HJ-NPR-Za-hj-npr-z0-9]{17}(?!\\w)", "vehicle", "vin")));

    private ManagedIdentifiers() {}

    /** Empty for an identifier whose data is not detected. */
    static Optional<SensitivePattern> find(String name) {
        return Optional.ofNullable(BY_NAME.get(name));
    }

    private static SensitivePattern form(String form) {
        return SensitivePattern.of(Pattern.compile(form));
    }

    private static SensitivePattern near(String form, String... keywords) {
        return new SensitivePattern(Pattern.compile(form), List.of(keywords), ANY);
    }

    private static SensitivePattern key(String name) {
        return form("-----BEGIN " + name + "-----[\\s\\S]*?(?:-----END " + name + "-----|$)");
    }

    /** The check digit of card numbers. */
    private static boolean luhn(String number) {
        int sum = 0;
        boolean twice = false;
        for (int i = number.length() - 1; i >= 0; i--) {
            int digit = Character.digit(number.charAt(i), 10);
            if (digit >= 0) {
                int value = twice ? 2 * digit : digit;
                sum += value > 9 ? value - 9 : value;
                twice = !twice;
            }
        }
        return sum % 10 == 0;
    }
}
