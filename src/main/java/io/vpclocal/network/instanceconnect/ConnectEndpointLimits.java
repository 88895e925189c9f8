package io.vpclocal.network.instanceconnect;

/** AWS's limits on EC2 Instance Connect Endpoints (Amazon EC2 User Guide, quotas). */
final class ConnectEndpointLimits {

    static final int PER_REGION = 5;
    static final int PER_VPC = 1;

    private ConnectEndpointLimits() {}
}
