package io.vpclocal.traffic.engine;

import static io.vpclocal.traffic.engine.Lab.ALL;
import static io.vpclocal.traffic.engine.Lab.actions;
import static io.vpclocal.traffic.engine.Lab.cidr;
import static io.vpclocal.traffic.engine.Lab.in;
import static io.vpclocal.traffic.engine.Lab.seen;
import static io.vpclocal.traffic.engine.Lab.to;
import static org.assertj.core.api.Assertions.assertThat;

import io.vpclocal.traffic.address.IpAddress;
import io.vpclocal.traffic.engine.Network.RouteTarget;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** The flow log records of both ends, for different stops. */
class FlowLogViewTest {

    private static final String SENT = "eni-a egress ACCEPT";
    private static final String RECEIVED = "eni-b ingress ACCEPT";
    private static final String ANSWERED = "eni-b egress ACCEPT";

    /** eni-a in subnet one starts a connection to port 443 of eni-b in subnet two. */
    private static Lab pair(String groupOfA, String groupOfB) {
        return new Lab().eni("eni-a", "one", "10.0.1.5", groupOfA).eni("eni-b", "two", "10.0.2.5", groupOfB);
    }

    private static Flow https() {
        return Flow.tcp(Flow.networkInterface("eni-a"), Flow.networkInterface("eni-b"), 40000, 443);
    }

    static Stream<Arguments> cases() {
        Direction in = Direction.INGRESS;
        Direction out = Direction.EGRESS;
        return Stream.of(
                row(
                        "all allow",
                        "sg-out",
                        "sg-open",
                        lab -> lab,
                        null,
                        SENT,
                        RECEIVED,
                        ANSWERED,
                        "eni-a ingress ACCEPT"),
                row(
                        "sender group out denies",
                        "sg-none",
                        "sg-open",
                        lab -> lab,
                        StopCode.ENI_SG_RULES_MISMATCH,
                        "eni-a egress REJECT"),
                row(
                        "sender ACL out denies",
                        "sg-out",
                        "sg-open",
                        lab -> lab.acl("acl-one", out, 50, false, ALL, "10.0.2.0/24"),
                        StopCode.SUBNET_ACL_RESTRICTION,
                        "eni-a egress REJECT"),
                row(
                        "receiver ACL in denies",
                        "sg-out",
                        "sg-open",
                        lab -> lab.acl("acl-two", in, 50, false, ALL, "10.0.1.0/24"),
                        StopCode.SUBNET_ACL_RESTRICTION,
                        SENT,
                        "eni-b ingress REJECT"),
                row(
                        "receiver group in denies",
                        "sg-out",
                        "sg-out",
                        lab -> lab,
                        StopCode.ENI_SG_RULES_MISMATCH,
                        SENT,
                        "eni-b ingress REJECT"),
                row(
                        "receiver ACL out denies the reply",
                        "sg-out",
                        "sg-open",
                        lab -> lab.acl("acl-two", out, 50, false, ALL, "10.0.1.0/24"),
                        StopCode.SUBNET_ACL_RESTRICTION,
                        SENT,
                        RECEIVED,
                        "eni-b egress REJECT"),
                row(
                        "sender ACL in denies the reply",
                        "sg-out",
                        "sg-open",
                        lab -> lab.acl("acl-one", in, 50, false, ALL, "10.0.2.0/24"),
                        StopCode.SUBNET_ACL_RESTRICTION,
                        SENT,
                        RECEIVED,
                        ANSWERED,
                        "eni-a ingress REJECT"));
    }

    private static Arguments row(
            String name, String a, String b, UnaryOperator<Lab> change, @Nullable StopCode code, String... seen) {
        return Arguments.of(name, a, b, change, code, List.of(seen));
    }

    // AWS documentation, VPC User Guide: flow log record examples (the order of checks is derived from them)
    @ParameterizedTest(name = "{0}")
    @MethodSource("cases")
    void bothEndsSeeWhatTheRulesLetThrough(
            String name,
            String a,
            String b,
            UnaryOperator<Lab> change,
            @Nullable StopCode code,
            List<String> expected) {
        FlowVerdict verdict = change.apply(pair(a, b)).evaluate(https());

        assertThat(actions(verdict)).isEqualTo(expected);
        Stop stop = verdict.stop();
        assertThat(stop == null ? null : stop.code()).isEqualTo(code);
        assertThat(verdict.allowed()).isEqualTo(code == null);
    }

    // AWS documentation, VPC User Guide: ping from 203.0.113.12 to an instance; group in allows ICMP, group out is
    // empty
    @Test
    void pingIsAcceptedInAndRejectedOut_whenTheAclDeniesIcmpOut() {
        FlowVerdict verdict = ping(lab -> lab.acl("acl-public", Direction.EGRESS, 50, false, Lab.icmp(), "0.0.0.0/0"));

        assertThat(seen(verdict))
                .containsExactly(
                        "eni-1 ingress ACCEPT 203.0.113.12 10.0.0.139 203.0.113.12 10.0.0.139",
                        "eni-1 egress REJECT 10.0.0.139 203.0.113.12 10.0.0.139 203.0.113.12");
    }

    // AWS documentation, same example: "network ACL permits outbound ICMP": two ACCEPT records
    @Test
    void pingIsAcceptedBothWays_whenTheAclAllowsIt() {
        assertThat(actions(ping(lab -> lab))).containsExactly("eni-1 ingress ACCEPT", "eni-1 egress ACCEPT");
    }

