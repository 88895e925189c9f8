package io.vpclocal.traffic.instance;

import io.vpclocal.compute.placementgroup.PlacementGroupEntity;
import org.jspecify.annotations.Nullable;

/**
 * The placement group of instances to create.
 *
 * @param partitionNumber null for any
 */
record LaunchPlacement(PlacementGroupEntity group, @Nullable Integer partitionNumber) {}
