package io.vpclocal.traffic.engine;

import io.vpclocal.traffic.address.Cidr;
import io.vpclocal.traffic.address.IpAddress;
import io.vpclocal.traffic.engine.Network.AclEntry;
import io.vpclocal.traffic.engine.Network.AwsService;
import io.vpclocal.traffic.engine.Network.BlockPublicAccess;
import io.vpclocal.traffic.engine.Network.CidrPeer;
import io.vpclocal.traffic.engine.Network.GroupPeer;
import io.vpclocal.traffic.engine.Network.GroupRule;
import io.vpclocal.traffic.engine.Network.NetworkAcl;
import io.vpclocal.traffic.engine.Network.NetworkInterface;
import io.vpclocal.traffic.engine.Network.Peer;
import io.vpclocal.traffic.engine.Network.PrefixListPeer;
import io.vpclocal.traffic.engine.Network.PrivateAddress;
import io.vpclocal.traffic.engine.Network.Route;
import io.vpclocal.traffic.engine.Network.RouteTable;
import io.vpclocal.traffic.engine.Network.RouteTarget;
import io.vpclocal.traffic.engine.Network.SecurityGroup;
import io.vpclocal.traffic.engine.Network.Subnet;
import io.vpclocal.traffic.engine.Network.TrafficMatch;
import io.vpclocal.traffic.engine.Network.Vpc;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * A VPC 10.0.0.0/16 with a public subnet 10.0.0.0/24 (routes to an internet gateway) and two private ones, 10.0.1.0/24
 * and 10.0.2.0/24 (main table, local only). Network ACLs allow all until a test says otherwise.
 */
final class Lab {

    static final TrafficMatch ALL = TrafficMatch.ALL;

    final NetworkSnapshot.Builder parts = NetworkSnapshot.builder();
    final Map<String, List<GroupRule>> groups = new LinkedHashMap<>();
    final Map<String, List<AclEntry>> acls = new LinkedHashMap<>();
    final Map<String, List<Route>> routes = new LinkedHashMap<>();
    BlockPublicAccess blockPublicAccess = BlockPublicAccess.OFF;
    final List<Cidr> cidrs = new ArrayList<>(List.of(Cidr.parse("10.0.0.0/16")));
    boolean dnsSupport = true;
    boolean gateway = true;

    Lab() {
        for (String subnet : List.of("public", "one", "two")) {
            acls.put("acl-" + subnet, new ArrayList<>());
            allowAll("acl-" + subnet);
        }
        routes.put(
                "rtb-public",
                new ArrayList<>(List.of(local(), to("0.0.0.0/0", RouteTarget.INTERNET_GATEWAY, "igw-1"))));
        routes.put("rtb-main", new ArrayList<>(List.of(local())));
        group("sg-open", in("sgr-in", ALL, cidr("0.0.0.0/0")), out("sgr-out", ALL, cidr("0.0.0.0/0")));
        group("sg-out", out("sgr-all-out", ALL, cidr("0.0.0.0/0")));
        group("sg-none");
    }

    static TrafficMatch tcp(int from, int to) {
        return new TrafficMatch(6, from, to);
    }

    static TrafficMatch icmp() {
        return new TrafficMatch(1, -1, -1);
    }

    static Peer cidr(String text) {
        return new CidrPeer(Cidr.parse(text));
    }

    static Peer groupOf(String id) {
        return new GroupPeer(id);
    }

    static Peer list(String id) {
        return new PrefixListPeer(id);
    }

    static GroupRule in(String id, TrafficMatch match, Peer peer) {
        return new GroupRule(id, Direction.INGRESS, match, peer);
    }

    static GroupRule out(String id, TrafficMatch match, Peer peer) {
        return new GroupRule(id, Direction.EGRESS, match, peer);
    }

    static Route local() {
        return new Route(cidr("10.0.0.0/16"), RouteTarget.LOCAL, null, false, false);
    }

    static Route to(String cidr, RouteTarget target, String id) {
        return new Route(cidr(cidr), target, id, false, false);
    }

    private static <T> List<T> of(Map<String, List<T>> lists, String id) {
        return Objects.requireNonNull(lists.get(id), id);
    }

    Lab route(String table, Route route) {
        of(routes, table).add(route);
        return this;
    }

    Lab clearRoutes(String table) {
        of(routes, table).clear();
        return this;
    }

    static Stop stop(FlowVerdict verdict) {
        return Objects.requireNonNull(verdict.stop(), "stopped");
    }

