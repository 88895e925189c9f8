package io.vpclocal.notification;

import io.vpclocal.protocol.AwsException;

/** AWS's errors about connection notifications. Texts without a source in the tests are our guess. */
final class NotificationErrors {

    private static final String INVALID = "InvalidParameter";

    private NotificationErrors() {}

    /** The code for unknown and for malformed ids. */
    static AwsException noSuchNotification(String id) {
        return new AwsException(
                "InvalidConnectionNotification", "The connection notification '" + id + "' does not exist");
    }

    static AwsException noSuchEvent(String event) {
        return new AwsException(
                "InvalidParameterValue",
                "Value (" + event + ") for parameter connectionEvents is invalid. Expecting Accept, Connect, Delete or"
                        + " Reject.");
    }

    static AwsException noTopic(String arn) {
        return new AwsException(INVALID, "The connection notification ARN '" + arn + "' is not an Amazon SNS topic.");
    }

    static AwsException serviceAndEndpoint() {
        return new AwsException(
                "InvalidParameterCombination",
                "The parameter serviceId cannot be used with the parameter vpcEndpointId");
    }

    static AwsException notAnInterface(String endpointId) {
        return new AwsException(
                INVALID,
                "The VPC endpoint " + endpointId
                        + " cannot have connection notifications: they are for Interface VPC Endpoints only.");
    }
}
