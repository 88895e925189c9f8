package io.vpclocal.network.routetable;

import io.vpclocal.protocol.AwsException;
import io.vpclocal.protocol.Scope;
import java.util.Collection;
import java.util.Set;

/**
 * What one kind of thing says about being the target of routes. Implemented once per kind by the module that owns it; for
 * kinds without a check it is enough that the target exists.
 */
public interface RouteTargetCheck {

    /** The part of the ids before the dash, for example {@code nat}. */
    String idPrefix();

    /**
     * @param table the table that shall have the route, held for writing
     * @throws AwsException if there is no such target, or it cannot be a target of this table's routes
     */
    void requireUsable(RouteTableEntity table, String targetId);

    /** Those of the targets that still lead somewhere, in one query; routes to the others are black holes. */
    Set<String> leading(Scope scope, Collection<String> targetIds);

    /** {@code RouteNotSupported} for a VPC endpoint that is not of the type that routes can lead to. */
    static AwsException notSupported(RouteTableEntity table, String targetId) {
        return RouteTableErrors.endpointNotSupported(table.id(), targetId);
    }

    /** {@code InvalidParameterValue} for a target in another VPC than the table's. @param what {@code NAT gateway} */
    static AwsException differentNetworks(RouteTableEntity table, String what, String targetId) {
        return RouteTableErrors.differentNetworks(table.id(), what, targetId);
    }

    /** The error for a target that does not exist, in the words that AWS has for its kind in route actions. */
    static AwsException notFound(String targetId) {
        return RouteTarget.gateway(targetId).notFound();
    }
}
