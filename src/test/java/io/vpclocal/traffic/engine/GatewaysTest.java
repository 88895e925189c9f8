package io.vpclocal.traffic.engine;

import static io.vpclocal.traffic.engine.Lab.ALL;
import static io.vpclocal.traffic.engine.Lab.actions;
import static io.vpclocal.traffic.engine.Lab.cidr;
import static io.vpclocal.traffic.engine.Lab.groupOf;
import static io.vpclocal.traffic.engine.Lab.in;
import static io.vpclocal.traffic.engine.Lab.out;
import static io.vpclocal.traffic.engine.Lab.seen;
import static io.vpclocal.traffic.engine.Lab.to;
import static org.assertj.core.api.Assertions.assertThat;

import io.vpclocal.traffic.address.Cidr;
import io.vpclocal.traffic.address.IpAddress;
import io.vpclocal.traffic.engine.Network.NetworkInterface;
import io.vpclocal.traffic.engine.Network.PrivateAddress;
import io.vpclocal.traffic.engine.Network.Route;
import io.vpclocal.traffic.engine.Network.RouteTable;
import io.vpclocal.traffic.engine.Network.RouteTarget;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Gateways, peering and IPv6 (AWS documentation, VPC User Guide). */
class GatewaysTest {

    private static final String V6_A = "2001:db8:1:1::5";
    private static final String V6_OUTSIDE = "2001:db8:ffff::1";

    private static NetworkInterface dualStack(
            String id, String subnet, String v4, @Nullable String v6, boolean nitro, String group) {
        return new NetworkInterface(
                id,
                subnet,
                "123456789010",
                "interface",
                null,
                List.of(new PrivateAddress(IpAddress.parse(v4), null)),
                v6 == null ? List.of() : List.of(IpAddress.parse(v6)),
                List.of(group),
                true,
                nitro);
    }

    private static Lab dualStackLab() {
        Lab lab = new Lab()
                .group("sg-v6", in("sgr-i", ALL, cidr("::/0")), out("sgr-o", ALL, cidr("::/0")))
                .with(parts -> parts.add(new Network.EgressOnlyInternetGateway("eigw-1", "vpc-1"))
                        .add(dualStack("eni-a", "one", "10.0.1.5", V6_A, true, "sg-v6")))
                .route("rtb-main", to("::/0", RouteTarget.EGRESS_ONLY_INTERNET_GATEWAY, "eigw-1"));
        lab.acl("acl-one", Direction.INGRESS, 101, true, ALL, "::/0");
        return lab.acl("acl-one", Direction.EGRESS, 101, true, ALL, "::/0");
    }

    @Test
    void egressOnlyGatewayLetsAnswersIn_andItsConnectionsAreTracked() {
        FlowVerdict verdict =
                dualStackLab().evaluate(Flow.tcp(Flow.networkInterface("eni-a"), Flow.address(V6_OUTSIDE), 40000, 443));

        assertThat(seen(verdict))
                .containsExactly(
                        "eni-a egress ACCEPT " + V6_A + " " + V6_OUTSIDE + " " + V6_A + " " + V6_OUTSIDE,
                        "eni-a ingress ACCEPT " + V6_OUTSIDE + " " + V6_A + " " + V6_OUTSIDE + " " + V6_A);
        assertThat(Lab.reply(verdict).hops())
                .extracting(Hop::text)
                .contains("answer on a connection that sg-v6 tracks");
    }

    @Test
    void egressOnlyGatewayStartsNothingInwards() {
        Lab lab = dualStackLab();
        lab.gateway = false;

        FlowVerdict verdict =
                lab.evaluate(Flow.tcp(Flow.address(V6_OUTSIDE), Flow.networkInterface("eni-a"), 40000, 443));

        assertThat(Lab.stop(verdict).code()).isEqualTo(StopCode.INTERNET_GATEWAY_NOT_ATTACHED);
    }

