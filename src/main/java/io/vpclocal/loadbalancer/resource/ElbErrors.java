package io.vpclocal.loadbalancer.resource;

import io.vpclocal.protocol.AwsException;

/** AWS's errors about load balancers. */
public final class ElbErrors {

    private static final String INVALID_CONFIGURATION = "InvalidConfigurationRequest";
    private static final String INVALID_SUBNET = "InvalidSubnet";

    private ElbErrors() {}

    public static AwsException validation(String text) {
        return new AwsException("ValidationError", text);
    }

    public static AwsException invalidConfiguration(String text) {
        return new AwsException(INVALID_CONFIGURATION, text);
    }

    /** @param what {@code load balancer}, {@code target group} or {@code listener} */
    public static AwsException notAnArn(String text, String what) {
        return validation("'" + text + "' is not a valid " + what + " ARN");
    }

    public static AwsException tooMany(LoadBalancerType type) {
        return new AwsException(
                "TooManyLoadBalancers", "You have reached the maximum number of " + type.wire() + " load balancers");
    }

    /** Recorded from AWS. */
    public static AwsException gatewayHasNo(String what, String verb) {
        return invalidConfiguration(what + " " + verb + " not supported for Gateway Load Balancers.");
    }

    /** Recorded from AWS. */
    public static AwsException addressTypeNotSupported(LoadBalancerType type) {
        return invalidConfiguration(
                "The specified IP address type is not supported on load balancers with type '" + type.wire() + "'.");
    }

    /** Recorded from AWS. */
    public static AwsException sourceNatOfNetworkOnly() {
        return invalidConfiguration(
                "'EnablePrefixForIpv6SourceNat' can only be specified for LoadBalancer type 'network'.");
    }

    /** Recorded from AWS for Application Load Balancers. */
    public static AwsException enforcementOfNetworkOnly() {
        return invalidConfiguration("This security group setting for PrivateLink traffic is only available for Network"
                + " Load Balancers with security groups");
    }

    public static AwsException subnetsOrMappings() {
        return validation("You must specify either subnets or subnet mappings");
    }

    public static AwsException subnetNotFound(String id) {
        return new AwsException("SubnetNotFound", "The subnet ID '" + id + "' does not exist");
    }

    public static AwsException sameZone() {
        return invalidConfiguration(
                "A load balancer cannot be attached to multiple subnets in the same Availability Zone");
    }

    /** Recorded from AWS. */
    public static AwsException twoZones() {
        return validation("At least two subnets in two different Availability Zones must be specified");
    }

    /** Recorded from AWS for Application Load Balancers. */
    public static AwsException elasticIpsNotFor(LoadBalancerType type) {
        return invalidConfiguration("Elastic IPs are not supported for load balancers with type '" + type.wire() + "'");
    }

    /** Our guess. */
    public static AwsException addressOfApplication() {
        return invalidConfiguration(
                "Private IPv4 addresses and IPv6 addresses cannot be specified for Application Load Balancers");
    }

    /** Our guess. */
    public static AwsException internetFacingOnly(String ipAddressType) {
        return invalidConfiguration(
                "IP address type '" + ipAddressType + "' is supported for internet-facing load balancers only");
    }

    public static AwsException subnetsOfSeveralVpcs() {
        return invalidConfiguration("All subnets must belong to the same VPC");
    }

    public static AwsException subnetFull(String id, int least) {
        return new AwsException(
                INVALID_SUBNET,
                "Not enough IP space available in " + id + ". ELB requires at least " + least
                        + " free IP addresses in each subnet.");
    }

    public static AwsException noInternetGateway(String vpcId) {
        return new AwsException(INVALID_SUBNET, "VPC " + vpcId + " has no internet gateway");
    }

    public static AwsException subnetWithoutIpv6() {
        return invalidConfiguration("You must specify subnets with an associated IPv6 CIDR block.");
    }

    public static AwsException subnetWithoutIpv4(String id) {
        return new AwsException(INVALID_SUBNET, "Subnet '" + id + "' has no IPv4 CIDR block");
    }

    public static AwsException subnetsCannotGo() {
        return invalidConfiguration("Subnet removal is not supported for Gateway Load Balancers. You must specify all"
                + " existing subnets along with any new ones.");
    }

    public static AwsException allocationNotFound(String id) {
        return new AwsException("AllocationIdNotFound", "The allocation ID '" + id + "' does not exist");
    }

    public static AwsException allocationInUse() {
        return new AwsException("ResourceInUse", "The allocation IDs are not available for use");
    }

    public static AwsException allocationForInternal() {
        return invalidConfiguration("Elastic IP addresses can be specified for internet-facing load balancers only");
    }

    /** Recorded from AWS. */
    public static AwsException privateAddressForInternal() {
        return invalidConfiguration(
                "You can only specify private IPv4 addresses for Network Load Balancers with scheme 'internal'.");
    }

    /** Our guess. */
    public static AwsException ipv6AddressForDualstack() {
        return invalidConfiguration("IPv6 addresses can be specified for dualstack load balancers only");
    }

    public static AwsException groupNotFound(String id) {
        return new AwsException("InvalidSecurityGroup", "Security group '" + id + "' does not exist");
    }

    public static AwsException groupOfOtherVpc() {
        return invalidConfiguration("One or more security groups are invalid");
    }

    public static AwsException tooManyGroups() {
        return invalidConfiguration("You have specified too many security groups");
    }

    /** Recorded from AWS. */
    public static AwsException createdWithoutGroups() {
        return invalidConfiguration(
                "You cannot set security groups on a Network Load Balancer which was created without any security"
                        + " groups.");
    }

    public static AwsException groupsCannotGo() {
        return invalidConfiguration("You must specify at least one security group");
    }

    public static AwsException notForType(String action, LoadBalancerType type) {
        return invalidConfiguration(action + " is not supported for load balancers of type '" + type.wire() + "'");
    }

    /** Recorded from AWS. */
    public static AwsException deletionProtected(String arn) {
        return new AwsException(
                "OperationNotPermitted",
                "Load balancer '" + arn + "' cannot be deleted because deletion protection is enabled");
    }

    /** Recorded from AWS. */
    public static AwsException usedByService(String arn) {
        return new AwsException(
                "ResourceInUse",
                "Load balancer '" + arn
                        + "' cannot be deleted because it is currently associated with another service");
    }
}
