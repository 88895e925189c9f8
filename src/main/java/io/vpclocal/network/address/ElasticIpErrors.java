package io.vpclocal.network.address;

import io.vpclocal.protocol.AwsException;
import io.vpclocal.resource.Ec2Errors;

/** AWS's errors about Elastic IP addresses. */
final class ElasticIpErrors {

    private static final String ALREADY_ASSOCIATED = "Resource.AlreadyAssociated";

    private ElasticIpErrors() {}

    static AwsException addressNotFound(String publicIp) {
        return new AwsException("InvalidAddress.NotFound", "Address '" + publicIp + "' not found.");
    }

    /** Recorded from AllocateAddress. */
    static AwsException notAvailable(String publicIp) {
        return new AwsException(
                "InvalidAddress.NotFound",
                "The Elastic IP address '" + publicIp + "' does not exist or is not available.");
    }

    /** This text and the next come from tests of AWS's Kubernetes controllers, which run against AWS. */
    static AwsException malformedPool(String pool) {
        return new AwsException("InvalidParameterValue", "invalid value for parameter pool: " + pool);
    }

    static AwsException poolAndAddress() {
        return Ec2Errors.notTogether("PublicIpv4Pool", "Address");
    }

    static AwsException notAssociated(String publicIp) {
        return new AwsException(
                "InvalidAddress.NotFound", "Address '" + publicIp + "' is not associated with a network interface.");
    }

    static AwsException inUse(String publicIp) {
        return new AwsException("InvalidIPAddress.InUse", "Address " + publicIp + " is in use.");
    }

    static AwsException alreadyAssociated(String resourceId, String associationId) {
        return new AwsException(
                ALREADY_ASSOCIATED,
                "resource " + resourceId + " is already associated with associate-id " + associationId);
    }

    static AwsException noGateway(String vpcId) {
        return new AwsException("Gateway.NotAttached", "Network " + vpcId + " is not attached to any internet gateway");
    }

    /**
     * The text that compatible APIs copy from AWS. UNVERIFIED: ReleaseAddress and DisassociateAddress.
     *
     * @param other {@code allocation} or {@code association}
     */
    static AwsException publicIpAnd(String other) {
        return new AwsException(
                "InvalidParameterCombination",
                "You may specify public IP or " + other + " id, but not both in the same call");
    }

    static AwsException noTarget() {
        return new AwsException("MissingParameter", "Either instance ID or network interface id must be specified");
    }

    static AwsException noAddress() {
        return new AwsException("MissingParameter", "Either public IP or allocation id must be specified");
    }

    static AwsException releasedByPublicIp() {
        return new AwsException(
                "InvalidParameterValue", "You must specify an allocation id when releasing a VPC elastic IP address");
    }

    static AwsException noAssociation() {
        return new AwsException("MissingParameter", "Either public IP or association id must be specified");
    }

    static AwsException noSuchPrivateAddress(String privateIp, String interfaceId) {
        return new AwsException(
                "InvalidParameterValue",
                "The address " + privateIp + " is not assigned to network interface '" + interfaceId + "'");
    }

    /** The code is AWS's (EC2 API Reference, error codes), the text our guess. */
    static AwsException locked(String publicIp) {
        return new AwsException(
                "InvalidAddress.Locked",
                "Address '" + publicIp + "' cannot be released because it has a reverse DNS record.");
    }

    static AwsException notADomain(String name) {
        return Ec2Errors.invalidValue("domainName", name, "Expecting a domain name.");
    }
}
