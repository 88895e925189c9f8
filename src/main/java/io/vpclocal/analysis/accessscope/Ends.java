package io.vpclocal.analysis.accessscope;

import io.vpclocal.analysis.reach.PathEnd;
import io.vpclocal.traffic.address.Cidr;
import io.vpclocal.traffic.engine.Network;
import io.vpclocal.traffic.engine.NetworkInventory;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/**
 * All ends of paths in a network. Interfaces of one subnet with the same groups are equivalent if no rule or route
 * distinguishes their addresses. Traffic reaches all of them or none, so only one is analyzed.
 */
final class Ends {

    private final NetworkInventory parts;
    private final TreeSet<Long> cuts = new TreeSet<>();
    private final Set<String> nextHops = new HashSet<>();

    Ends(NetworkInventory parts) {
        this.parts = parts;
        for (Network.NetworkInterface one : parts.interfaces()) {
            one.groupIds().stream()
                    .map(parts::group)
                    .filter(group -> group != null)
                    .forEach(group -> group.rules().forEach(rule -> cut(parts.cidrs(rule.peer()))));
            parts.aclOf(one.subnetId()).entries().forEach(entry -> cut(List.of(entry.cidr())));
            parts.tableOf(one.subnetId()).routes().forEach(route -> {
                cut(parts.cidrs(route.destination()));
                if (route.targetId() != null) {
                    nextHops.add(route.targetId());
                }
            });
        }
    }

    private void cut(List<Cidr> blocks) {
        for (Cidr block : blocks) {
            if (!block.base().isV6()) {
                cuts.add(block.base().number());
                cuts.add(block.last().number() + 1);
            }
        }
    }

    /** Records an address at which a statement begins or ends. */
    void cut(long address) {
        cuts.add(address);
    }

    List<End> all() {
        List<End> ends = new ArrayList<>();
        for (Network.NetworkInterface one : parts.interfaces()) {
            if (!one.addresses().isEmpty()) {
                ends.add(networkInterface(one));
            }
        }
        parts.internetGateways()
                .forEach(gateway -> ends.add(new End(
                        new PathEnd.InternetGateway(gateway.id(), gateway.vpcId()),
                        Set.of(gateway.id()),
                        "AWS::EC2::InternetGateway",
                        null,
                        true)));
        for (Network.VpcEndpoint endpoint : parts.endpoints()) {
            String list = endpoint.prefixListId();
            if (list != null) {
                ends.add(new End(
                        new PathEnd.GatewayEndpoint(endpoint.id(), endpoint.vpcId(), list),
                        Set.of(endpoint.id()),
                        "AWS::EC2::VPCEndpoint",
                        null,
                        false));
            }
        }
        parts.peerings()
                .forEach(peering -> ends.add(new End(
                        new PathEnd.Peering(peering.id()),
                        Set.of(peering.id()),
                        "AWS::EC2::VPCPeeringConnection",
                        null,
                        true)));
        return ends;
    }

    private End networkInterface(Network.NetworkInterface one) {
        Set<String> ids = new HashSet<>(one.groupIds());
        ids.add(one.id());
        ids.add(one.subnetId());
        ids.add(parts.vpcOf(one));
        if (one.instanceId() != null) {
            ids.add(one.instanceId());
        }
        String endpoint = parts.endpointOf(one.id());
        String type = "";
        if (endpoint != null) {
            ids.add(endpoint);
            type = "AWS::EC2::VPCEndpoint";
        }
        return new End(
                new PathEnd.Interfaces(one.id(), List.of(one.id()), endpoint != null),
                ids,
                type,
                one,
                endpoint == null);
    }

    /** Equal for equivalent ends. */
    List<Object> kind(End end) {
        Network.NetworkInterface one = end.at();
        if (one == null || nextHops.contains(one.id()) || one.interfaceType().equals("nat_gateway")) {
            return List.of(end.pathEnd().id());
        }
        return List.of(
                one.subnetId(),
                one.groupIds(),
                one.interfaceType(),
                one.sourceDestCheck(),
                parts.stopped(one.id()),
                end.type(),
                one.addresses().stream().map(this::cell).toList());
    }

    private List<Object> cell(Network.PrivateAddress address) {
        Long below = cuts.floor(address.address().number());
        return List.of(below == null ? -1L : below, address.publicAddress() != null);
    }
}
