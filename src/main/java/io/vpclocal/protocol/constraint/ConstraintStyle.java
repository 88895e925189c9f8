package io.vpclocal.protocol.constraint;

import io.vpclocal.protocol.AwsService;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.core.util.SdkAutoConstructList;
import software.amazon.awssdk.core.util.SdkAutoConstructMap;

/**
 * How a service words the constraints that a request breaks.
 *
 * @param quotesValues whether errors quote the value. Recorded: IAM and CloudWatch Logs no longer do, STS does
 * @param patternFirst whether a text's pattern comes before its length. Recorded: only IAM starts with the length
 * @param query whether the service has the query protocol. Names of members begin with a capital letter in its model but
 *     not in errors, and an empty list is a missing one (recorded from IAM)
 */
record ConstraintStyle(boolean quotesValues, boolean patternFirst, boolean query) {

    private static final ConstraintStyle IAM = new ConstraintStyle(false, false, true);
    private static final ConstraintStyle STS = new ConstraintStyle(true, true, true);
    private static final ConstraintStyle LOGS = new ConstraintStyle(false, true, false);
    private static final ConstraintStyle OTHER = new ConstraintStyle(true, true, false);

    static ConstraintStyle of(AwsService service) {
        return switch (service) {
            case IAM -> IAM;
            case STS -> STS;
            case LOGS -> LOGS;
            case EC2, ELB -> OTHER;
        };
    }

    boolean isMissing(@Nullable Object value) {
        return value == null
                || value instanceof SdkAutoConstructList
                || value instanceof SdkAutoConstructMap
                || query && value instanceof List<?> list && list.isEmpty();
    }

    /** A member's name in errors. */
    String name(String member) {
        return query ? member.substring(0, 1).toLowerCase(Locale.ROOT) + member.substring(1) : member;
    }
}
