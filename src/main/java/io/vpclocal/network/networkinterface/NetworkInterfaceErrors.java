package io.vpclocal.network.networkinterface;

import io.vpclocal.protocol.AwsException;
import io.vpclocal.resource.Ec2Errors;
import java.util.Collection;

/** AWS's errors about network interfaces. */
final class NetworkInterfaceErrors {

    private static final String INVALID_VALUE = "InvalidParameterValue";
    private static final String COMBINATION = "InvalidParameterCombination";

    private NetworkInterfaceErrors() {}

    static AwsException notAnAddress(String text) {
        return new AwsException(INVALID_VALUE, "invalid value for parameter address: " + text);
    }

    static AwsException outsideSubnet() {
        return new AwsException(INVALID_VALUE, "Address does not fall within the subnet's address range");
    }

    static AwsException reserved() {
        return new AwsException(INVALID_VALUE, "Address is in subnet's reserved address range");
    }

    static AwsException addressInUse() {
        return new AwsException("InvalidIPAddress.InUse", "The specified address is already in use.");
    }

    /** This and the next are recorded from AWS. */
    static AwsException tooFewAddresses() {
        return new AwsException(INVALID_VALUE, "There aren't sufficient free Ipv4 addresses or prefixes");
    }

    static AwsException noFreePrefix() {
        return new AwsException(
                "InsufficientCidrBlocks",
                "The specified subnet does not have enough free cidr blocks to satisfy the request.");
    }

    static AwsException notAPrefix(String text, int length) {
        return new AwsException(
                INVALID_VALUE, "invalid value for parameter prefix: " + text + ". Expecting a /" + length + " prefix.");
    }

    static AwsException subnetFull() {
        return new AwsException(
                "InsufficientFreeAddressesInSubnet",
                "The specified subnet does not have enough free addresses to satisfy the request.");
    }

    /** Reported by users of AssignPrivateIpAddresses. */
    static AwsException tooManyAddresses() {
        return new AwsException("PrivateIpAddressLimitExceeded", "Number of private addresses will exceed limit.");
    }

    /** Reported by users of AttachNetworkInterface. */
    static AwsException tooManyInterfaces(int count, String instanceType) {
        return new AwsException(
                "AttachmentLimitExceeded", "Interface count " + count + " exceeds the limit for " + instanceType);
    }

    /** Reported by users of launches. */
    static AwsException noIpv6Support(String instanceType) {
        return new AwsException("UnsupportedOperation", "IPv6 addresses are not supported on " + instanceType);
    }

    /** EC2 API Reference; the code is our guess. */
    static AwsException withoutAddresses(String type) {
        return new AwsException(COMBINATION, "Network interfaces of type " + type + " do not support IP addresses.");
    }

    static AwsException noPrimaryIpv6() {
        return new AwsException(
                INVALID_VALUE,
                "Invalid value 'true' for enablePrimaryIpv6. The network interface has no IPv6 address.");
    }

    static AwsException primaryIpv6Stays() {
        return new AwsException(
                INVALID_VALUE,
                "Invalid value 'false' for enablePrimaryIpv6. A primary IPv6 address cannot be disabled.");
    }

    static AwsException moveNotAllowed(Collection<String> addresses) {
        return new AwsException(INVALID_VALUE, addresses + " assigned, but move is not allowed.");
    }

    /** Recorded from AWS. */
    static AwsException twoPrimaries() {
        return new AwsException(COMBINATION, "Only one primary private IP address can be specified.");
    }

    static AwsException addressTwice(String address) {
        return new AwsException(INVALID_VALUE, "The address " + address + " is specified more than once");
    }

    static AwsException noIpv4ToAssign() {
        return new AwsException(
                "InvalidParameter",
                "One of privateIpAddressSet or privateIpAddressCount or ipv4PrefixSet or ipv4PrefixCount must be"
                        + " specified.");
    }

    static AwsException noIpv6ToAssign() {
        return new AwsException("MissingParameter", "Either 'ipv6Addresses' or 'ipv6AddressCount' must be specified.");
    }

    static AwsException notPositive(String parameter, int count) {
        return Ec2Errors.invalidValue(parameter, count, "Value must be a positive number.");
    }

    static AwsException subnetWithout(String family, String subnetId) {
        return new AwsException(INVALID_VALUE, "The subnet '" + subnetId + "' has no " + family + " CIDR block");
    }

    static AwsException notAssigned(String interfaceId) {
        return new AwsException(
                INVALID_VALUE, "Some of the specified addresses are not assigned to interface " + interfaceId);
    }

    static AwsException primaryCannotGo(String address) {
        return Ec2Errors.invalidValue(
                "privateIpAddress", address, "The primary IP address of an interface cannot be" + " unassigned.");
    }

    static AwsException inUse(String interfaceId) {
        return new AwsException(INVALID_VALUE, "Network interface '" + interfaceId + "' is currently in use.");
    }

    static AwsException attached(String interfaceId) {
        return new AwsException("InvalidNetworkInterface.InUse", "Interface: [" + interfaceId + "] in use.");
    }

    static AwsException serviceAttachment() {
        return new AwsException("OperationNotPermitted", "You are not allowed to manage 'ela-attach' attachments.");
    }

    static AwsException attachmentNotFound(String attachmentId) {
        return new AwsException(
                "InvalidAttachmentID.NotFound", "The interface attachment '" + attachmentId + "' does not exist.");
    }

    static AwsException primaryInterface() {
        return new AwsException(
                "OperationNotPermitted",
                "The network interface at device index 0 and networkCard index 0 cannot be detached.");
    }

    /** A new interface has a code of its own for groups that do not exist. */
    static AwsException groupNotFound(String groupId) {
        return new AwsException(
                "InvalidSecurityGroupID.NotFound", "The securityGroup ID '" + groupId + "' does not exist");
    }

    static AwsException otherZone() {
        return new AwsException(
                COMBINATION,
                "You may not attach a network interface to an instance if they are not in the same availability zone");
    }

    static AwsException deviceTaken(String instanceId, int deviceIndex) {
        return new AwsException(
                INVALID_VALUE,
                "Instance '" + instanceId + "' already has an interface attached at device index '" + deviceIndex
                        + "'.");
    }

    static AwsException descriptionTooLong() {
        return new AwsException(
                INVALID_VALUE,
                "The description may have " + NetworkInterfaceLimits.DESCRIPTION_LENGTH + " characters at most");
    }

    static AwsException outOfRange(String parameter, int value, int least, int most) {
        return Ec2Errors.invalidValue(parameter, value, "Expecting a value from " + least + " to " + most + ".");
    }

    static AwsException severalOfInstance(String instanceId) {
        return new AwsException(
                "InvalidInstanceID",
                "There are multiple interfaces attached to instance '" + instanceId
                        + "'. Please specify an interface ID for the operation instead.");
    }
}
