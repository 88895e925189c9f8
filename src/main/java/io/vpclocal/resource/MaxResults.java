package io.vpclocal.resource;

import io.vpclocal.protocol.AwsException;
import org.jspecify.annotations.Nullable;

/**
 * The allowed page sizes of an action and its error for others, which differs between families of actions.
 *
 * @param least smallest allowed number
 * @param most largest allowed number
 */
public record MaxResults(int least, int most, Style style) {

    /** The handling of a number outside the range. */
    public enum Style {
        /** Rejected with the message of DescribeInstances. */
        CLASSIC,
        /** Rejected with the same message, without blanks around the number. */
        COMPACT,
        /** Rejected with the message of the newer actions: "1 validation error detected". */
        VALIDATED,
        /** A larger number counts as the largest. A number below 1 is rejected. */
        CLAMPED
    }

    /** The range of the older actions. */
    public static MaxResults classic(int least, int most) {
        return new MaxResults(least, most, Style.CLASSIC);
    }

    /** The range of an action whose error has no blanks around the number. */
    public static MaxResults compact(int least, int most) {
        return new MaxResults(least, most, Style.COMPACT);
    }

    /** The range of the newer actions. */
    public static MaxResults validated(int least, int most) {
        return new MaxResults(least, most, Style.VALIDATED);
    }

    /** At most {@code most} items for any larger number, as in the PrivateLink actions. */
    public static MaxResults clamped(int most) {
        return new MaxResults(1, most, Style.CLAMPED);
    }

    /** The page size: the requested number, or without one all items ({@code most} for clamped actions). */
    int resolve(@Nullable Integer requested) {
        if (requested == null) {
            return style == Style.CLAMPED ? most : Integer.MAX_VALUE;
        }
        if (requested < least) {
            throw outside(requested, true);
        }
        if (requested > most) {
            if (style == Style.CLAMPED) {
                return most;
            }
            throw outside(requested, false);
        }
        return requested;
    }

    private AwsException outside(int requested, boolean below) {
        if (style == Style.VALIDATED) {
            return new AwsException(
                    "InvalidParameter",
                    "1 validation error detected: Value '" + requested
                            + "' at 'maxResults' failed to satisfy constraint: Member must have value "
                            + (below ? "greater than or equal to " + least : "less than or equal to " + most));
        }
        String number = style == Style.COMPACT ? "(" + requested + ")" : "( " + requested + " )";
        return new AwsException(
                "InvalidParameterValue",
                "Value " + number + " for parameter maxResults is invalid. Expecting a value "
                        + (below ? "greater than " + least : "less than " + most) + ".");
    }
}
