package io.vpclocal.endpointservice.hosted;

/** AWS's limits on endpoint services that customers host. */
final class HostedLimits {

    /** Items of a page (EC2 API model: DescribeVpcEndpointServiceConfigurations and similar actions). */
    static final int PAGE = 1000;

    /** Length of a private DNS name (AWS PrivateLink Guide: "Manage DNS names for VPC endpoint services"). */
    static final int PRIVATE_NAME = 255;

    /** Letters and digits of a verification's record. */
    static final int VERIFICATION_TOKEN = 20;

    private HostedLimits() {}
}
