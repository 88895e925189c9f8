package io.vpclocal.logs.group;

import io.vpclocal.logs.Constraints;
import io.vpclocal.logs.LogGroupName;
import io.vpclocal.logs.LogsErrors;
import io.vpclocal.protocol.Scope;
import org.jspecify.annotations.Nullable;

/** How requests name log groups: by name, or by ARN with or without {@code :*} at its end. */
public final class LogGroupIdentifier {

    private static final int LENGTH = 2048;
    private static final String PATTERN = "[\\w#+=/:,.@-]*";

    private LogGroupIdentifier() {}

    /** The name that exactly one of two members gives. */
    static LogGroupName either(Scope scope, @Nullable String name, @Nullable String identifier) {
        if (name != null && identifier != null) {
            throw LogsErrors.nameAndIdentifier();
        }
        return identifier == null
                ? new LogGroupName(Constraints.require(name, "logGroupName"))
                : name(scope, "logGroupIdentifier", identifier);
    }

    /** The name in an identifier. Groups of other accounts and Regions are not found. */
    public static LogGroupName name(Scope scope, String member, String identifier) {
        Constraints.length(member, identifier, 1, LENGTH);
        if (!identifier.chars().allMatch(LogGroupIdentifier::isAllowed)) {
            throw Constraints.pattern(member, identifier, PATTERN);
        }
        if (!identifier.startsWith("arn:")) {
            return new LogGroupName(identifier);
        }
        String arn = identifier.endsWith(":*") ? identifier.substring(0, identifier.length() - 2) : identifier;
        String prefix = scope.arn("logs", "log-group:");
        if (!arn.startsWith(prefix)) {
            throw LogsErrors.groupNotFound();
        }
        return new LogGroupName(arn.substring(prefix.length()));
    }

    /** The star is not in the model's pattern, but AWS's own samples send it. */
    private static boolean isAllowed(int c) {
        return (c >= 'a' && c <= 'z')
                || (c >= 'A' && c <= 'Z')
                || (c >= '0' && c <= '9')
                || "_#+=/:,.@-*".indexOf(c) >= 0;
    }
}
