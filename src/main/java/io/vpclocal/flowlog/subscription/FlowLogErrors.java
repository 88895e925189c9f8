package io.vpclocal.flowlog.subscription;

import io.vpclocal.flowlog.record.InvalidRecordFormatException;
import io.vpclocal.protocol.AwsException;
import java.util.Collection;
import java.util.Objects;

/** EC2's errors for flow logs. */
final class FlowLogErrors {

    private FlowLogErrors() {}

    static AwsException noResources() {
        return new AwsException(
                "MissingParameter",
                "The request must include the ResourceIds parameter. Add the required parameter and retry the request.");
    }

    static AwsException tooMany(String what, int limit) {
        return new AwsException("InvalidParameterValue", "A request can name " + limit + " " + what + " at most");
    }

    static AwsException groupAndDestination() {
        return invalid("Please only provide LogGroupName or only provide LogDestination.");
    }

    static AwsException noDestination() {
        return invalid("LogDestination can't be empty if LogGroupName is not provided.");
    }

    static AwsException groupOfOtherType() {
        return invalid("LogDestination type must be cloud-watch-logs if LogGroupName is provided.");
    }

    static AwsException roleMissing() {
        return invalid("DeliverLogsPermissionArn can't be empty if LogDestinationType is cloud-watch-logs.");
    }

    static AwsException roleNotApplicable() {
        return invalid("DeliverLogsPermissionArn is not applicable for s3 delivery");
    }

    static AwsException oneOfTwoRoles() {
        return invalid("When providing a role for cross-account delivery, both the DeliverLogsPermissionArn and"
                + " DeliverCrossAccountRole fields must be set.");
    }

    static AwsException crossAccountOnlyForFirehose() {
        return invalid("DeliverCrossAccountRole is only applicable for kinesis-data-firehose delivery");
    }

    static AwsException optionsOnlyForS3() {
        return invalid("DestinationOptions are only applicable for s3 delivery");
    }

    static AwsException invalidDestination(String arn) {
        return invalid("LogDestination " + arn + " is not valid");
    }

    static AwsException reservedPrefix() {
        return invalid("LogDestination can't contain the reserved term AWSLogs");
    }

    static AwsException interval() {
        return invalid("Invalid Flow Log Max Aggregation Interval.");
    }

    static AwsException transitGatewayInterval() {
        return invalid("max-aggregation-interval other than 60 sec / 1 min is not supported when the resource-type is"
                + " TransitGateway or TransitGatewayAttachment");
    }

    static AwsException transitGatewayTrafficType() {
        return invalid("traffic-type is not supported when the resource-type is TransitGateway or"
                + " TransitGatewayAttachment");
    }

    static AwsException longFormat() {
        return new AwsException("InvalidParameterValue", "The log format is too long");
    }

    static AwsException format(InvalidRecordFormatException error) {
        return new AwsException(error.code(), Objects.requireNonNull(error.getMessage()));
    }

    static AwsException roleNotAssumable(String roleArn) {
        return invalid("Unable to assume given IAM role: '" + roleArn + "'");
    }

    static AwsException transitGatewayNotFound(String id) {
        return new AwsException(
                "InvalidTransitGatewayID.NotFound", "Transit Gateway " + id + " was deleted or does not exist.");
    }

    static AwsException attachmentNotFound(String id) {
        return new AwsException(
                "InvalidTransitGatewayAttachmentID.NotFound",
                "Transit Gateway Attachment " + id + " was deleted or does not exist.");
    }

    static AwsException natGatewayNotFound(String id) {
        return new AwsException("NatGatewayNotFound", "The Nat Gateway " + id + " was not found");
    }

    static AwsException exists() {
        return new AwsException(
                "FlowLogAlreadyExists",
                "Error. There is an existing Flow Log with the same configuration and log destination.");
    }

    static AwsException limitExceeded(String resourceId) {
        return new AwsException(
                "FlowLogsLimitExceeded",
                "The maximum number of flow logs for the resource '" + resourceId + "' has been reached.");
    }

    static AwsException malformedId() {
        return new AwsException(
                "InvalidParameterValue",
                "1 validation error detected: Value null at 'flowLogId' has an invalid format");
    }

    static AwsException notFound(Collection<String> ids) {
        return new AwsException(
                "InvalidFlowLogId.NotFound",
                "These flow log ids in the input list are not found: [TotalCount: " + ids.size() + "] "
                        + String.join(" ", ids));
    }

    static AwsException templateOnlyForS3(String id) {
        return new AwsException("InvalidParameterValue", "The flow log '" + id + "' does not deliver to Amazon S3");
    }

    static AwsException integrationsOutOfRange() {
        return new AwsException(
                "InvalidParameterValue",
                "IntegrateService must name 1 to " + FlowLogLimits.ATHENA_INTEGRATIONS + " Athena integrations");
    }

    static AwsException periodReversed() {
        return new AwsException("InvalidParameterValue", "PartitionEndDate must not be before PartitionStartDate");
    }

    private static AwsException invalid(String message) {
        return new AwsException("InvalidParameter", message);
    }
}
