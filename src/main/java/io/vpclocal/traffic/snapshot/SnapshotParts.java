package io.vpclocal.traffic.snapshot;

import io.vpclocal.network.InternetBlockMode;
import io.vpclocal.network.RuleTraffic;
import io.vpclocal.network.networkacl.NetworkAclEntity;
import io.vpclocal.network.networkacl.NetworkAclRule;
import io.vpclocal.network.networkinterface.Attachment;
import io.vpclocal.network.networkinterface.InterfaceAddress;
import io.vpclocal.network.networkinterface.NetworkInterfaceEntity;
import io.vpclocal.network.networkinterface.PublicAssociation;
import io.vpclocal.network.peering.PeeringConnection;
import io.vpclocal.network.routetable.RouteDestination;
import io.vpclocal.network.routetable.RouteEntity;
import io.vpclocal.network.routetable.RouteTableEntity;
import io.vpclocal.network.securitygroup.RulePeer;
import io.vpclocal.network.securitygroup.SecurityGroupEntity;
import io.vpclocal.network.securitygroup.SecurityGroupRuleEntity;
import io.vpclocal.network.subnet.SubnetEntity;
import io.vpclocal.network.vpc.VpcEntity;
import io.vpclocal.traffic.address.Cidr;
import io.vpclocal.traffic.address.IpAddress;
import io.vpclocal.traffic.engine.Direction;
import io.vpclocal.traffic.engine.Network;
import io.vpclocal.traffic.engine.Network.RouteTarget;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Converts rows of the network's modules to parts of a snapshot. */
final class SnapshotParts {

    private static final String LOCAL = "local";

    /** Later entries are the final deny of every ACL. */
    private static final int LAST_WRITTEN_RULE = 32_766;

    /** By the prefix of the target's id. */
    private static final Map<String, RouteTarget> TARGETS = Map.of(
            "igw", RouteTarget.INTERNET_GATEWAY,
            "eigw", RouteTarget.EGRESS_ONLY_INTERNET_GATEWAY,
            "nat", RouteTarget.NAT_GATEWAY,
            "eni", RouteTarget.NETWORK_INTERFACE,
            "vpce", RouteTarget.GATEWAY_ENDPOINT,
            "pcx", RouteTarget.VPC_PEERING_CONNECTION,
            "tgw", RouteTarget.TRANSIT_GATEWAY,
            "vgw", RouteTarget.VIRTUAL_PRIVATE_GATEWAY,
            "cagw", RouteTarget.CARRIER_GATEWAY,
            "lgw", RouteTarget.LOCAL_GATEWAY);

    private SnapshotParts() {}

    static Network.Vpc vpc(VpcEntity vpc, InternetBlockMode mode) {
        return new Network.Vpc(
                vpc.id(),
                vpc.cidrs().stream().map(SnapshotParts::cidr).toList(),
                vpc.dnsSupport(),
                vpc.dnsHostnames(),
                mode(mode));
    }

    static Network.BlockPublicAccess mode(InternetBlockMode mode) {
        return switch (mode) {
            case OFF -> Network.BlockPublicAccess.OFF;
            case BIDIRECTIONAL -> Network.BlockPublicAccess.BIDIRECTIONAL;
            case INGRESS -> Network.BlockPublicAccess.INGRESS;
        };
    }

    static Network.PeeringConnection peering(PeeringConnection connection) {
        return new Network.PeeringConnection(
                connection.id(),
                connection.requester().vpcId(),
                connection.accepter().vpcId(),
                connection.sameRegion());
    }

    static Network.Subnet subnet(SubnetEntity subnet, @Nullable String routeTableId, @Nullable String networkAclId) {
        return new Network.Subnet(
                subnet.id(),
                subnet.vpcId(),
                Stream.concat(subnet.cidr().stream(), subnet.ipv6Cidr().stream())
                        .map(SnapshotParts::cidr)
                        .toList(),
                subnet.availabilityZone(),
                subnet.availabilityZoneId(),
                routeTableId,
                networkAclId);
    }

    static Network.NetworkInterface networkInterface(NetworkInterfaceEntity of) {
        return new Network.NetworkInterface(
                of.id(),
                of.subnetId(),
                of.account(),
                interfaceType(of),
                instanceOf(of).orElse(null),
                Stream.concat(of.ipv4().stream().map(SnapshotParts::address), delegated(of))
                        .toList(),
                of.ipv6().stream()
                        .map(address -> IpAddress.parse(address.address()))
                        .toList(),
                of.groupIds(),
                of.sourceDestCheck(),
                true);
    }

    /** EC2 describes the interfaces of Application Load Balancers as ordinary ones of Elastic Load Balancing. */
    private static String interfaceType(NetworkInterfaceEntity of) {
        boolean balancer = "interface".equals(of.interfaceType()) && "amazon-elb".equals(of.requesterId());
        return balancer ? Network.APPLICATION_LOAD_BALANCER : of.interfaceType();
    }

