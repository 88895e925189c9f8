package io.vpclocal.network.blockpublicaccess;

import java.time.Duration;

/** AWS's limits on VPC Block Public Access (Amazon VPC User Guide: quotas). */
final class BlockPublicAccessLimits {

    static final int EXCLUSIONS_PER_REGION = 50;

    /** How long a deleted exclusion stays visible (our guess). */
    static final Duration REMEMBERED = Duration.ofHours(1);

    private BlockPublicAccessLimits() {}
}
