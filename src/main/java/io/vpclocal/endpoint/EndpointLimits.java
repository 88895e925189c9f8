package io.vpclocal.endpoint;

import java.time.Duration;

/** AWS's limits on VPC endpoints (AWS PrivateLink Guide, "AWS PrivateLink quotas"). */
final class EndpointLimits {

    static final int INTERFACES_PER_VPC = 50;
    static final int GATEWAYS_PER_REGION = 20;

    /** Not adjustable. */
    static final int GATEWAYS_PER_VPC = 255;

    /** Not adjustable (Amazon VPC User Guide: "Amazon VPC quotas"). */
    static final int GROUPS = 16;

    /** How long a service's owner has to accept; AWS does not say, so as long as for a peering connection (our guess). */
    static final Duration ACCEPTANCE = Duration.ofDays(7);

    private EndpointLimits() {}
}
