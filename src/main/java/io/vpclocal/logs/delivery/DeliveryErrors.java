package io.vpclocal.logs.delivery;

import io.vpclocal.logs.LogsErrors;
import io.vpclocal.protocol.AwsException;

/**
 * The errors of deliveries. Recorded from AWS: what does not exist, and the service without logs. The other codes are
 * documented. UNVERIFIED: their messages.
 */
final class DeliveryErrors {

    private DeliveryErrors() {}

    static AwsException validation(String text) {
        return new AwsException("ValidationException", text);
    }

    static AwsException conflict(String text) {
        return new AwsException("ConflictException", text);
    }

    static AwsException noSource() {
        return missing("Delivery Source");
    }

    static AwsException noDestination() {
        return missing("Delivery Destination");
    }

    static AwsException noDelivery() {
        return missing("Delivery");
    }

    static AwsException noLogs() {
        return LogsErrors.notFound("Cannot access provided service.");
    }

    private static AwsException missing(String kind) {
        return LogsErrors.notFound("Requested " + kind + " does not exist in this account.");
    }
}
