package io.vpclocal.loadbalancer.resource;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import software.amazon.awssdk.services.elasticloadbalancingv2.model.Limit;

/** AWS's limits on load balancers (Elastic Load Balancing, "Quotas"; API Reference). */
public final class ElbLimits {

    public static final int APPLICATION_LOAD_BALANCERS = 50;
    public static final int NETWORK_LOAD_BALANCERS = 50;
    public static final int GATEWAY_LOAD_BALANCERS = 100;
    public static final int GROUPS_PER_LOAD_BALANCER = 5;
    public static final int FREE_ADDRESSES = 8;
    public static final int TARGET_GROUPS = 3_000;
    public static final int TARGETS_PER_GROUP = 1_000;
    public static final int LISTENERS_PER_LOAD_BALANCER = 50;
    public static final int RULES_PER_LOAD_BALANCER = 100;
    public static final int CONDITION_VALUES_PER_RULE = 5;
    public static final int CONDITION_WILDCARDS_PER_RULE = 6;
    public static final int CERTIFICATES_PER_LOAD_BALANCER = 25;
    public static final int MOST_PRIORITY = 50_000;
    public static final int ZONES_OF_APPLICATION = 2;
    public static final int TARGET_GROUPS_PER_ACTION = 5;
    public static final int MOST_WEIGHT = 999;
    public static final int MOST_PORT = 65_535;

    static final int PAGE_SIZE = 400;
    public static final int RESOURCES_PER_TAG_REQUEST = 20;
    static final int TAGS = 50;
    static final int TAG_KEY = 128;
    static final int TAG_VALUE = 256;

    /** How often reserved capacity can be decreased per day. */
    public static final int CAPACITY_DECREASES = 2;

    private ElbLimits() {}

    /** As DescribeAccountLimits names them, in the order of their names. */
    public static List<Limit> ofAccount() {
        Map<String, Integer> limits = new TreeMap<>();
        limits.put("application-load-balancers", APPLICATION_LOAD_BALANCERS);
        limits.put("condition-values-per-alb-rule", CONDITION_VALUES_PER_RULE);
        limits.put("condition-wildcards-per-alb-rule", CONDITION_WILDCARDS_PER_RULE);
        limits.put("gateway-load-balancers", GATEWAY_LOAD_BALANCERS);
        limits.put("gateway-load-balancers-per-vpc", GATEWAY_LOAD_BALANCERS);
        limits.put("geneve-target-groups", 100);
        limits.put("listeners-per-application-load-balancer", LISTENERS_PER_LOAD_BALANCER);
        limits.put("listeners-per-network-load-balancer", LISTENERS_PER_LOAD_BALANCER);
        limits.put("network-load-balancers", NETWORK_LOAD_BALANCERS);
        limits.put("rules-per-application-load-balancer", RULES_PER_LOAD_BALANCER);
        limits.put("target-groups", TARGET_GROUPS);
        limits.put("target-groups-per-action-on-application-load-balancer", TARGET_GROUPS_PER_ACTION);
        limits.put("target-groups-per-action-on-network-load-balancer", TARGET_GROUPS_PER_ACTION);
        limits.put("target-groups-per-application-load-balancer", 100);
        limits.put("targets-per-application-load-balancer", 1_000);
        limits.put("targets-per-availability-zone-per-gateway-load-balancer", 300);
        limits.put("targets-per-availability-zone-per-network-load-balancer", 500);
        limits.put("targets-per-network-load-balancer", 3_000);
        return limits.entrySet().stream()
                .map(limit -> Limit.builder()
                        .name(limit.getKey())
                        .max(String.valueOf(limit.getValue()))
                        .build())
                .toList();
    }
}
