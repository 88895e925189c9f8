package io.vpclocal.network.instanceconnect;

import io.vpclocal.protocol.AwsException;
import io.vpclocal.protocol.CommonErrors;

/** Errors about EC2 Instance Connect Endpoints. */
final class ConnectEndpointErrors {

    private ConnectEndpointErrors() {}

    /** AWS documents the quota, which cannot be raised. Code and text are our guess. */
    static AwsException vpcHasEndpoint(String vpcId) {
        return new AwsException(
                "InstanceConnectEndpointLimitExceeded",
                "The maximum number of EC2 Instance Connect Endpoints for the VPC " + vpcId + " has been reached.");
    }

    static AwsException addressTypeStays() {
        return CommonErrors.notHere("changing the IP address type of an EC2 Instance Connect Endpoint");
    }
}
