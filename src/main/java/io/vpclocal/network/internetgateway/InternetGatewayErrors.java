package io.vpclocal.network.internetgateway;

import io.vpclocal.protocol.AwsException;

/** AWS's errors about gateways. */
final class InternetGatewayErrors {

    private InternetGatewayErrors() {}

    static AwsException malformedVpc(String id) {
        return new AwsException("InvalidVpcId.Malformed", "Invalid id: \"" + id + "\" (expecting \"vpc-...\")");
    }

    static AwsException alreadyAttached(String gatewayId, String vpcId) {
        return new AwsException(
                "Resource.AlreadyAssociated", "resource " + gatewayId + " is already attached to network " + vpcId);
    }

    static AwsException notAttached(String gatewayId, String vpcId) {
        return new AwsException(
                "Gateway.NotAttached", "resource " + gatewayId + " is not attached to network " + vpcId);
    }

    static AwsException vpcHasGateway(String vpcId) {
        return new AwsException(
                "InvalidParameterValue", "Network " + vpcId + " already has an internet gateway attached");
    }

    static AwsException vpcHasEgressOnlyGateway(String vpcId) {
        return new AwsException(
                "InvalidParameterValue", "Network " + vpcId + " already has an egress only internet gateway attached");
    }

    static AwsException publicAddressesMapped(String vpcId) {
        return new AwsException(
                "DependencyViolation",
                "Network " + vpcId + " has some mapped public address(es)."
                        + " Please unmap those public address(es) before detaching the gateway.");
    }

    static AwsException inUse(String gatewayId) {
        return new AwsException(
                "DependencyViolation",
                "The internetGateway '" + gatewayId + "' has dependencies and cannot be detached.");
    }
}
