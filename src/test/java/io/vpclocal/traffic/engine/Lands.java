package io.vpclocal.traffic.engine;

import static io.vpclocal.traffic.engine.Lab.ALL;
import static io.vpclocal.traffic.engine.Lab.cidr;
import static io.vpclocal.traffic.engine.Lab.in;
import static io.vpclocal.traffic.engine.Lab.out;

import io.vpclocal.traffic.address.Cidr;
import java.util.List;
import java.util.Objects;
import java.util.function.UnaryOperator;

/**
 * {@link Lab} for tests outside this package: a private interface {@code eni-a} (10.0.1.5), a public one {@code eni-b}
 * (10.0.0.5, 198.51.100.1), open groups, and the changes of a test.
 */
public final class Lands {

    private final Lab lab = new Lab();
    private String groupOfA = "sg-open";
    private String groupOfB = "sg-open";

    public Lands groups(String ofA, String ofB) {
        groupOfA = ofA;
        groupOfB = ofB;
        return this;
    }

    public Lands group(String id, String inFrom, int port) {
        lab.group(id, in("sgr-" + id, Lab.tcp(port, port), cidr(inFrom)), out("sgr-out-" + id, ALL, cidr("0.0.0.0/0")));
        return this;
    }

    public Lands admitting(String id, String peerGroup) {
        lab.group(id, in("sgr-" + id, ALL, Lab.groupOf(peerGroup)), out("sgr-out-" + id, ALL, cidr("0.0.0.0/0")));
        return this;
    }

    public Lands deny(String acl, boolean egress, int from, int to) {
        lab.acl(acl, egress ? Direction.EGRESS : Direction.INGRESS, 10, false, Lab.tcp(from, to), "0.0.0.0/0");
        return this;
    }

    public Lands route(String table, String to, Network.RouteTarget target, String id) {
        lab.route(table, Lab.to(to, target, id));
        return this;
    }

    public Lands routeToList(String table, String list, Network.RouteTarget target, String id) {
        lab.route(table, new Network.Route(Lab.list(list), target, id, false, false));
        return this;
    }

    public Lands blackhole(String table, String to) {
        lab.route(table, new Network.Route(cidr(to), Network.RouteTarget.INTERNET_GATEWAY, "igw-9", true, false));
        return this;
    }

    public Lands blocked() {
        lab.blockPublicAccess = Network.BlockPublicAccess.BIDIRECTIONAL;
        return this;
    }

    public Lands nat() {
        lab.nat("nat-1", "public", "10.0.0.9", "198.51.100.9");
        return this;
    }

    /** The VPC has a block of public addresses, which is allowed. */
    public Lands block(String cidr) {
        lab.cidrs.add(Cidr.parse(cidr));
        return this;
    }

    /** Forwards what a route leads to it. */
    public Lands appliance() {
        lab.eni("eni-f", "public", "interface", "10.0.0.8", null, false, "sg-open");
        return this;
    }

    public Lands with(UnaryOperator<NetworkSnapshot.Builder> more) {
        lab.with(builder -> Objects.requireNonNull(more.apply(builder)));
        return this;
    }

    /** A second VPC, vpc-2, 10.9.0.0/16, with {@code eni-c} (10.9.0.5) and, if it is attached, igw-2. */
    public Lands second(boolean peered) {
        lab.with(parts -> {
            Network.Route local = new Network.Route(cidr("10.9.0.0/16"), Network.RouteTarget.LOCAL, null, false, false);
            Network.Route back = Lab.to("10.0.0.0/16", Network.RouteTarget.VPC_PEERING_CONNECTION, "pcx-1");
            List<Network.AclEntry> open = List.of(
                    new Network.AclEntry(100, Direction.INGRESS, true, ALL, Cidr.parse("0.0.0.0/0")),
                    new Network.AclEntry(100, Direction.EGRESS, true, ALL, Cidr.parse("0.0.0.0/0")));
            parts.add(new Network.Vpc(
                            "vpc-2", List.of(Cidr.parse("10.9.0.0/16")), true, true, Network.BlockPublicAccess.OFF))
                    .add(new Network.RouteTable("rtb-2", "vpc-2", true, peered ? List.of(local, back) : List.of(local)))
                    .add(new Network.NetworkAcl("acl-2", "vpc-2", true, open))
                    .add(new Network.Subnet(
                            "far", "vpc-2", List.of(Cidr.parse("10.9.0.0/24")), "us-east-1a", "use1-aza", null, null))
                    .add(new Network.InternetGateway("igw-2", "vpc-2"));
            if (peered) {
                parts.add(new Network.PeeringConnection("pcx-1", "vpc-1", "vpc-2", true));
            }
        });
        lab.eni("eni-c", "far", "10.9.0.5", "sg-open");
        return this;
    }

    /** A third VPC, vpc-3, 10.10.0.0/16, with {@code eni-d} (10.10.0.5) behind a peering connection of vpc-2. */
    public Lands third() {
        lab.with(parts -> {
            Network.Route local =
                    new Network.Route(cidr("10.10.0.0/16"), Network.RouteTarget.LOCAL, null, false, false);
            parts.add(new Network.Vpc(
                            "vpc-3", List.of(Cidr.parse("10.10.0.0/16")), true, true, Network.BlockPublicAccess.OFF))
                    .add(new Network.RouteTable("rtb-3", "vpc-3", true, List.of(local)))
                    .add(new Network.NetworkAcl("acl-3", "vpc-3", true, List.of()))
                    .add(new Network.Subnet(
                            "third",
                            "vpc-3",
                            List.of(Cidr.parse("10.10.0.0/24")),
                            "us-east-1a",
                            "use1-aza",
                            null,
                            null))
                    .add(new Network.PeeringConnection("pcx-2", "vpc-2", "vpc-3", true));
        });
        lab.eni("eni-d", "third", "10.10.0.5", "sg-open");
        return this;
    }

    public Lands gatewayEndpoint() {
        lab.with(parts -> parts.add(new Network.PrefixList("pl-1", List.of(Cidr.parse("52.216.0.0/15"))))
                .add(new Network.VpcEndpoint("vpce-1", "vpc-1", "s3", "pl-1", List.of(), false)));
        return this;
    }

    public Lands interfaceEndpoint() {
        lab.eni("eni-e", "two", "vpc_endpoint", "10.0.2.9", null, true, "sg-open");
        lab.with(parts -> parts.add(new Network.VpcEndpoint("vpce-2", "vpc-1", "kms", null, List.of("eni-e"), true)));
        return this;
    }

    public NetworkSnapshot build() {
        return lab.eni("eni-a", "one", "10.0.1.5", groupOfA)
                .publicEni("eni-b", "public", "10.0.0.5", "198.51.100.1", groupOfB)
                .build();
    }
}
