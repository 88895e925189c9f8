package io.vpclocal.compute.placementgroup;

/** AWS's limits of placement groups (User Guide for instances). */
final class PlacementGroupLimits {

    static final int GROUPS_PER_REGION = 500;
    static final int NAME_LENGTH = 255;

    private PlacementGroupLimits() {}
}
