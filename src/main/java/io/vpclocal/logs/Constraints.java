package io.vpclocal.logs;

import io.vpclocal.protocol.AwsService;
import io.vpclocal.protocol.CommonErrors;
import org.jspecify.annotations.Nullable;

/** Constraints that AWS checks for any member of a request, with AWS's messages. */
public final class Constraints {

    private Constraints() {}

    public static void length(String member, String value, int least, int most) {
        if (value.length() < least) {
            throw LogsErrors.constraint(member, value, "Member must have length greater than or equal to " + least);
        }
        if (value.length() > most) {
            throw LogsErrors.constraint(member, value, "Member must have length less than or equal to " + most);
        }
    }

    public static void range(String member, int value, int least, int most) {
        if (value < least) {
            throw LogsErrors.constraint(member, value, "Member must have value greater than or equal to " + least);
        }
        if (value > most) {
            throw LogsErrors.constraint(member, value, "Member must have value less than or equal to " + most);
        }
    }

    /** The error for a value that does not match the model's regular expression. */
    public static RuntimeException pattern(String member, String value, String pattern) {
        return LogsErrors.constraint(member, value, "Member must satisfy regular expression pattern: " + pattern);
    }

    /** The value, or the error that it is missing. */
    public static <T> T require(@Nullable T value, String member) {
        if (value == null) {
            throw CommonErrors.missingParameter(AwsService.LOGS, member);
        }
        return value;
    }

    /** The error for a missing list or map. The SDK returns an empty one for a member that is not set. */
    public static void notMissing(boolean present, String member) {
        if (!present) {
            throw CommonErrors.missingParameter(AwsService.LOGS, member);
        }
    }

    /** A page size of 1 to {@code most}; {@code most} when it is not set. */
    public static int limit(@Nullable Integer limit, String member, int most) {
        if (limit == null) {
            return most;
        }
        range(member, limit, 1, most);
        return limit;
    }

    /** A time in milliseconds since 1970, not negative. */
    public static long time(@Nullable Long time, String member, long otherwise) {
        if (time != null && time < 0) {
            throw LogsErrors.constraint(member, time, "Member must have value greater than or equal to 0");
        }
        return time == null ? otherwise : time;
    }

    /** The error for a list that is too long. */
    public static RuntimeException tooMany(String member, Object list, int most) {
        return LogsErrors.constraint(member, list, "Member must have length less than or equal to " + most);
    }
}
