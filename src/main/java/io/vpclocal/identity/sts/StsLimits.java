package io.vpclocal.identity.sts;

/** AWS's limits on temporary credentials that its model does not have (STS API Reference). Durations are in seconds. */
final class StsLimits {

    static final int DEFAULT_ROLE_SESSION = 3_600;
    static final int LONGEST_CHAINED_SESSION = 3_600;
    static final int DEFAULT_TOKEN = 43_200;
    static final int LONGEST_ROOT_TOKEN = 3_600;
    static final int SESSION_POLICY = 2_048;
    static final int POLICY_ARNS = 10;

    private StsLimits() {}
}
