package io.vpclocal.network.natgateway;

import io.vpclocal.protocol.AwsException;

/** What AWS says of NAT gateways it does not accept. The gateway's own actions word this unlike all others. */
final class NatGatewayErrors {

    private NatGatewayErrors() {}

    static AwsException notFound(String id) {
        return new AwsException("NatGatewayNotFound", "NAT gateway " + id + " was not found");
    }

    static AwsException malformed(String id) {
        return new AwsException("NatGatewayMalformed", "NAT gateway ID " + id + " is malformed");
    }

    static AwsException allocationOfPrivate() {
        return new AwsException(
                "InvalidParameterCombination", "AllocationId cannot be specified for a private NAT gateway");
    }
}
