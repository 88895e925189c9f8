package io.vpclocal.compute.placementgroup;

import io.vpclocal.protocol.Params;
import io.vpclocal.resource.Ec2Errors;
import java.util.List;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.ec2.model.CreatePlacementGroupRequest;

/**
 * How a placement group places its instances (EC2 API Reference, CreatePlacementGroup; User Guide for instances, placement
 * strategies).
 *
 * @param partitionCount null for other strategies than {@code partition}
 * @param spreadLevel null for other strategies than {@code spread}
 */
record PlacementStrategy(
        String name,
        @Nullable Integer partitionCount,
        @Nullable String spreadLevel) {

    static final String CLUSTER = "cluster";

    private static final String SPREAD = "spread";
    private static final String PARTITION = "partition";
    private static final List<String> NAMES = List.of(CLUSTER, SPREAD, PARTITION);

    /** The first is the default. */
    private static final List<String> SPREAD_LEVELS = List.of("rack", "host");

    /** UNVERIFIED: the default. Users of Terraform and Ansible get two partitions if they do not say how many. */
    private static final int PARTITIONS = 2;

    private static final int MOST_PARTITIONS = 7;

    /**
     * UNVERIFIED: a request without a strategy makes a cluster placement group.
     *
     * @throws io.vpclocal.protocol.AwsException if the parameters are invalid or do not go together
     */
    static PlacementStrategy of(CreatePlacementGroupRequest request) {
        String given = Params.given(request.strategyAsString());
        String name = given == null ? CLUSTER : given;
        if (!NAMES.contains(name)) {
            throw Ec2Errors.invalidValue("Strategy", name, "Expecting one of " + NAMES + ".");
        }
        return new PlacementStrategy(
                name, partitions(name, request.partitionCount()), level(name, request.spreadLevelAsString()));
    }

    private static @Nullable Integer partitions(String strategy, @Nullable Integer count) {
        if (!strategy.equals(PARTITION)) {
            if (count != null) {
                throw PlacementGroupErrors.onlyWith("PartitionCount", PARTITION);
            }
            return null;
        }
        if (count != null && (count < 1 || count > MOST_PARTITIONS)) {
            throw Ec2Errors.invalidValue(
                    "PartitionCount", count, "Expecting a value from 1 to " + MOST_PARTITIONS + ".");
        }
        return count == null ? Integer.valueOf(PARTITIONS) : count;
    }

    private static @Nullable String level(String strategy, @Nullable String given) {
        String level = Params.given(given);
        if (!strategy.equals(SPREAD)) {
            if (level != null) {
                throw PlacementGroupErrors.onlyWith("SpreadLevel", SPREAD);
            }
            return null;
        }
        if (level != null && !SPREAD_LEVELS.contains(level)) {
            throw Ec2Errors.invalidValue("SpreadLevel", level, "Expecting one of " + SPREAD_LEVELS + ".");
        }
        return level == null ? SPREAD_LEVELS.get(0) : level;
    }
}
