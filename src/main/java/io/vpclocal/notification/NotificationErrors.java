package io.vpclocal.notification;

import io.vpclocal.protocol.AwsException;
import io.vpclocal.resource.Ec2Errors;

/** AWS's errors about connection notifications. Texts without a source in the tests are our guess. */
final class NotificationErrors {

    private static final String INVALID = "InvalidParameter";

    private NotificationErrors() {}

    /** The code for unknown and for malformed ids. */
    static AwsException noSuchNotification(String id) {
        return Ec2Errors.notFound("InvalidConnectionNotification", "connection notification", id);
    }

    static AwsException noSuchEvent(String event) {
        return Ec2Errors.invalidValue("connectionEvents", event, "Expecting Accept, Connect, Delete or" + " Reject.");
    }

    static AwsException noTopic(String arn) {
        return new AwsException(INVALID, "The connection notification ARN '" + arn + "' is not an Amazon SNS topic.");
    }

    static AwsException serviceAndEndpoint() {
        return Ec2Errors.notTogether("serviceId", "vpcEndpointId");
    }

    static AwsException notAnInterface(String endpointId) {
        return new AwsException(
                INVALID,
                "The VPC endpoint " + endpointId
                        + " cannot have connection notifications: they are for Interface VPC Endpoints only.");
    }
}