    // IPv4 and IPv6 rules are independent
    @Test
    void rulesApplyToOneAddressFamily() {
        FlowVerdict verdict = dualStackLab()
                .eni("eni-b", "two", "10.0.2.5", "sg-open")
                .evaluate(Flow.tcp(Flow.networkInterface("eni-a"), Flow.networkInterface("eni-b"), 40000, 443));

        assertThat(Lab.stop(verdict).reason()).isEqualTo("no outbound rule of sg-v6 allows tcp 443 to 10.0.2.5");
    }

    @ParameterizedTest
    @CsvSource({"true,true,4", "false,true,5", "true,false,4"})
    void peeringCarriesGroupReferences_whenBothSidesHaveRoutes(boolean sameRegion, boolean routeBack, int path) {
        Lab lab = new Lab()
                .group("sg-far", in("sgr-ref", ALL, groupOf("sg-out")))
                .eni("eni-a", "one", "10.0.1.5", "sg-out")
                .route("rtb-main", to("10.9.0.0/16", RouteTarget.VPC_PEERING_CONNECTION, "pcx-1"));
        Route local = new Route(cidr("10.9.0.0/16"), RouteTarget.LOCAL, null, false, false);
        Route back = to("10.0.0.0/16", RouteTarget.VPC_PEERING_CONNECTION, "pcx-1");
        lab.with(parts -> parts.add(new Network.PeeringConnection("pcx-1", "vpc-1", "vpc-9", sameRegion))
                .add(new Network.Vpc(
                        "vpc-9", List.of(Cidr.parse("10.9.0.0/16")), true, true, Network.BlockPublicAccess.OFF))
                .add(new RouteTable("rtb-9", "vpc-9", true, routeBack ? List.of(local, back) : List.of(local)))
                .add(new Network.Subnet(
                        "far", "vpc-9", List.of(Cidr.parse("10.9.0.0/24")), "us-east-1a", "use1-az1", null, "acl-one"))
                .add(dualStack("eni-far", "far", "10.9.0.5", null, true, "sg-far")));

        FlowVerdict verdict =
                lab.evaluate(Flow.tcp(Flow.networkInterface("eni-a"), Flow.networkInterface("eni-far"), 40000, 443));

        assertThat(verdict.request().arrived()).isTrue();
        assertThat(verdict.observations().get(0).trafficPath()).isEqualTo(path);
        assertThat(verdict.allowed()).isEqualTo(routeBack);
        if (!routeBack) {
            assertThat(Lab.stop(verdict).reason()).isEqualTo("rtb-9 has no route to 10.0.1.5");
        }
    }

    // AWS documentation: traffic-path; 2 for an internet gateway when the instance is not on Nitro
    @ParameterizedTest
    @CsvSource({
        "TRANSIT_GATEWAY,true,1",
        "VIRTUAL_PRIVATE_GATEWAY,true,3",
        "LOCAL_GATEWAY,true,6",
        "CARRIER_GATEWAY,true,6",
        "INTERNET_GATEWAY,false,2",
        "INTERNET_GATEWAY,true,8"
    })
    void trafficPathTellsTheGateway(RouteTarget target, boolean nitro, int path) {
        Lab lab = new Lab()
                .with(parts -> parts.add(dualStack("eni-a", "one", "10.0.1.5", null, nitro, "sg-out"))
                        .add(new Network.TransitGatewayAttachment(
                                "tgw-attach-1", "igw-1", "vpc-1", Map.of(), false, false, null)))
                .route("rtb-main", to("203.0.113.0/24", target, "igw-1"));

        FlowVerdict verdict =
                lab.evaluate(Flow.tcp(Flow.networkInterface("eni-a"), Flow.address("203.0.113.5"), 40000, 443));

        assertThat(verdict.observations().get(0).trafficPath()).isEqualTo(path);
    }

    // AWS documentation: NAT gateways carry TCP, UDP and ICMP
    @Test
    void natGatewayRefusesOtherProtocols() {
        Lab lab = new Lab()
                .eni("eni-a", "one", "10.0.1.5", "sg-out")
                .nat("nat", "public", "10.0.0.220", "198.51.100.9")
                .route("rtb-main", to("0.0.0.0/0", RouteTarget.NAT_GATEWAY, "nat"));

        FlowVerdict verdict =
                lab.evaluate(Flow.ofProtocol(Flow.networkInterface("eni-a"), Flow.address("203.0.113.5"), 47));

        assertThat(Lab.stop(verdict).reason())
                .isEqualTo("nat does not carry protocol 47 between 10.0.1.5 and 203.0.113.5");
    }

