package io.vpclocal.network.natgateway;

import io.vpclocal.protocol.AwsException;

/** AWS's errors about NAT gateways. The actions on NAT gateways use other texts than the rest. */
final class NatGatewayErrors {

    private NatGatewayErrors() {}

    static AwsException notFound(String id) {
        return new AwsException("NatGatewayNotFound", "NAT gateway " + id + " was not found");
    }

    static AwsException malformed(String id) {
        return new AwsException("NatGatewayMalformed", "NAT gateway ID " + id + " is malformed");
    }

    /** This and the next two come from tests of AWS's Kubernetes controllers, which run against AWS. */
    static AwsException malformedSubnet(String id) {
        return new AwsException("InvalidSubnet", "The subnet ID '" + id + "' is malformed");
    }

    static AwsException malformedAllocation(String id) {
        return new AwsException("InvalidElasticIpID.Malformed", "The elastic-ip ID '" + id + "' is malformed");
    }

    static AwsException noAllocation() {
        return new AwsException(
                "MissingParameter",
                "The request must include the AllocationId parameter. Add the required parameter and retry the"
                        + " request.");
    }

    static AwsException allocationOfPrivate() {
        return new AwsException(
                "InvalidParameterCombination", "AllocationId cannot be specified for a private NAT gateway");
    }
}
