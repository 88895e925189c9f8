package io.vpclocal.network.transitgateway;

import io.vpclocal.network.Cidr;
import io.vpclocal.protocol.AwsException;
import io.vpclocal.resource.ResourceKind;
import java.util.Collection;
import org.jspecify.annotations.Nullable;

/**
 * AWS's errors about transit gateways, as users of AWS report them. Where a comment says so, only the code is known:
 * clients of AWS handle it.
 */
final class TransitErrors {

    private static final ResourceKind SUBNET = new ResourceKind(
            "subnet", "subnet", "Subnet", "InvalidSubnetID", "InvalidSubnetID", ResourceKind.DELETED_OR_MISSING);

    private TransitErrors() {}

    /** The value of a required parameter, or AWS's error, which these actions word differently from others. */
    static String require(@Nullable String value, String parameter) {
        if (value == null || value.isEmpty()) {
            throw new AwsException("MissingParameter", "Missing required parameter in request: " + parameter + ".");
        }
        return value;
    }

    static AwsException hasAttachments(String gatewayId, Collection<String> attachmentIds) {
        return incorrectState(
                gatewayId + " has non-deleted VPC Attachments: " + String.join(", ", attachmentIds) + ".");
    }

    /** The text is our guess. */
    static AwsException notAvailable(String id) {
        return incorrectState(id + " is in invalid state");
    }

    static AwsException alreadyAttached(String gatewayId) {
        return new AwsException(
                "DuplicateTransitGatewayAttachment",
                gatewayId + " has non-deleted Transit Gateway Attachments with same VPC ID.");
    }

    static AwsException severalSubnetsInZone() {
        return new AwsException("DuplicateSubnetsInSameZone", "Duplicate Subnets for same AZ");
    }

    static AwsException noFreeAddress() {
        return new AwsException("InsufficientFreeAddressesInSubnet", "Insufficient Free IP Addresses in subnet.");
    }

    /** Unlike other actions, these name the subnet so. */
    static AwsException noSubnet(String subnetId) {
        return SUBNET.missing(subnetId);
    }

    /** Our guess. */
    static AwsException subnetOfOtherVpc(String subnetId, String vpcId) {
        return new AwsException(
                "InvalidParameterValue", "Subnet " + subnetId + " does not belong to VPC " + vpcId + ".");
    }

    /** Our guess. */
    static AwsException noIpv6(String subnetId) {
        return new AwsException(
                "InvalidParameterValue", "Subnet " + subnetId + " has no IPv6 CIDR block, which Ipv6Support needs.");
    }

    /** Our guess. */
    static AwsException noSubnetLeft(String attachmentId) {
        return new AwsException("InvalidParameterValue", "At least one subnet of " + attachmentId + " must remain.");
    }

    /** Our guess. */
    static AwsException subnetNotAttached(String subnetId, String attachmentId) {
        return new AwsException(
                "InvalidParameterValue", "Subnet " + subnetId + " is not part of " + attachmentId + ".");
    }

    static AwsException alreadyAssociated(String attachmentId) {
        return new AwsException(
                "Resource.AlreadyAssociated",
                "Transit Gateway Attachment " + attachmentId + " is already associated to a route table.");
    }

    /** The code is AWS's, the text our guess. */
    static AwsException notAssociated(String attachmentId, String tableId) {
        return new AwsException(
                "InvalidAssociation.NotFound",
                "Association of " + attachmentId + " with Transit Gateway Route Table " + tableId + " does not exist.");
    }

    /** The code is AWS's, the text our guess. */
    static AwsException alreadyPropagated(String attachmentId, String tableId) {
        return new AwsException(
                "TransitGatewayRouteTablePropagation.Duplicate",
                "Propagation " + attachmentId + " already exists in Transit Gateway Route Table " + tableId + ".");
    }

    /** The code is AWS's, the text our guess. */
    static AwsException notPropagated(String attachmentId, String tableId) {
        return new AwsException(
                "TransitGatewayRouteTablePropagation.NotFound",
                "Propagation " + attachmentId + " does not exist in Transit Gateway Route Table " + tableId + ".");
    }

    /** Our guess. */
    static AwsException otherGateway(String attachmentId, String tableId) {
        return new AwsException(
                "InvalidParameterValue",
                attachmentId + " and " + tableId + " do not belong to the same transit gateway.");
    }

    /** Our guess. */
    static AwsException tableInUse(String tableId, Collection<String> attachmentIds) {
        return incorrectState(tableId + " has associations: " + String.join(", ", attachmentIds) + ".");
    }

    /** Our guess. */
    static AwsException defaultTable(String tableId) {
        return incorrectState("Cannot delete default Transit Gateway Route Table " + tableId + ".");
    }

    static AwsException routeExists(Cidr destination, String tableId) {
        return new AwsException(
                "RouteAlreadyExists",
                "Route " + destination + " already exists in Transit Gateway Route Table " + tableId + ".");
    }

    /** The code is AWS's, the text our guess. */
    static AwsException noRoute(Cidr destination, String tableId) {
        return new AwsException(
                "InvalidRoute.NotFound",
                "Route " + destination + " does not exist in Transit Gateway Route Table " + tableId + ".");
    }

    /** Recorded from AWS for a table that is missing. UNVERIFIED: the text for one that is given with {@code disable}. */
    static AwsException defaultTableConflict(boolean on, String option, String tableOption, @Nullable String tableId) {
        return new AwsException(
                "InvalidParameterCombination",
                (on ? "enable " : "disable ") + option + " conflicts with " + tableOption + " " + tableId);
    }

    /** Recorded from AWS. UNVERIFIED: the code. */
    static AwsException blackholeWithTarget() {
        return new AwsException(
                "InvalidParameterCombination",
                "The request must contain exactly one of Blackhole, or TransitGatewayAttachmentId");
    }

    /** The text is recorded for IPv4. */
    static AwsException longBlock(String text, boolean v4, int longest) {
        return new AwsException(
                "InvalidParameterValue",
                (v4 ? "IPv4" : "IPv6") + " Transit Gateway CIDR blocks must have a mask length of " + longest
                        + " or shorter. Invalid block: " + text);
    }

    private static AwsException incorrectState(String message) {
        return new AwsException("IncorrectState", message);
    }
}
