package io.vpclocal.endpoint.vpcendpoint;

import java.time.Duration;

/** AWS's limits on VPC endpoints (AWS PrivateLink Guide, "AWS PrivateLink quotas"). */
public final class EndpointLimits {

    public static final int INTERFACES_PER_VPC = 50;
    public static final int GATEWAYS_PER_REGION = 20;
    public static final int RESOURCES_PER_VPC = 200;
    public static final int SERVICE_NETWORKS_PER_VPC = 50;

    /** Not adjustable. */
    public static final int GATEWAYS_PER_VPC = 255;

    /** Not adjustable (Amazon VPC User Guide: "Amazon VPC quotas"). */
    public static final int GROUPS = 16;

    /** Domains of a resource or service network endpoint (EC2 API model). */
    static final int PRIVATE_DOMAINS = 10;

    /** Length of a domain name (RFC 1035). */
    static final int DOMAIN = 253;

    /**
     * How long a service's owner has to accept. AWS does not document it; seven days, as for peering connections, is
     * our guess.
     */
    static final Duration ACCEPTANCE = Duration.ofDays(7);

    private EndpointLimits() {}
}
