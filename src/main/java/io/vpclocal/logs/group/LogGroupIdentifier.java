package io.vpclocal.logs.group;

import io.vpclocal.logs.Constraints;
import io.vpclocal.logs.LogGroupName;
import io.vpclocal.logs.LogsErrors;
import io.vpclocal.protocol.Scope;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Log groups in requests: a name, or an ARN without {@code :*} at its end (users report that the service rejects that).
 */
public final class LogGroupIdentifier {

    private static final int LENGTH = 2048;
    private static final Pattern PATTERN = Pattern.compile("[\\w#+=/:,.@-]*");

    private LogGroupIdentifier() {}

    /** The name, from exactly one of the two members. */
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
        if (!PATTERN.matcher(identifier).matches()) {
            throw Constraints.pattern(member, identifier, PATTERN.pattern());
        }
        if (!identifier.startsWith("arn:")) {
            return new LogGroupName(identifier);
        }
        String prefix = scope.arn("logs", "log-group:");
        if (!identifier.startsWith(prefix)) {
            throw LogsErrors.groupNotFound();
        }
        return new LogGroupName(identifier.substring(prefix.length()));
    }
}
