package io.vpclocal.proxy.action;

import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The verb, table and index of a PartiQL statement of DynamoDB (Amazon DynamoDB Developer Guide, "IAM security policies
 * with PartiQL for DynamoDB").
 *
 * @param action for example {@code dynamodb:PartiQLSelect}
 * @param resource the part of the ARN after the account
 */
record PartiQl(String action, String resource) {

    private static final String NAME = "\"(?<quoted>[^\"]+)\"|(?<bare>[A-Za-z0-9_.-]+)";
    private static final Pattern STATEMENT = Pattern.compile(
            "(?is)\\s*(?:EXISTS\\s*\\(\\s*)?(?<verb>SELECT\\b.*?\\bFROM|INSERT\\s+INTO|UPDATE|DELETE\\s+FROM)\\s+(?:"
                    + NAME + ")(?:\\.\"(?<index>[^\"]+)\")?.*");

    /** Empty if it is not a statement of DynamoDB. */
    static Optional<PartiQl> of(String statement) {
        Matcher matcher = STATEMENT.matcher(statement);
        if (!matcher.matches()) {
            return Optional.empty();
        }
        String verb = matcher.group("verb").toLowerCase(Locale.ROOT).split("\\s", 2)[0];
        String table = matcher.group("quoted") == null ? matcher.group("bare") : matcher.group("quoted");
        String index = matcher.group("index");
        String action = "dynamodb:PartiQL" + Character.toUpperCase(verb.charAt(0)) + verb.substring(1);
        return Optional.of(new PartiQl(action, "table/" + table + (index == null ? "" : "/index/" + index)));
    }
}
