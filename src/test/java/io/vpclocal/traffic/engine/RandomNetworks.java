package io.vpclocal.traffic.engine;

import static org.quicktheories.generators.SourceDSL.longs;

import io.vpclocal.traffic.address.Cidr;
import io.vpclocal.traffic.address.IpAddress;
import io.vpclocal.traffic.engine.Network.AclEntry;
import io.vpclocal.traffic.engine.Network.BlockPublicAccess;
import io.vpclocal.traffic.engine.Network.CidrPeer;
import io.vpclocal.traffic.engine.Network.GroupPeer;
import io.vpclocal.traffic.engine.Network.GroupRule;
import io.vpclocal.traffic.engine.Network.NetworkInterface;
import io.vpclocal.traffic.engine.Network.Peer;
import io.vpclocal.traffic.engine.Network.PrefixListPeer;
import io.vpclocal.traffic.engine.Network.PrivateAddress;
import io.vpclocal.traffic.engine.Network.Route;
import io.vpclocal.traffic.engine.Network.RouteTarget;
import io.vpclocal.traffic.engine.Network.TrafficMatch;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SplittableRandom;
import org.jspecify.annotations.Nullable;
import org.quicktheories.core.Gen;

/** Two VPCs with a bit of everything in few addresses and ports, so that rules and packets meet often. */
public final class RandomNetworks {

    public record Case(NetworkSnapshot.Builder parts, List<Flow> flows) {}

    private static final List<String> BLOCKS = List.of(
            "0.0.0.0/0",
            "0.0.0.0/0",
            "10.0.0.0/16",
            "10.0.1.0/24",
            "10.0.0.0/8",
            "10.1.0.0/24",
            "203.0.113.0/24",
            "52.216.0.0/15",
            "198.51.100.0/25",
            "::/0",
            "2001:db8:1::/56");
    private static final List<String> OUTSIDE =
            List.of("203.0.113.5", "52.216.3.4", "192.168.7.7", "198.51.100.200", "10.0.1.250", "2001:db8:ffff::1");
    private static final int[] PORTS = {22, 80, 443, 40000};

    private final SplittableRandom random;
    private final NetworkSnapshot.Builder parts = NetworkSnapshot.builder();
    private final Set<String> used = new HashSet<>();
    private final List<String> interfaceIds = new ArrayList<>();
    private final List<String> publicAddresses = new ArrayList<>();

    private RandomNetworks(long seed) {
        random = new SplittableRandom(seed);
    }

    public static Gen<Case> cases() {
        return longs().all().map(seed -> new RandomNetworks(seed).draw());
    }

    private Case draw() {
        vpc("vpc-1", 0, 3);
        vpc("vpc-2", 1, 2);
        for (int i = 0; i < 5; i++) {
            parts.add(group(i));
        }
        parts.add(new Network.PrefixList("pl-1", List.of(Cidr.parse("52.216.0.0/15"), Cidr.parse("10.0.1.0/28"))))
                .add(new Network.VpcEndpoint("vpce-1", "vpc-1", "s3", "pl-1", List.of(), false))
                .add(new Network.EgressOnlyInternetGateway("eigw-1", "vpc-1"))
                .add(new Network.PeeringConnection("pcx-1", "vpc-1", "vpc-2", chance(50)));
        for (int i = 0; i < 10; i++) {
            String subnet = i < 7 ? "vpc-1-subnet-" + random.nextInt(3) : "vpc-2-subnet-" + random.nextInt(2);
            List<String> groups = chance(70)
                    ? List.of("sg-" + random.nextInt(5), "sg-" + random.nextInt(5))
                    : List.of("sg-" + random.nextInt(5));
            networkInterface("eni-" + i, subnet, "interface", chance(40), groups, chance(70));
        }
        networkInterface("eni-nat", "vpc-1-subnet-0", "nat_gateway", chance(80), List.of(), false);
        parts.add(new Network.NatGateway("nat-1", chance(80), "eni-nat"));
        networkInterface("eni-tgw-1", "vpc-1-subnet-" + random.nextInt(3), "transit_gateway", false, List.of(), false);
        networkInterface("eni-tgw-2", "vpc-2-subnet-" + random.nextInt(2), "transit_gateway", false, List.of(), false);
        transitGateway();
        List<Flow> flows = new ArrayList<>();
        for (int i = 0; i < 12; i++) {
            flows.add(flow());
        }
        return new Case(parts, flows);
    }

