package io.vpclocal.logs;

/** Constraints that AWS checks for any member of a request, with the texts it answers. */
final class Constraints {

    private Constraints() {}

    static void length(String member, String value, int least, int most) {
        if (value.length() < least) {
            throw LogsErrors.constraint(member, value, "Member must have length greater than or equal to " + least);
        }
        if (value.length() > most) {
            throw LogsErrors.constraint(member, value, "Member must have length less than or equal to " + most);
        }
    }

    static void range(String member, int value, int least, int most) {
        if (value < least) {
            throw LogsErrors.constraint(member, value, "Member must have value greater than or equal to " + least);
        }
        if (value > most) {
            throw LogsErrors.constraint(member, value, "Member must have value less than or equal to " + most);
        }
    }

    /** The complaint about a value that does not match a regular expression of the model. */
    static RuntimeException pattern(String member, String value, String pattern) {
        return LogsErrors.constraint(member, value, "Member must satisfy regular expression pattern: " + pattern);
    }
}
