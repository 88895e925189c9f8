package io.vpclocal.traffic.instance;

import io.vpclocal.protocol.AwsException;
import io.vpclocal.resource.Ec2Errors;
import java.util.List;

/** Errors of starting, stopping and running instances. */
final class InstanceErrors {

    private InstanceErrors() {}

    /** @param what {@code started} or {@code stopped} */
    static AwsException incorrectState(String id, String what) {
        return new AwsException(
                "IncorrectInstanceState",
                "The instance '" + id + "' is not in a state from which it can be " + what + ".");
    }

    static AwsException countsReversed(int least, int most) {
        return Ec2Errors.invalidValue("minCount", least, "It may not be more than maxCount (" + most + ").");
    }

    static AwsException countNotPositive(String parameter, int count) {
        return Ec2Errors.invalidValue(parameter, count, "Minimum value is 1.");
    }

    static AwsException tooMany(int most) {
        return new AwsException(
                "InstanceLimitExceeded", "You have requested more instances (" + most + ") than one call may make.");
    }

    static AwsException interfacesAnd(String what) {
        return new AwsException(
                "InvalidParameterCombination",
                "Network interfaces and an instance-level " + what + " may not be specified on the same request");
    }

    /** Reported by users. */
    static AwsException ipv6AddressesAndCount() {
        return new AwsException(
                "InvalidParameterCombination",
                "IPv6 addresses and IPv6 address count may not be specified on the same request");
    }

    /** Recorded from AWS. */
    static AwsException publicAddressOfSecondary() {
        return new AwsException(
                "InvalidParameterValue",
                "The associatePublicIPAddress parameter can only be specified for the network interface with DeviceIndex"
                        + " 0");
    }

    /** Recorded from AWS. */
    static AwsException enclaveWithHibernation() {
        return new AwsException(
                "InvalidParameterCombination",
                "You cannot enable Nitro Enclaves and hibernation on the same instance.");
    }

    /** Recorded from AWS. @param option {@code CoreCount} or {@code ThreadsPerCore} */
    static AwsException cpuOption(int value, String option, String type, List<Integer> valid) {
        return new AwsException(
                "InvalidParameterValue",
                "A value of " + value + " for " + option + " is not a valid value for the " + type
                        + " instance type. Valid values are " + valid + ".");
    }

    /** Reported by users. */
    static AwsException publicAddressOfSeveral() {
        return new AwsException(
                "InvalidParameterCombination",
                "The associatePublicIPAddress parameter cannot be specified when launching with multiple network"
                        + " interfaces.");
    }

    /** Reported by users. */
    static AwsException deviceMissing() {
        return new AwsException("InvalidBlockDeviceMapping", "Missing device name");
    }

    /** Reported by users. */
    static AwsException invalidDevice(String name) {
        return new AwsException("InvalidBlockDeviceMapping", "Invalid device name " + name);
    }

    /** Reported by users, who see the name without its path. */
    static AwsException deviceTwice(String device) {
        return new AwsException(
                "InvalidBlockDeviceMapping",
                "The device '" + device.substring(device.lastIndexOf('/') + 1)
                        + "' is used in more than one block-device mapping");
    }

    /** Our guess. */
    static AwsException primaryWithoutAddresses() {
        return new AwsException(
                "InvalidParameterCombination",
                "The primary network interface cannot be of type efa-only, which does not support IP addresses.");
    }

    static AwsException oneInstance(String what) {
        return new AwsException(
                "InvalidParameterCombination", "A " + what + " may be given for a single instance only.");
    }

    static AwsException malformedImage(String id) {
        return new AwsException("InvalidAMIID.Malformed", "Invalid id: \"" + id + "\" (expecting \"ami-...\")");
    }

    /** Reported by users of TerminateInstances. */
    static AwsException noInstances() {
        return new AwsException("InvalidParameterCombination", "No instances specified");
    }

    static AwsException unknownZone(String zone) {
        return new AwsException("InvalidParameterValue", "Invalid availability zone: [" + zone + "]");
    }

    static AwsException noPrimary() {
        return new AwsException("InvalidParameterCombination", "The network interface with device index 0 is missing.");
    }

    static AwsException noDefaultSubnet(String where) {
        return new AwsException(
                "MissingInput", "No subnets found for the default VPC '" + where + "'. Please specify a subnet.");
    }

    static AwsException noDefaultVpc() {
        return new AwsException(
                "VPCIdNotSpecified",
                "No default VPC for this user. GroupName is only supported for EC2-Classic and default VPC.");
    }

    /** @param name {@code disableApiTermination} or {@code disableApiStop} */
    static AwsException isProtected(String id, String what, String name) {
        return new AwsException(
                "OperationNotPermitted",
                "The instance '" + id + "' may not be " + what + ". Modify its '" + name
                        + "' instance attribute and try again.");
    }

    static AwsException notStopped(String id) {
        return new AwsException("IncorrectInstanceState", "The instance '" + id + "' is not in the 'stopped' state.");
    }

    static AwsException architecture(String ofType, String ofImage) {
        return new AwsException(
                "InvalidParameterValue",
                "The architecture '" + ofType + "' of the specified instance type does not match the architecture '"
                        + ofImage + "' of the specified AMI. Specify an instance type and an AMI that have matching"
                        + " architectures, and try again. You can use 'describe-instance-types' or 'describe-images' to"
                        + " discover the architecture of the instance type or AMI.");
    }

    static AwsException badUserData() {
        return new AwsException("InvalidParameterValue", "Invalid BASE64 encoding of user data.");
    }

    static AwsException longUserData(String what, int most) {
        return new AwsException("InvalidParameterValue", what + " is limited to " + most + " bytes");
    }

    static AwsException unknownType(String name) {
        return new AwsException(
                "InvalidParameterValue", "The following supplied instance types do not exist: [" + name + "]");
    }

    /** Of RunInstances. */
    static AwsException invalidType(String name) {
        return new AwsException("InvalidParameterValue", "Invalid value '" + name + "' for InstanceType.");
    }

    /** The text is recorded from RunInstances. UNVERIFIED: ModifyInstanceCreditSpecification. */
    static AwsException noCredits(String type) {
        return new AwsException(
                "InvalidParameterCombination", "The " + type + " instance type does not support T2 Unlimited.");
    }

    static AwsException noSuchDevice(String id, String device) {
        return new AwsException(
                "InvalidInstanceAttributeValue",
                "No device is currently mapped at " + device + " on the instance '" + id + "'");
    }

    static AwsException groupOfOtherVpc(String groupId, String subnetId) {
        return new AwsException(
                "InvalidParameter",
                "Security group " + groupId + " and subnet " + subnetId + " belong to different networks.");
    }

    /** Reported by users of launches. */
    static AwsException emptyGroup() {
        return Ec2Errors.invalidValue("groupId", "", "The value cannot be empty");
    }

    static AwsException groupNotFound(String name, String vpcId) {
        return new AwsException(
                "InvalidGroup.NotFound", "The security group '" + name + "' does not exist in VPC '" + vpcId + "'");
    }

    static AwsException groupNamesInOtherVpc() {
        return new AwsException(
                "InvalidParameterCombination", "The parameter groupName cannot be used with the parameter subnet");
    }
}
