package io.vpclocal.identity.sts;

/** AWS's limits on temporary credentials (STS API Reference). Durations are in seconds. */
final class StsLimits {

    static final int SHORTEST = 900;
    static final int LONGEST_ROLE_SESSION = 43_200;
    static final int DEFAULT_ROLE_SESSION = 3_600;
    static final int LONGEST_CHAINED_SESSION = 3_600;
    static final int LONGEST_TOKEN = 129_600;
    static final int DEFAULT_TOKEN = 43_200;
    static final int LONGEST_ROOT_TOKEN = 3_600;
    static final int SESSION_POLICY = 2_048;
    static final int POLICY_ARNS = 10;
    static final int TAGS = 50;
    static final int TAG_KEY = 128;
    static final int TAG_VALUE = 256;
    static final int ENCODED_MESSAGE = 10_240;

    private StsLimits() {}
}