    static Optional<String> instanceOf(NetworkInterfaceEntity of) {
        return of.attachment().map(Attachment::instanceId);
    }

    static int deviceIndex(NetworkInterfaceEntity of) {
        return of.attachment().map(Attachment::deviceIndex).orElse(Integer.MAX_VALUE);
    }

    /** The addresses of delegated IPv4 prefixes. */
    private static Stream<Network.PrivateAddress> delegated(NetworkInterfaceEntity of) {
        return of.prefixes().stream().filter(prefix -> prefix.v4()).flatMap(prefix -> LongStream.range(
                        0, prefix.size().longValueExact())
                .mapToObj(offset -> new Network.PrivateAddress(IpAddress.parse(prefix.at(offset)), null)));
    }

    private static Network.PrivateAddress address(InterfaceAddress address) {
        return new Network.PrivateAddress(
                IpAddress.parse(address.address()),
                address.association()
                        .map(PublicAssociation::publicIp)
                        .map(IpAddress::parse)
                        .orElse(null));
    }

    static Network.SecurityGroup group(SecurityGroupEntity group) {
        return new Network.SecurityGroup(
                group.id(),
                group.vpcId(),
                group.rules().stream().map(SnapshotParts::rule).toList());
    }

    private static Network.GroupRule rule(SecurityGroupRuleEntity rule) {
        return new Network.GroupRule(rule.id(), direction(rule.egress()), match(rule.traffic()), peer(rule.peer()));
    }

    private static Network.Peer peer(RulePeer peer) {
        if (peer instanceof RulePeer.Group group) {
            return new Network.GroupPeer(group.id());
        }
        if (peer instanceof RulePeer.PrefixList list) {
            return new Network.PrefixListPeer(list.id());
        }
        return new Network.CidrPeer(Cidr.parse(peer.text()));
    }

    static Network.NetworkAcl acl(NetworkAclEntity acl) {
        return new Network.NetworkAcl(
                acl.id(),
                acl.vpcId(),
                acl.isDefault(),
                Stream.concat(acl.rules(true).stream(), acl.rules(false).stream())
                        .filter(rule -> rule.number() <= LAST_WRITTEN_RULE)
                        .map(SnapshotParts::entry)
                        .toList());
    }

    private static Network.AclEntry entry(NetworkAclRule rule) {
        return new Network.AclEntry(
                rule.number(), direction(rule.egress()), rule.allow(), match(rule.traffic()), cidr(rule.cidr()));
    }

    /**
     * @param nextHops the interface of each instance and appliance that receives the packets
     * @param vpnGateways the attached virtual private gateways
     */
    static Network.RouteTable table(RouteTableEntity table, Map<String, String> nextHops, Set<String> vpnGateways) {
        List<Network.Route> routes = table.routes().stream()
                .map(route -> route(route, nextHops, vpnGateways))
                .toList();
        return new Network.RouteTable(table.id(), table.vpcId(), table.main(), routes);
    }

    private static Network.Route route(RouteEntity route, Map<String, String> nextHops, Set<String> vpnGateways) {
        Network.Peer to = destination(route.destination());
        String target = route.target();
        if (target.equals(LOCAL)) {
            return new Network.Route(to, RouteTarget.LOCAL, null, false, false);
        }
        String prefix = target.substring(0, Math.max(0, target.indexOf('-')));
        String nextHop = nextHops.get(target);
        if (nextHop != null || prefix.equals("i")) {
            return new Network.Route(
                    to, RouteTarget.NETWORK_INTERFACE, nextHop == null ? target : nextHop, nextHop == null, false);
        }
        RouteTarget kind = TARGETS.get(prefix);
        if (kind == null) {
            throw new IllegalStateException("A route leads to " + target + ", which is of an unknown kind");
        }
        boolean detached = kind == RouteTarget.VIRTUAL_PRIVATE_GATEWAY && !vpnGateways.contains(target);
        return new Network.Route(to, kind, target, detached, route.propagated());
    }

    private static Network.Peer destination(RouteDestination destination) {
        return destination.kind() == RouteDestination.Kind.PREFIX_LIST
                ? new Network.PrefixListPeer(destination.text())
                : new Network.CidrPeer(Cidr.parse(destination.text()));
    }

    private static Network.TrafficMatch match(RuleTraffic traffic) {
        return new Network.TrafficMatch(traffic.protocol(), traffic.from(), traffic.to());
    }

    private static Direction direction(boolean egress) {
        return egress ? Direction.EGRESS : Direction.INGRESS;
    }

    static Cidr cidr(io.vpclocal.network.Cidr cidr) {
        return Cidr.parse(cidr.toString());
    }
}
