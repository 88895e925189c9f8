package io.vpclocal.network.peering;

import java.time.Duration;

/** AWS's limits on peering connections (Amazon VPC User Guide: quotas; Amazon VPC Peering Guide: lifecycle). */
final class PeeringLimits {

    static final int ACTIVE_PER_VPC = 50;
    static final int OUTSTANDING_PER_VPC = 25;

    /** The time after which a request expires. */
    static final Duration ACCEPTANCE = Duration.ofDays(7);

    /** How long an ended connection stays visible to the side that ended it, or to the owner of both VPCs. */
    static final Duration SHORTLY_VISIBLE = Duration.ofHours(2);

    /** How long an ended connection stays visible to the other side. */
    static final Duration LONG_VISIBLE = Duration.ofDays(2);

    private PeeringLimits() {}
}