    // AWS documentation, same example: security group denies inbound ICMP: one REJECT record
    @Test
    void pingIsRejectedOnce_whenTheGroupDeniesIt() {
        assertThat(actions(ping(lab -> lab.group("sg-ping")))).containsExactly("eni-1 ingress REJECT");
    }

    private static FlowVerdict ping(UnaryOperator<Lab> change) {
        Lab lab = new Lab()
                .group("sg-ping", in("sgr-ping", Lab.icmp(), cidr("0.0.0.0/0")))
                .publicEni("eni-1", "public", "10.0.0.139", "198.51.100.7", "sg-ping");
        return change.apply(lab).evaluate(Flow.icmpEcho(Flow.address("203.0.113.12"), Flow.networkInterface("eni-1")));
    }

    // AWS documentation, VPC User Guide: traffic through a NAT gateway
    @Test
    void natGatewayShowsItsOwnAddressAndThePacketsAddresses() {
        Lab lab = new Lab()
                .eni("eni-inst", "one", "10.0.1.5", "sg-out")
                .nat("nat", "public", "10.0.0.220", "198.51.100.9");
        lab.route("rtb-main", to("0.0.0.0/0", RouteTarget.NAT_GATEWAY, "nat"));

        FlowVerdict verdict =
                lab.evaluate(Flow.tcp(Flow.networkInterface("eni-inst"), Flow.address("203.0.113.5"), 40000, 443));

        assertThat(seen(verdict))
                .containsExactly(
                        "eni-inst egress ACCEPT 10.0.1.5 203.0.113.5 10.0.1.5 203.0.113.5",
                        "eni-nat ingress ACCEPT 10.0.1.5 10.0.0.220 10.0.1.5 203.0.113.5",
                        "eni-nat egress ACCEPT 10.0.0.220 203.0.113.5 10.0.0.220 203.0.113.5",
                        "eni-nat ingress ACCEPT 203.0.113.5 10.0.0.220 203.0.113.5 10.0.0.220",
                        "eni-nat egress ACCEPT 10.0.0.220 10.0.1.5 203.0.113.5 10.0.1.5",
                        "eni-inst ingress ACCEPT 203.0.113.5 10.0.1.5 203.0.113.5 10.0.1.5");
        assertThat(verdict.observations()).extracting(Observation::trafficPath).containsExactly(1, 0, 8, 0, 1, 0);
    }

    // AWS documentation, VPC User Guide: srcaddr and dstaddr show the primary address of the interface
    @Test
    void secondaryAddressIsShownAsThePrimaryOne_exceptInThePacketFields() {
        Lab lab = new Lab()
                .eni("eni-a", "one", "10.0.1.5", "sg-out")
                .with(parts -> parts.add(new Network.NetworkInterface(
                        "eni-b",
                        "two",
                        "123456789010",
                        "interface",
                        null,
                        List.of(
                                new Network.PrivateAddress(IpAddress.parse("10.0.2.5"), null),
                                new Network.PrivateAddress(IpAddress.parse("10.0.2.6"), null)),
                        List.of(),
                        List.of("sg-open"),
                        true,
                        true)));

        FlowVerdict verdict =
                lab.evaluate(Flow.tcp(Flow.networkInterface("eni-a"), Flow.address("10.0.2.6"), 40000, 443));

        assertThat(seen(verdict))
                .contains(
                        "eni-b ingress ACCEPT 10.0.1.5 10.0.2.5 10.0.1.5 10.0.2.6",
                        "eni-b egress ACCEPT 10.0.2.5 10.0.1.5 10.0.2.6 10.0.1.5");
    }

    // Our guess: no public sample of a record for a packet dropped for want of a route
    @Test
    void packetWithoutRouteIsAcceptedAtItsSender() {
        FlowVerdict verdict = pair("sg-out", "sg-open")
                .evaluate(Flow.tcp(Flow.networkInterface("eni-a"), Flow.address("203.0.113.5"), 40000, 443));

        assertThat(actions(verdict)).containsExactly(SENT);
        assertThat(verdict.request().stop()).isNotNull().satisfies(stop -> {
            assertThat(stop.code()).isEqualTo(StopCode.NO_ROUTE_TO_DESTINATION);
            assertThat(stop.reason()).isEqualTo("rtb-main has no route to 203.0.113.5");
        });
    }

    // AWS documentation, VPC User Guide: tcp-flags of a short connection are 3 and 19; our guess for what never answers
    @Test
    void tcpFlagsTellHowFarTheHandshakeCame() {
        FlowVerdict open = pair("sg-out", "sg-open").evaluate(https());
        FlowVerdict refused = pair("sg-out", "sg-open").evaluate(https().withOutcome(Flow.Outcome.REFUSED));
        FlowVerdict dropped = pair("sg-out", "sg-out").evaluate(https());
        FlowVerdict silent = pair("sg-out", "sg-open").evaluate(https().withOutcome(Flow.Outcome.TIMED_OUT));

        assertThat(flags(open)).containsExactly(3, 3, 19, 19);
        assertThat(flags(refused)).containsExactly(2, 2, 4, 4);
        assertThat(flags(dropped)).containsExactly(2, 2);
        assertThat(flags(silent)).containsExactly(2, 2);
        assertThat(silent.reply()).isNull();
    }

    private static List<Integer> flags(FlowVerdict verdict) {
        return verdict.observations().stream()
                .map(seen -> verdict.trafficOf(seen).tcpFlags())
                .toList();
    }
}
