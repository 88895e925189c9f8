package io.vpclocal.network.subnet;

import io.vpclocal.protocol.AwsException;
import io.vpclocal.resource.Ec2Errors;
import java.util.List;

/** AWS's errors about subnets. */
final class SubnetErrors {

    private SubnetErrors() {}

    static AwsException outOfRange(String cidr) {
        return new AwsException("InvalidSubnet.Range", "The CIDR '" + cidr + "' is invalid.");
    }

    static AwsException conflict(String cidr) {
        return new AwsException("InvalidSubnet.Conflict", "The CIDR '" + cidr + "' conflicts with another subnet");
    }

    static AwsException noSuchZone(String zone, String parameter, List<String> zones) {
        return Ec2Errors.invalidValue(
                parameter,
                zone,
                "Subnets can currently only be created in the following availability zones: " + String.join(", ", zones)
                        + ".");
    }

    static AwsException nameOrId() {
        return new AwsException(
                "InvalidParameterCombination", "AvailabilityZone and AvailabilityZoneId cannot be used together");
    }

    static AwsException nativeWithIpv4() {
        return new AwsException(
                "InvalidParameterCombination",
                "When specifying ipv4 parameters, cidrBlock or ipv4IpamPoolId, you cannot set ipv6Native to true.");
    }

    /** UNVERIFIED: code and text. */
    static AwsException resourceNameOnly(String subnetId) {
        return new AwsException(
                "InvalidParameterCombination",
                "The subnet '" + subnetId + "' is IPv6-only. Its instances can only have names of type resource-name.");
    }

    static AwsException nativeWithoutIpv6() {
        return new AwsException("MissingParameter", "Either 'ipv6CidrBlock' or 'ipv6IpamPoolId' should be provided.");
    }

    static AwsException noDefaultVpc() {
        return new AwsException("DefaultVpcDoesNotExist", "No default VPC exists for this account in this region.");
    }

    static AwsException defaultExists(String subnetId, String zone) {
        return new AwsException(
                "DefaultSubnetAlreadyExistsInAvailabilityZone",
                "'" + subnetId + "' is already the default subnet in " + zone + ".");
    }

    static AwsException noRoomForDefault() {
        return new AwsException(
                "InsufficientCidrBlocks", "The default VPC has no free CIDR block for another default subnet.");
    }

    static AwsException ipv6Associated(String subnetId) {
        return new AwsException(
                "SubnetCidrLimitExceeded",
                "The subnet '" + subnetId + "' has met its maximum number of allowed IPv6 CIDRs: 1");
    }

    static AwsException associationNotFound(String id) {
        return Ec2Errors.notFound(
                "InvalidSubnetCidrBlockAssociationID.NotFound", "subnet CIDR block association ID", id);
    }

    static AwsException onlyCidr(String associationId) {
        return new AwsException(
                "OperationNotPermitted",
                "The subnet CIDR block with association ID " + associationId
                        + " may not be disassociated. It is the only CIDR block of the subnet");
    }

    static AwsException ipv6Assigned(String associationId) {
        return new AwsException(
                "InvalidCidrBlock.InUse",
                "The subnet IPv6 CIDR block with association ID " + associationId
                        + " may not be disassociated, because its subnet has assign-ipv6-address-on-creation set to"
                        + " true.");
    }

    static AwsException ipv6InUse(String cidr) {
        return new AwsException(
                "InvalidCidrBlock.InUse",
                "The subnet CIDR block '" + cidr + "' is in use by a network interface and cannot be removed");
    }

    static AwsException noIpv6(String subnetId, String attribute) {
        return new AwsException(
                "InvalidParameterValue",
                "Invalid value 'true' for " + attribute + ". Cannot set " + attribute + " to true unless the subnet ("
                        + subnetId + ") has an IPv6 CIDR block associated with it.");
    }

    static AwsException noIpv4(String subnetId, String attribute) {
        return new AwsException(
                "InvalidParameterValue",
                "Invalid value 'true' for " + attribute + ". Subnet '" + subnetId + "' is an IPv6-only subnet.");
    }
}