    static FlowVerdict.Path reply(FlowVerdict verdict) {
        return Objects.requireNonNull(verdict.reply(), "answered");
    }

    Lab group(String id, GroupRule... rules) {
        groups.put(id, List.of(rules));
        return this;
    }

    private void allowAll(String acl) {
        acl(acl, Direction.INGRESS, 100, true, ALL, "0.0.0.0/0");
        acl(acl, Direction.EGRESS, 100, true, ALL, "0.0.0.0/0");
    }

    Lab acl(String id, Direction direction, int number, boolean allow, TrafficMatch match, String cidr) {
        of(acls, id).add(new AclEntry(number, direction, allow, match, Cidr.parse(cidr)));
        return this;
    }

    Lab clearAcl(String id) {
        of(acls, id).clear();
        return this;
    }

    Lab eni(String id, String subnet, String address, String... groupIds) {
        return eni(id, subnet, "interface", address, null, true, groupIds);
    }

    Lab publicEni(String id, String subnet, String address, String publicAddress, String... groupIds) {
        return eni(id, subnet, "interface", address, publicAddress, true, groupIds);
    }

    Lab eni(
            String id,
            String subnet,
            String type,
            String address,
            @Nullable String publicAddress,
            boolean check,
            String... groupIds) {
        PrivateAddress own = new PrivateAddress(
                IpAddress.parse(address), publicAddress == null ? null : IpAddress.parse(publicAddress));
        String instance = type.equals("interface") ? "i-" + id : null;
        parts.add(new NetworkInterface(
                id, subnet, "123456789010", type, instance, List.of(own), List.of(), List.of(groupIds), check, true));
        return this;
    }

    Lab nat(String id, String subnet, String address, String publicAddress) {
        eni("eni-" + id, subnet, "nat_gateway", address, publicAddress, false);
        parts.add(new Network.NatGateway(id, true, "eni-" + id));
        return this;
    }

    Lab with(Consumer<NetworkSnapshot.Builder> more) {
        more.accept(parts);
        return this;
    }

    Lab service(String name, String code, String cidr) {
        parts.add(new AwsService(name, code, List.of(Cidr.parse(cidr)), null));
        return this;
    }

    NetworkSnapshot build() {
        parts.add(new Vpc("vpc-1", cidrs, dnsSupport, true, blockPublicAccess));
        if (gateway) {
            parts.add(new Network.InternetGateway("igw-1", "vpc-1"));
        }
        routes.forEach((id, list) -> parts.add(new RouteTable(id, "vpc-1", id.equals("rtb-main"), list)));
        acls.forEach((id, list) -> parts.add(new NetworkAcl(id, "vpc-1", false, list)));
        groups.forEach((id, list) -> parts.add(new SecurityGroup(id, "vpc-1", list)));
        parts.add(subnet("public", "10.0.0.0/24", "a", "rtb-public"));
        parts.add(subnet("one", "10.0.1.0/24", "a", null));
        parts.add(subnet("two", "10.0.2.0/24", "b", null));
        return parts.build();
    }

    private static Subnet subnet(String id, String cidr, String zone, @Nullable String table) {
        return new Subnet(
                id, "vpc-1", List.of(Cidr.parse(cidr)), "us-east-1" + zone, "use1-az" + zone, table, "acl-" + id);
    }

    FlowVerdict evaluate(Flow flow) {
        return Evaluator.evaluate(build(), flow);
    }

    /** Each observation as {@code eni direction action srcaddr dstaddr pkt-srcaddr pkt-dstaddr}. */
    static List<String> seen(FlowVerdict verdict) {
        return verdict.observations().stream().map(Lab::line).toList();
    }

    static String line(Observation seen) {
        return String.join(
                " ",
                seen.networkInterface().id(),
                seen.direction().wireName(),
                seen.accepted() ? "ACCEPT" : "REJECT",
                seen.sourceAddress().toString(),
                seen.destinationAddress().toString(),
                seen.packetSourceAddress().toString(),
                seen.packetDestinationAddress().toString());
    }

    /** Each observation as {@code eni direction action}. */
    static List<String> actions(FlowVerdict verdict) {
        return verdict.observations().stream()
                .map(seen -> seen.networkInterface().id() + " "
                        + seen.direction().wireName() + " "
                        + (seen.accepted() ? "ACCEPT" : "REJECT"))
                .toList();
    }
}