    // Our guess: an appliance with a public address in the way to the internet is a NAT instance
    @Test
    void applianceWithPublicAddressTranslates() {
        Lab lab = new Lab()
                .eni("eni-a", "one", "10.0.1.5", "sg-out")
                .eni("eni-nat", "public", "interface", "10.0.0.9", "198.51.100.9", false, "sg-open")
                .route("rtb-main", to("0.0.0.0/0", RouteTarget.NETWORK_INTERFACE, "eni-nat"));

        FlowVerdict verdict =
                lab.evaluate(Flow.tcp(Flow.networkInterface("eni-a"), Flow.address("203.0.113.5"), 40000, 443));

        assertThat(verdict.allowed()).isTrue();
        assertThat(seen(verdict)).contains("eni-nat egress ACCEPT 10.0.0.9 203.0.113.5 10.0.0.9 203.0.113.5");
    }

    @Test
    void twoAppliancesThatSendToEachOtherAreALoop() {
        Lab lab = new Lab()
                .eni("eni-a", "one", "10.0.1.5", "sg-out")
                .eni("eni-x", "public", "interface", "10.0.0.8", null, false, "sg-open")
                .eni("eni-y", "two", "interface", "10.0.2.8", null, false, "sg-open")
                .route("rtb-main", to("203.0.113.0/24", RouteTarget.NETWORK_INTERFACE, "eni-x"))
                .route("rtb-public", to("203.0.113.0/24", RouteTarget.NETWORK_INTERFACE, "eni-y"));

        FlowVerdict verdict =
                lab.evaluate(Flow.tcp(Flow.networkInterface("eni-a"), Flow.address("203.0.113.5"), 40000, 443));

        assertThat(Lab.stop(verdict).code()).isEqualTo(StopCode.ROUTING_LOOP);
        assertThat(actions(verdict)).contains("eni-x egress ACCEPT", "eni-y egress ACCEPT");
    }

    // AWS documentation: group references do not match what comes through a middlebox
    @Test
    void applianceDoesNotPreserveGroupReferences() {
        for (boolean through : List.of(true, false)) {
            Lab lab = new Lab()
                    .group("sg-ref", in("sgr-ref", ALL, groupOf("sg-out")))
                    .eni("eni-a", "one", "10.0.1.5", "sg-out")
                    .eni("eni-b", "two", "10.0.2.5", "sg-ref")
                    .eni("eni-fw", "public", "interface", "10.0.0.9", null, false, "sg-open");
            if (through) {
                lab.route("rtb-main", to("10.0.2.0/24", RouteTarget.NETWORK_INTERFACE, "eni-fw"));
            }

            FlowVerdict verdict =
                    lab.evaluate(Flow.tcp(Flow.networkInterface("eni-a"), Flow.networkInterface("eni-b"), 40000, 443));

            assertThat(verdict.request().arrived()).isEqualTo(!through);
        }
    }

    // Our guess: a packet that has a public address of its own keeps it through an appliance
    @Test
    void applianceLeavesSourcesWithPublicAddressesAlone() {
        Lab lab = new Lab()
                .publicEni("eni-a", "one", "10.0.1.5", "198.51.100.5", "sg-out")
                .eni("eni-fw", "public", "interface", "10.0.0.9", "198.51.100.9", false, "sg-open")
                .route("rtb-main", to("0.0.0.0/0", RouteTarget.NETWORK_INTERFACE, "eni-fw"));

        FlowVerdict verdict =
                lab.evaluate(Flow.tcp(Flow.networkInterface("eni-a"), Flow.address("203.0.113.5"), 40000, 443));

        assertThat(seen(verdict)).contains("eni-fw egress ACCEPT 10.0.0.9 203.0.113.5 10.0.1.5 203.0.113.5");
    }
}
