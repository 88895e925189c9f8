package io.vpclocal.network.routetable;

/** AWS's limits on route tables (Amazon VPC User Guide, quotas). */
final class RouteTableLimits {

    static final int TABLES_PER_VPC = 200;

    /** Routes of one address family, without local routes. A prefix list counts as its weight. */
    static final int ROUTES_PER_TABLE = 500;

    private RouteTableLimits() {}
}
