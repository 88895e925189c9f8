package io.vpclocal.network.routetable;

import io.vpclocal.protocol.AwsException;
import io.vpclocal.protocol.Scope;
import java.util.Collection;
import java.util.Set;

/**
 * Checks one kind of route target. Implemented once per kind by the module that owns it. For kinds without a check the
 * target only has to exist.
 */
public interface RouteTargetCheck {

    /** The prefix of the ids before the dash, for example {@code nat}. */
    String idPrefix();

    /**
     * @param table the table that gets the route, locked
     * @throws AwsException if the target does not exist, or this table cannot have routes to it
     */
    void requireUsable(RouteTableEntity table, String targetId);

    /** The targets whose routes are active, in one query. Routes to the others are black holes. */
    Set<String> leading(Scope scope, Collection<String> targetIds);

    /** {@code RouteNotSupported} for a VPC endpoint that is not of the type that routes can lead to. */
    static AwsException notSupported(RouteTableEntity table, String targetId) {
        return RouteTableErrors.endpointNotSupported(table.id(), targetId);
    }

    /** {@code InvalidParameterValue} for a target in another VPC than the table's. @param what {@code NAT gateway} */
    static AwsException differentNetworks(RouteTableEntity table, String what, String targetId) {
        return RouteTableErrors.differentNetworks(table.id(), what, targetId);
    }

    /** AWS's error for a target of this kind that does not exist. */
    static AwsException notFound(String targetId) {
        return RouteTarget.gateway(targetId).notFound();
    }
}
