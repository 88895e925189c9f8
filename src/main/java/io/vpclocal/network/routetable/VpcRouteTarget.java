package io.vpclocal.network.routetable;

import io.vpclocal.protocol.Scope;
import java.util.Optional;

/**
 * A kind of route target that belongs to a VPC. A route table of another VPC cannot have routes to it.
 *
 * @param <T> the entity
 */
abstract class VpcRouteTarget<T> implements RouteTargetCheck {

    private final String idPrefix;
    private final String label;

    /** @param label what the error message calls it, such as {@code NAT gateway} */
    VpcRouteTarget(String idPrefix, String label) {
        this.idPrefix = idPrefix;
        this.label = label;
    }

    /** The target, if a route can be created to it. */
    abstract Optional<T> find(Scope scope, String id);

    /** Whether the target is in a VPC or attached to it. */
    abstract boolean belongsTo(T target, Scope scope, String vpcId);

    @Override
    public final String idPrefix() {
        return idPrefix;
    }

    @Override
    public final void requireUsable(RouteTableEntity table, String targetId) {
        T target = find(table.scope(), targetId).orElseThrow(() -> RouteTargetCheck.notFound(targetId));
        if (!belongsTo(target, table.scope(), table.vpcId())) {
            throw RouteTargetCheck.differentNetworks(table, label, targetId);
        }
    }
}
