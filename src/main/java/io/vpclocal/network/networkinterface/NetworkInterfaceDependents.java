package io.vpclocal.network.networkinterface;

import io.vpclocal.network.securitygroup.SecurityGroupService;
import io.vpclocal.network.subnet.AddressUse;
import io.vpclocal.network.subnet.SubnetService;
import io.vpclocal.protocol.Scope;
import io.vpclocal.resource.Dependents;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import org.springframework.stereotype.Component;

/** Interfaces use their subnet, its addresses, and their security groups. */
@Component
class NetworkInterfaceDependents implements Dependents, AddressUse {

    private final NetworkInterfaceRepository interfaces;

    NetworkInterfaceDependents(NetworkInterfaceRepository interfaces) {
        this.interfaces = interfaces;
    }

    @Override
    public boolean dependOn(Scope scope, String resourceId) {
        if (SubnetService.KIND.wellFormed(resourceId)) {
            return interfaces.countInSubnet(scope.account(), scope.region(), resourceId) > 0;
        }
        return SecurityGroupService.KIND.wellFormed(resourceId)
                && interfaces.countInGroup(scope.account(), scope.region(), resourceId) > 0;
    }

    @Override
    public Map<String, Long> ipv4(Scope scope, Collection<String> subnetIds) {
        Map<String, Long> inUse = new HashMap<>();
        interfaces.countIpv4(subnetIds).forEach(row -> inUse.put(row.getSubnetId(), row.getAddresses()));
        return inUse;
    }

    @Override
    public boolean ipv6(Scope scope, String subnetId) {
        return interfaces.countIpv6(subnetId) > 0;
    }
}
