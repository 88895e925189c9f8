package io.vpclocal.endpointservice.hosted;

import io.vpclocal.protocol.AwsException;
import io.vpclocal.resource.Ec2Errors;

/** AWS's errors for owners of endpoint services. Texts without a source in the tests are our guess. */
final class HostedErrors {

    private static final String INVALID = "InvalidParameter";

    private HostedErrors() {}

    static AwsException oneKindOfLoadBalancer() {
        return new AwsException(
                INVALID, "exactly one of network_load_balancer_arn or gateway_load_balancer_arn is a required member");
    }

    /** @param kind {@code Network} or {@code Gateway} */
    static AwsException malformedArn(String kind, String arn) {
        return Ec2Errors.malformed("Invalid" + kind + "LoadBalancerArn.Malformed", kind + " Load Balancer ARN", arn);
    }

    static AwsException noLoadBalancer(String kind, String arn) {
        return Ec2Errors.notFound("Invalid" + kind + "LoadBalancerArn.NotFound", kind + " Load Balancer ARN", arn);
    }

    static AwsException notOfService(String what, String value, String serviceId) {
        return new AwsException(
                INVALID, "The " + what + " " + value + " is not associated with the service " + serviceId + ".");
    }

    static AwsException noneLeft(String what) {
        return new AwsException(INVALID, "An endpoint service must have at least one " + what + ".");
    }

    static AwsException loadBalancerLacksIpv6(String arn) {
        return new AwsException(
                INVALID, "The load balancer " + arn + " must have the IP address type dualstack to support ipv6.");
    }

    static AwsException noSuchAddressType(String type) {
        return Ec2Errors.invalidValue("supportedIpAddressType", type, "Expecting ipv4 or ipv6.");
    }

    static AwsException noSuchRegion(String region) {
        return new AwsException(INVALID, "The Region " + region + " is not a supported Region.");
    }

    static AwsException hostRegionStays(String region) {
        return new AwsException(
                INVALID,
                "The Region " + region + " hosts the service and cannot be removed from its supported Regions.");
    }

    static AwsException onlyForNetwork(String parameter) {
        return new AwsException(INVALID, parameter + " is not supported for services with Gateway Load Balancers.");
    }

    static AwsException badPrivateName(String name) {
        return new AwsException(INVALID, "The private DNS name " + name + " is not valid.");
    }

    static AwsException nameSetAndRemoved() {
        return Ec2Errors.notTogether("privateDnsName", "removePrivateDnsName");
    }

    static AwsException noNameToVerify(String serviceId) {
        return new AwsException(INVALID, "The service " + serviceId + " does not have a private DNS name.");
    }

    static AwsException connected() {
        return new AwsException(
                "ExistingVpcEndpointConnections", "Service has existing active VPC Endpoint connections!");
    }

    /** DeleteVpcEndpointServiceConfigurations has another text than the actions that fail as a whole. */
    static AwsException nothingToDelete(String id) {
        return Ec2Errors.notFound("InvalidVpcEndpointService.NotFound", "VpcEndpointService Id", id);
    }

    static AwsException invalidPrincipal(String principal) {
        return new AwsException("InvalidPrincipal", "Invalid Principal: '" + principal + "'");
    }

    static AwsException unsupportedCharacters(String value) {
        return new AwsException("InvalidFilter", "The filter value " + value + " contains unsupported characters");
    }
}
