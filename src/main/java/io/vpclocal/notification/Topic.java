package io.vpclocal.notification;

import io.vpclocal.protocol.AwsException;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * An Amazon SNS topic. FIFO topics, whose names end in {@code .fifo}, are rejected (our guess).
 *
 * @param account the account that owns it
 */
record Topic(String arn, String region, String account) {

    private static final Pattern ARN =
            Pattern.compile("arn:aws(?:-[a-z-]+)?:sns:([a-z0-9-]+):([0-9]{12}):[A-Za-z0-9_-]{1,256}");

    /** @throws AwsException if the text is not a topic ARN */
    static Topic of(String arn) {
        Matcher parts = ARN.matcher(arn);
        if (!parts.matches()) {
            throw NotificationErrors.noTopic(arn);
        }
        return new Topic(arn, parts.group(1), parts.group(2));
    }
}
