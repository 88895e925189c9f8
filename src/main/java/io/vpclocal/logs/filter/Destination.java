package io.vpclocal.logs.filter;

import io.vpclocal.logs.Constraints;
import io.vpclocal.logs.LogsErrors;
import io.vpclocal.protocol.Scope;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The destination of a subscription filter: a stream, a delivery stream, a function or a logical destination. */
record Destination(String arn, @Nullable String roleArn, String distribution) {

    private static final int ARN_PARTS = 6;
    private static final Set<String> VENDORS = Set.of("kinesis", "firehose", "lambda", "logs");
    private static final Set<String> NEED_A_ROLE = Set.of("kinesis", "firehose");

    /** Recorded: the messages about roles and functions of other accounts. UNVERIFIED: the other messages. */
    static Destination of(
            Scope scope, @Nullable String destinationArn, @Nullable String roleArn, @Nullable String distribution) {
        String arn = Constraints.require(destinationArn, "destinationArn");
        Constraints.length("destinationArn", arn, 1, 2048);
        String[] parts = arn.split(":", ARN_PARTS);
        boolean arnOfVendor = parts.length == ARN_PARTS && parts[0].equals("arn");
        if (arnOfVendor && !VENDORS.contains(parts[2])) {
            throw LogsErrors.invalidParameter(
                    "PutSubscriptionFilter operation cannot work with destinationArn for vendor " + parts[2]);
        }
        if (!arnOfVendor) {
            throw LogsErrors.invalidParameter(
                    "PutSubscriptionFilter operation cannot work with destinationArn: " + arn);
        }
        if (NEED_A_ROLE.contains(parts[2]) && roleArn == null) {
            throw LogsErrors.invalidParameter(
                    "destinationArn for vendor " + parts[2] + " cannot be used without roleArn");
        }
        if (parts[2].equals("lambda")) {
            if (roleArn != null) {
                throw LogsErrors.invalidParameter("destinationArn for vendor lambda cannot be used with roleArn");
            }
            if (!parts[4].equals(scope.account())) {
                throw LogsErrors.crossAccountFunction();
            }
        }
        if (roleArn != null) {
            Constraints.length("roleArn", roleArn, 1, 2048);
        }
        return new Destination(arn, roleArn, Objects.requireNonNullElse(distribution, "ByLogStream"));
    }
}
