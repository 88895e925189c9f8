package io.vpclocal.loadbalancer;

/** AWS's limits on load balancers (Elastic Load Balancing, "Quotas"; API Reference). */
final class ElbLimits {

    static final int NETWORK_LOAD_BALANCERS = 50;
    static final int GATEWAY_LOAD_BALANCERS = 100;
    static final int GROUPS_PER_LOAD_BALANCER = 5;
    static final int FREE_ADDRESSES = 8;

    static final int PAGE_SIZE = 400;
    static final int TAGS = 50;
    static final int TAG_KEY = 128;
    static final int TAG_VALUE = 256;

    private ElbLimits() {}
}
