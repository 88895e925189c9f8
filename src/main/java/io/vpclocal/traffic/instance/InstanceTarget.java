package io.vpclocal.traffic.instance;

import io.vpclocal.network.networkinterface.AttachedInstances;
import io.vpclocal.network.networkinterface.OnlyInterface;
import io.vpclocal.network.routetable.RouteTableEntity;
import io.vpclocal.network.routetable.RouteTargetCheck;
import io.vpclocal.protocol.Scope;
import java.util.Collection;
import java.util.HashSet;
import java.util.Set;
import org.springframework.stereotype.Component;

/** Instances as route targets. A route to an instance that does not run is a blackhole. */
@Component
class InstanceTarget implements RouteTargetCheck {

    private final InstanceOwner instances;
    private final AttachedInstances attached;
    private final OnlyInterface interfaces;

    InstanceTarget(InstanceOwner instances, AttachedInstances attached, OnlyInterface interfaces) {
        this.instances = instances;
        this.attached = attached;
        this.interfaces = interfaces;
    }

    @Override
    public String idPrefix() {
        return Instances.KIND.prefix();
    }

    @Override
    public void requireUsable(RouteTableEntity table, String targetId) {
        if (!instances.exists(table.scope(), targetId)) {
            throw RouteTargetCheck.notFound(targetId);
        }
        interfaces.of(table.scope(), targetId);
    }

    @Override
    public Set<String> leading(Scope scope, Collection<String> targetIds) {
        Set<String> leading = new HashSet<>(instances.existing(scope, targetIds));
        leading.removeAll(attached.stopped(scope, targetIds));
        return leading;
    }
}
