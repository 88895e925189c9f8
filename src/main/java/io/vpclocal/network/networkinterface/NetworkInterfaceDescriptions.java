package io.vpclocal.network.networkinterface;

import io.vpclocal.network.securitygroup.SecurityGroupService;
import io.vpclocal.network.vpc.VpcService;
import io.vpclocal.protocol.Scope;
import io.vpclocal.resource.Describer;
import io.vpclocal.resource.Page;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.springframework.stereotype.Component;
import software.amazon.awssdk.services.ec2.model.DescribeNetworkInterfacesRequest;
import software.amazon.awssdk.services.ec2.model.DescribeNetworkInterfacesResponse;

/** DescribeNetworkInterfaces, and the data that responses show of interfaces. */
@Component
class NetworkInterfaceDescriptions {

    private final Describer describer;
    private final SecurityGroupService groups;
    private final VpcService vpcs;

    NetworkInterfaceDescriptions(Describer describer, SecurityGroupService groups, VpcService vpcs) {
        this.describer = describer;
        this.groups = groups;
        this.vpcs = vpcs;
    }

    DescribeNetworkInterfacesResponse describe(Scope scope, DescribeNetworkInterfacesRequest request) {
        Page<NetworkInterfaceEntity> page = describer.page(
                NetworkInterfaceFilters.with(new DnsNames(vpcs, scope)),
                NetworkInterfaceEntity.class,
                NetworkInterfaces.KIND,
                scope,
                request.networkInterfaceIds(),
                request.filters(),
                request.maxResults(),
                request.nextToken());
        NetworkInterfaceWire wire = wire(scope, page.items());
        return DescribeNetworkInterfacesResponse.builder()
                .networkInterfaces(page.map(wire::toWire, NetworkInterfaceEntity::id))
                .nextToken(page.nextToken())
                .build();
    }

    /** Reads the related resources of several interfaces together. */
    NetworkInterfaceWire wire(Scope scope, Collection<NetworkInterfaceEntity> shown) {
        Set<String> groupIds = new HashSet<>();
        Set<String> vpcIds = new HashSet<>();
        for (NetworkInterfaceEntity one : shown) {
            groupIds.addAll(one.groupIds());
            vpcIds.add(one.vpcId());
        }
        Map<String, String> groupNames = new HashMap<>();
        groups.findAll(scope, groupIds).forEach(group -> groupNames.put(group.id(), group.name()));
        return new NetworkInterfaceWire(groupNames, new DnsNames(vpcs, scope).of(vpcIds));
    }

    NetworkInterfaceWire wire(Scope scope, NetworkInterfaceEntity shown) {
        return wire(scope, List.of(shown));
    }
}
