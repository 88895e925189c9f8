package io.vpclocal.network.routetable;

import io.vpclocal.network.networkinterface.AttachedInstances;
import io.vpclocal.network.networkinterface.Attachment;
import io.vpclocal.network.networkinterface.NetworkInterfaceEntity;
import io.vpclocal.network.networkinterface.NetworkInterfaces;
import io.vpclocal.protocol.Scope;
import io.vpclocal.resource.ResourceDirectory;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.springframework.stereotype.Component;

/**
 * Network interfaces as route targets. The interface must be in the table's VPC. Its routes are active if it is
 * detached or its instance runs.
 */
@Component
class NetworkInterfaceTarget extends VpcRouteTarget<NetworkInterfaceEntity> {

    private final NetworkInterfaces interfaces;
    private final ResourceDirectory directory;
    private final AttachedInstances instances;

    NetworkInterfaceTarget(NetworkInterfaces interfaces, ResourceDirectory directory, AttachedInstances instances) {
        super(NetworkInterfaces.KIND.prefix(), "interface");
        this.interfaces = interfaces;
        this.directory = directory;
        this.instances = instances;
    }

    @Override
    Optional<NetworkInterfaceEntity> find(Scope scope, String id) {
        return interfaces.find(scope, id);
    }

    @Override
    boolean belongsTo(NetworkInterfaceEntity target, Scope scope, String vpcId) {
        return target.vpcId().equals(vpcId);
    }

    @Override
    public Set<String> leading(Scope scope, Collection<String> targetIds) {
        Set<String> leading = new HashSet<>(directory.existing(scope, targetIds));
        Map<String, String> instanceOf = new HashMap<>();
        interfaces.findAll(scope, targetIds).forEach(one -> one.attachment()
                .map(Attachment::instanceId)
                .ifPresent(instanceId -> instanceOf.put(one.id(), instanceId)));
        Set<String> stopped = instances.stopped(scope, Set.copyOf(instanceOf.values()));
        leading.removeIf(id -> stopped.contains(instanceOf.getOrDefault(id, "")));
        return leading;
    }
}
