package io.vpclocal.logs.delivery;

import io.vpclocal.logs.LogsErrors;
import io.vpclocal.protocol.AwsException;

/** The errors of deliveries. The codes are documented. UNVERIFIED: the messages. */
final class DeliveryErrors {

    private DeliveryErrors() {}

    static AwsException validation(String text) {
        return new AwsException("ValidationException", text);
    }

    static AwsException conflict(String text) {
        return new AwsException("ConflictException", text);
    }

    static AwsException noSource(String name) {
        return LogsErrors.notFound("Delivery source '" + name + "' does not exist.");
    }

    static AwsException noDestination(String name) {
        return LogsErrors.notFound("Delivery destination '" + name + "' does not exist.");
    }

    static AwsException noDelivery(String id) {
        return LogsErrors.notFound("Delivery '" + id + "' does not exist.");
    }
}