    private void vpc(String id, int octet, int subnets) {
        BlockPublicAccess block = chance(85) ? BlockPublicAccess.OFF : pick(List.of(BlockPublicAccess.values()));
        List<Cidr> cidrs =
                List.of(Cidr.parse("10." + octet + ".0.0/16"), Cidr.parse("2001:db8:" + (octet + 1) + "::/56"));
        parts.add(new Network.Vpc(id, cidrs, chance(80), true, block));
        if (chance(85)) {
            parts.add(new Network.InternetGateway("igw-" + id, id));
        }
        for (int table = 0; table < 2; table++) {
            parts.add(new Network.RouteTable(id + "-rtb-" + table, id, table == 0, routes(id, octet)));
        }
        for (int acl = 0; acl < 2; acl++) {
            parts.add(new Network.NetworkAcl(id + "-acl-" + acl, id, acl == 0, aclEntries()));
        }
        for (int i = 0; i < subnets; i++) {
            List<Cidr> blocks = List.of(
                    Cidr.parse("10." + octet + "." + i + ".0/24"),
                    Cidr.parse("2001:db8:" + (octet + 1) + ":" + i + "::/64"));
            String table = chance(50) ? null : id + "-rtb-1";
            String acl = chance(50) ? null : id + "-acl-1";
            parts.add(new Network.Subnet(id + "-subnet-" + i, id, blocks, "us-east-1a", "use1-az1", table, acl));
        }
    }

    private List<Route> routes(String vpcId, int octet) {
        List<Route> routes = new ArrayList<>();
        routes.add(new Route(block("10." + octet + ".0.0/16"), RouteTarget.LOCAL, null, false, false));
        routes.add(new Route(block("2001:db8:" + (octet + 1) + "::/56"), RouteTarget.LOCAL, null, false, false));
        Set<String> taken = new HashSet<>();
        for (int i = random.nextInt(2, 7); i > 0; i--) {
            Peer destination = chance(20) ? new PrefixListPeer("pl-1") : block(pick(BLOCKS));
            if (taken.add(destination.toString())) {
                routes.add(route(vpcId, destination));
            }
        }
        return routes;
    }

    private Route route(String vpcId, Peer destination) {
        boolean blackhole = chance(8);
        boolean propagated = destination instanceof CidrPeer && chance(8);
        return switch (random.nextInt(8)) {
            case 0 -> new Route(destination, RouteTarget.NAT_GATEWAY, "nat-1", blackhole, propagated);
            case 1 -> new Route(destination, RouteTarget.VPC_PEERING_CONNECTION, "pcx-1", blackhole, propagated);
            case 2 -> new Route(destination, RouteTarget.GATEWAY_ENDPOINT, "vpce-1", blackhole, propagated);
            case 3 ->
                new Route(
                        destination, RouteTarget.NETWORK_INTERFACE, "eni-" + random.nextInt(10), blackhole, propagated);
            case 4 -> new Route(destination, RouteTarget.EGRESS_ONLY_INTERNET_GATEWAY, "eigw-1", blackhole, propagated);
            case 5 -> new Route(destination, RouteTarget.TRANSIT_GATEWAY, "tgw-1", blackhole, propagated);
            default -> new Route(destination, RouteTarget.INTERNET_GATEWAY, "igw-" + vpcId, blackhole, propagated);
        };
    }

    /** Attaches each VPC with some probability, to one table. */
    private void transitGateway() {
        for (int vpc = 1; vpc <= 2; vpc++) {
            if (chance(85)) {
                parts.add(new Network.TransitGatewayAttachment(
                        "tgw-attach-" + vpc,
                        "tgw-1",
                        "vpc-" + vpc,
                        Map.of("use1-az1", "eni-tgw-" + vpc),
                        chance(30),
                        chance(50),
                        chance(90) ? "tgw-rtb-1" : null));
            }
        }
        List<Network.TransitGatewayRoute> routes = new ArrayList<>();
        for (int i = random.nextInt(1, 5); i > 0; i--) {
            String to = chance(85) ? "tgw-attach-" + random.nextInt(1, 3) : null;
            routes.add(new Network.TransitGatewayRoute(Cidr.parse(pick(BLOCKS)), to, false));
        }
        parts.add(new Network.TransitGatewayRouteTable("tgw-rtb-1", routes));
    }

    private List<AclEntry> aclEntries() {
        List<AclEntry> entries = new ArrayList<>();
        for (Direction direction : Direction.values()) {
            for (int i = random.nextInt(3); i > 0; i--) {
                entries.add(new AclEntry(
                        10 * random.nextInt(1, 9) + i, direction, chance(60), match(), Cidr.parse(pick(BLOCKS))));
            }
            if (chance(85)) {
                entries.add(new AclEntry(100, direction, true, TrafficMatch.ALL, Cidr.parse("0.0.0.0/0")));
                entries.add(new AclEntry(101, direction, true, TrafficMatch.ALL, Cidr.parse("::/0")));
            }
        }
        return entries;
    }

