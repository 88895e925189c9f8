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
        /** As {@link #CLASSIC}. Its other errors put parameters between quotes, as DescribeSecurityGroupRules does. */
        QUOTED,
        /** Rejected with the message of DescribeVpcs, which names parameters as the API reference does. */
        NAMED,
        /** Rejected with the same message, without blanks around the number. */
        COMPACT,
        /** Rejected with the message of the newer actions: "1 validation error detected". */
        VALIDATED,
        /** A larger number counts as the largest. A number below 1 is rejected. */
        CLAMPED;

        /** The word for a number that is too large. */
        private String smaller() {
            return this == COMPACT ? "less" : "smaller";
        }
    }

    /** The range of the older actions. */
    public static MaxResults classic(int least, int most) {
        return new MaxResults(least, most, Style.CLASSIC);
    }

    /** The range of DescribeSecurityGroupRules. */
    public static MaxResults quoted(int least, int most) {
        return new MaxResults(least, most, Style.QUOTED);
    }

    /** The range of the actions on VPCs, subnets, route tables, internet gateways and network interfaces. */
    public static MaxResults named(int least, int most) {
        return new MaxResults(least, most, Style.NAMED);
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
    public int resolve(@Nullable Integer requested) {
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
        String value = style == Style.COMPACT ? "(" + requested + ")" : "( " + requested + " )";
        return new AwsException(
                "InvalidParameterValue",
                "Value " + value + " for parameter " + (style == Style.NAMED ? "MaxResults" : "maxResults")
                        + " is invalid. Expecting a value " + (below ? "greater" : style.smaller()) + " than "
                        + (style == Style.NAMED ? "or equal to " : "") + (below ? least : most) + ".");
    }

    /** The error for a page token that the action did not return for the same request. */
    public AwsException badToken(String token) {
        return switch (style) {
            case CLASSIC -> new AwsException("InvalidParameterValue", "Unable to parse pagination token");
            case NAMED ->
                new AwsException(
                        "InvalidParameterValue",
                        "Value ( " + token + " ) for parameter NextToken is invalid. The token is invalid.");
            default -> new AwsException("InvalidPaginationToken", "Next token '" + token + "' is invalid");
        };
    }

    /** The error for ids together with a page size. */
    AwsException notWithIds(String ids) {
        return switch (style) {
            case QUOTED ->
                new AwsException(
                        "InvalidParameterCombination",
                        "The parameter '" + ids + "' may not be used in combination with 'maxResults'.");
            case NAMED -> Ec2Errors.notTogether(ids, "MaxResults");
            default -> Ec2Errors.notTogether(ids, "maxResults");
        };
    }
}
