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

/**
 * Interfaces use their subnet, its addresses, and their security groups. A resource id with a colon is a group's
 * association with a VPC.
 */
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
        int colon = resourceId.indexOf(':');
        if (colon > 0) {
            return interfaces.countInGroup(
                            scope.account(),
                            scope.region(),
                            resourceId.substring(0, colon),
                            resourceId.substring(colon + 1))
                    > 0;
        }
        return SecurityGroupService.KIND.wellFormed(resourceId)
                && interfaces.countInGroup(scope.account(), scope.region(), resourceId) > 0;
    }

    @Override
    public Map<String, Long> ipv4(Scope scope, Collection<String> subnetIds) {
        Map<String, Long> inUse = new HashMap<>();
        interfaces.countIpv4(subnetIds).forEach(row -> inUse.put(row.getSubnetId(), row.getAddresses()));
        interfaces.prefixesIn(subnetIds).stream()
                .filter(prefix -> prefix.cidr().v4())
                .forEach(prefix ->
                        inUse.merge(prefix.subnetId(), prefix.cidr().size().longValueExact(), Long::sum));
        return inUse;
    }

    @Override
    public boolean ipv6(Scope scope, String subnetId) {
        return interfaces.countIpv6(subnetId) > 0
                || interfaces.prefixesIn(subnetId).stream()
                        .anyMatch(prefix -> !prefix.cidr().v4());
    }
}