    private Network.SecurityGroup group(int index) {
        List<GroupRule> rules = new ArrayList<>();
        for (int i = random.nextInt(5); i > 0; i--) {
            rules.add(rule("sgr-" + index + "-" + i));
        }
        if (chance(60)) {
            rules.add(new GroupRule("sgr-" + index + "-out", Direction.EGRESS, TrafficMatch.ALL, block("0.0.0.0/0")));
        }
        if (chance(40)) {
            rules.add(new GroupRule("sgr-" + index + "-in", Direction.INGRESS, TrafficMatch.ALL, block("0.0.0.0/0")));
        }
        return new Network.SecurityGroup("sg-" + index, "vpc-1", rules);
    }

    private GroupRule rule(String id) {
        return new GroupRule(id, pick(List.of(Direction.values())), match(), peer());
    }

    /** The same network with one more rule in a group. */
    public static NetworkSnapshot withAnyRule(Case drawn, long seed, int index) {
        Network.SecurityGroup group = drawn.parts().groups.get(index);
        List<GroupRule> rules = new ArrayList<>(group.rules());
        rules.add(anyRule(seed));
        drawn.parts().groups.set(index, new Network.SecurityGroup(group.id(), group.vpcId(), rules));
        return drawn.parts().build();
    }

    /** A rule for a test to add to a group. */
    static GroupRule anyRule(long seed) {
        return new RandomNetworks(seed).rule("sgr-added");
    }

    private Peer peer() {
        int kind = random.nextInt(10);
        if (kind < 6) {
            return block(pick(BLOCKS));
        }
        return kind < 9 ? new GroupPeer("sg-" + random.nextInt(6)) : new PrefixListPeer("pl-" + random.nextInt(3));
    }

    private TrafficMatch match() {
        int port = PORTS[random.nextInt(PORTS.length)];
        return switch (random.nextInt(6)) {
            case 0, 1 -> TrafficMatch.ALL;
            case 2 -> new TrafficMatch(6, port, port);
            case 3 -> new TrafficMatch(6, 0, chance(50) ? 65535 : port);
            case 4 -> new TrafficMatch(17, -1, -1);
            default -> new TrafficMatch(1, chance(50) ? 8 : -1, -1);
        };
    }

    private void networkInterface(
            String id, String subnet, String type, boolean withPublic, List<String> groups, boolean check) {
        int octet = subnet.startsWith("vpc-1") ? 0 : 1;
        String net = octet + "." + subnet.charAt(subnet.length() - 1) + ".";
        List<PrivateAddress> addresses = new ArrayList<>();
        for (int i = chance(30) ? 2 : 1; i > 0; i--) {
            IpAddress visible = null;
            if (withPublic) {
                String text = fresh("198.51.100.");
                publicAddresses.add(text);
                visible = IpAddress.parse(text);
            }
            addresses.add(new PrivateAddress(IpAddress.parse(fresh("10." + net)), visible));
        }
        List<IpAddress> v6 = chance(50)
                ? List.of(IpAddress.parse(
                        fresh("2001:db8:" + (octet + 1) + ":" + subnet.charAt(subnet.length() - 1) + "::")))
                : List.of();
        interfaceIds.add(id);
        List<String> distinct = groups.stream().distinct().toList();
        parts.add(new NetworkInterface(
                id, subnet, "123456789010", type, null, addresses, v6, distinct, check, chance(80)));
    }

    private String fresh(String prefix) {
        String text;
        do {
            text = prefix + random.nextInt(4, 30);
        } while (!used.add(text));
        return text;
    }

    private Flow flow() {
        Flow.Endpoint source = chance(75) ? someInterface() : Flow.address(pick(OUTSIDE.subList(0, 4)));
        Flow.Endpoint target = chance(55) ? someInterface() : Flow.address(pick(OUTSIDE));
        if (chance(15) && !publicAddresses.isEmpty()) {
            target = Flow.address(pick(publicAddresses));
        }
        int port = PORTS[random.nextInt(3)];
        Flow flow =
                switch (random.nextInt(5)) {
                    case 0 -> Flow.udp(source, target, 500, port);
                    case 1 -> Flow.icmpEcho(source, target);
                    case 2 -> Flow.ofProtocol(source, target, chance(70) ? 6 : 47);
                    default -> Flow.tcp(source, target, 40000, port);
                };
        return chance(15) ? flow.withOutcome(pick(List.of(Flow.Outcome.values()))) : flow;
    }

    private Flow.Endpoint someInterface() {
        return Flow.networkInterface(pick(interfaceIds));
    }

    private static Peer block(String text) {
        return new CidrPeer(Cidr.parse(text));
    }

    private boolean chance(int percent) {
        return random.nextInt(100) < percent;
    }

    private <T> T pick(List<T> from) {
        return from.get(random.nextInt(from.size()));
    }

    static @Nullable FlowVerdict evaluate(NetworkSnapshot network, Flow flow) {
        try {
            return Evaluator.evaluate(network, flow);
        } catch (UnresolvableFlowException none) {
            return null;
        }
    }
}
