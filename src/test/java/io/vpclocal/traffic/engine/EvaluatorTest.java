package io.vpclocal.traffic.engine;

import static io.vpclocal.traffic.engine.Lab.ALL;
import static io.vpclocal.traffic.engine.Lab.actions;
import static io.vpclocal.traffic.engine.Lab.cidr;
import static io.vpclocal.traffic.engine.Lab.groupOf;
import static io.vpclocal.traffic.engine.Lab.in;
import static io.vpclocal.traffic.engine.Lab.list;
import static io.vpclocal.traffic.engine.Lab.out;
import static io.vpclocal.traffic.engine.Lab.tcp;
import static io.vpclocal.traffic.engine.Lab.to;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.vpclocal.traffic.address.Cidr;
import io.vpclocal.traffic.engine.Network.BlockPublicAccess;
import io.vpclocal.traffic.engine.Network.PrefixList;
import io.vpclocal.traffic.engine.Network.Route;
import io.vpclocal.traffic.engine.Network.RouteTarget;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Rules of security groups, network ACLs, route tables and gateways, each from the AWS VPC User Guide. */
class EvaluatorTest {

    private static Flow from(String eni, String address, int port) {
        return Flow.tcp(Flow.networkInterface(eni), Flow.address(address), 40000, port);
    }

    private static StopCode code(FlowVerdict verdict) {
        return Lab.stop(verdict).code();
    }

    // AWS documentation: security group rules are unioned, ports are ranges, nothing else is allowed
    @ParameterizedTest
    @CsvSource({"443,true", "444,true", "445,false", "8080,true", "22,false"})
    void groupsOfAnInterfaceAreUnioned(int port, boolean allowed) {
        Lab lab = new Lab()
                .group("sg-web", in("sgr-1", tcp(443, 444), cidr("10.0.1.0/24")))
                .group("sg-alt", in("sgr-2", tcp(8080, 8080), cidr("10.0.1.5/32")))
                .eni("eni-a", "one", "10.0.1.5", "sg-out")
                .eni("eni-b", "two", "10.0.2.5", "sg-web", "sg-alt");

        assertThat(lab.evaluate(from("eni-a", "10.0.2.5", port)).allowed()).isEqualTo(allowed);
    }

    @Test
    void aDenialHasAReasonInWords() {
        Lab lab = new Lab().eni("eni-a", "one", "10.0.1.5", "sg-out").eni("eni-b", "two", "10.0.2.5", "sg-none");

        FlowVerdict verdict = lab.evaluate(from("eni-a", "10.0.2.5", 443));

        assertThat(Lab.stop(verdict).reason()).isEqualTo("no inbound rule of sg-none allows tcp 443 from 10.0.1.5");
        assertThat(verdict.request().hops())
                .extracting(Hop::text)
                .containsExactly(
                        "eni-a sends",
                        "sgr-all-out of sg-out allows all traffic to 0.0.0.0/0",
                        "outbound rule 100 of acl-one allows all traffic to 0.0.0.0/0",
                        "rtb-main leads 10.0.0.0/16 to local",
                        "inbound rule 100 of acl-two allows all traffic from 0.0.0.0/0",
                        "eni-b receives",
                        "no inbound rule of sg-none matches");
    }

    // AWS documentation: a group as source means the private addresses of its members, itself included
    @Test
    void groupReferencesMatchMembersByPrivateAddress() {
        Lab lab = new Lab()
                .group("sg-app", in("sgr-self", ALL, groupOf("sg-app")), out("sgr-o", ALL, cidr("0.0.0.0/0")))
                .publicEni("eni-a", "public", "10.0.0.5", "198.51.100.1", "sg-app")
                .publicEni("eni-b", "public", "10.0.0.6", "198.51.100.2", "sg-app")
                .eni("eni-c", "one", "10.0.1.5", "sg-out");
        NetworkSnapshot network = lab.build();

        assertThat(Evaluator.evaluate(network, from("eni-a", "10.0.0.6", 80)).allowed())
                .isTrue();
        assertThat(code(Evaluator.evaluate(network, from("eni-c", "10.0.0.6", 80))))
                .isEqualTo(StopCode.ENI_SG_RULES_MISMATCH);
        assertThat(code(Evaluator.evaluate(network, from("eni-a", "198.51.100.2", 80))))
                .as("the public address of a member is not the group")
                .isEqualTo(StopCode.ENI_SG_RULES_MISMATCH);
    }

    // AWS documentation: a reference to a deleted group is stale and matches nothing
    @Test
    void staleGroupReferenceMatchesNothing() {
        Lab lab = new Lab()
                .group("sg-app", in("sgr-stale", ALL, groupOf("sg-gone")))
                .eni("eni-a", "one", "10.0.1.5", "sg-out")
                .eni("eni-b", "two", "10.0.2.5", "sg-app");

        assertThat(code(lab.evaluate(from("eni-a", "10.0.2.5", 80)))).isEqualTo(StopCode.ENI_SG_RULES_MISMATCH);
    }

    @Test
    void prefixListsOfRulesMatchTheirEntries() {
        Lab lab = new Lab()
                .group("sg-list", in("sgr-1", tcp(80, 80), list("pl-1")))
                .with(parts -> parts.add(
                        new PrefixList("pl-1", List.of(Cidr.parse("10.0.1.8/29"), Cidr.parse("192.0.2.0/24")))))
                .eni("eni-in", "one", "10.0.1.9", "sg-out")
                .eni("eni-out", "one", "10.0.1.16", "sg-out")
                .eni("eni-b", "two", "10.0.2.5", "sg-list");
        NetworkSnapshot network = lab.build();

        assertThat(Evaluator.evaluate(network, from("eni-in", "10.0.2.5", 80)).allowed())
                .isTrue();
        assertThat(Evaluator.evaluate(network, from("eni-out", "10.0.2.5", 80)).allowed())
                .isFalse();
    }

    // AWS documentation: ACLs are asked at the subnet boundary only
    @Test
    void withinOneSubnetAclAndRoutesDoNotApply() {
        Lab lab = new Lab().eni("eni-a", "one", "10.0.1.5", "sg-out").eni("eni-b", "one", "10.0.1.6", "sg-open");
        lab.clearAcl("acl-one").clearRoutes("rtb-main");

        assertThat(lab.evaluate(from("eni-a", "10.0.1.6", 80)).allowed()).isTrue();
    }

    // AWS documentation: rules are evaluated from the lowest number, the first match decides, * denies
    @ParameterizedTest
    @CsvSource({"80,true,", "443,false,90", "22,false,*"})
    void aclRulesDecideInTheOrderOfTheirNumbers(int port, boolean allowed, String rule) {
        Lab lab = new Lab().eni("eni-a", "one", "10.0.1.5", "sg-out").eni("eni-b", "two", "10.0.2.5", "sg-open");
        lab.clearAcl("acl-two")
                .acl("acl-two", Direction.INGRESS, 100, true, tcp(443, 443), "10.0.0.0/16")
                .acl("acl-two", Direction.INGRESS, 90, false, tcp(443, 443), "10.0.1.0/24")
                .acl("acl-two", Direction.INGRESS, 110, true, tcp(80, 80), "10.0.1.0/24")
                .acl("acl-two", Direction.EGRESS, 100, true, tcp(1024, 65535), "0.0.0.0/0");

        FlowVerdict verdict = lab.evaluate(from("eni-a", "10.0.2.5", port));

        assertThat(verdict.allowed()).isEqualTo(allowed);
        if (!allowed) {
            assertThat(Lab.stop(verdict).hop().rule()).isEqualTo(rule);
        }
    }

    // AWS documentation: return traffic of a stateless ACL needs the ephemeral ports of the client
    @Test
    void aclNeedsTheEphemeralPortsForAnswers() {
        Lab lab = new Lab().eni("eni-a", "one", "10.0.1.5", "sg-out").eni("eni-b", "two", "10.0.2.5", "sg-open");
        lab.clearAcl("acl-two")
                .acl("acl-two", Direction.INGRESS, 100, true, ALL, "0.0.0.0/0")
                .acl("acl-two", Direction.EGRESS, 100, true, tcp(443, 443), "0.0.0.0/0");

        FlowVerdict verdict = lab.evaluate(from("eni-a", "10.0.2.5", 443));

        assertThat(verdict.request().arrived()).isTrue();
        assertThat(Lab.stop(verdict).reason()).isEqualTo("outbound rule * of acl-two denies tcp 40000 to 10.0.1.5");
    }

    // AWS documentation: connection tracking; a flow open to all both ways is not tracked, ICMP always is
    @Test
    void answersNameTheRuleWhenTheConnectionIsNotTracked() {
        Lab lab = new Lab().eni("eni-a", "one", "10.0.1.5", "sg-out").eni("eni-b", "two", "10.0.2.5", "sg-open");
        NetworkSnapshot network = lab.build();

        FlowVerdict open = Evaluator.evaluate(network, from("eni-a", "10.0.2.5", 443));
        FlowVerdict ping = Evaluator.evaluate(
                network, Flow.icmpEcho(Flow.networkInterface("eni-a"), Flow.networkInterface("eni-b")));

        assertThat(Lab.reply(open).hops()).extracting(Hop::rule).contains("sgr-out");
        assertThat(Lab.reply(ping).hops()).extracting(Hop::text).contains("answer on a connection that sg-open tracks");
    }

    @Test
    void longestPrefixWins_andBlackholesDrop() {
        Lab lab = new Lab().publicEni("eni-a", "public", "10.0.0.5", "198.51.100.1", "sg-out");
        lab.route("rtb-public", new Route(cidr("203.0.113.0/24"), RouteTarget.NAT_GATEWAY, "nat-gone", true, false));
        NetworkSnapshot network = lab.build();

        assertThat(code(Evaluator.evaluate(network, from("eni-a", "203.0.113.9", 443))))
                .isEqualTo(StopCode.BAD_STATE_ROUTE);
        assertThat(Evaluator.evaluate(network, from("eni-a", "203.0.114.9", 443))
                        .allowed())
                .isTrue();
    }

    @ParameterizedTest
    @CsvSource({
        "eni-bare,203.0.113.9,IGW_PUBLIC_IP_ASSOCIATION_FOR_EGRESS",
        "eni-pub,192.168.1.1,IGW_DESTINATION_ADDRESS_NOT_IN_RFC1918_EGRESS",
        "eni-pub,100.64.0.1,IGW_DESTINATION_ADDRESS_NOT_IN_RFC6598_EGRESS",
        "eni-pub,10.0.9.9,UNKNOWN_DESTINATION"
    })
    void internetGatewayRefuses(String eni, String address, StopCode expected) {
        Lab lab = new Lab()
                .eni("eni-bare", "public", "10.0.0.5", "sg-out")
                .publicEni("eni-pub", "public", "10.0.0.6", "198.51.100.1", "sg-out");

        assertThat(code(lab.evaluate(from(eni, address, 443)))).isEqualTo(expected);
    }

    @Test
    void fromTheInternetOnlyPublicAddressesAreReached() {
        NetworkSnapshot network = new Lab()
                .publicEni("eni-pub", "public", "10.0.0.6", "198.51.100.1", "sg-open")
                .nat("nat", "public", "10.0.0.220", "198.51.100.9")
                .build();
        Flow.Endpoint host = Flow.address("203.0.113.5");

        assertThat(Evaluator.evaluate(network, Flow.tcp(host, Flow.address("198.51.100.1"), 40000, 22))
                        .allowed())
                .isTrue();
        assertThat(code(Evaluator.evaluate(network, Flow.tcp(host, Flow.address("198.51.100.99"), 40000, 22))))
                .isEqualTo(StopCode.IGW_PRIVATE_IP_ASSOCIATION_FOR_INGRESS);
        assertThat(code(Evaluator.evaluate(network, Flow.tcp(host, Flow.address("198.51.100.9"), 40000, 22))))
                .as("a NAT gateway starts nothing inwards")
                .isEqualTo(StopCode.NAT_GATEWAY_WITHOUT_CONNECTION);
    }

    // AWS documentation: VPC Block Public Access; its rejects carry a reason
    @ParameterizedTest
    @CsvSource({"OFF,true,true", "BIDIRECTIONAL,false,false", "INGRESS,false,true"})
    void blockPublicAccess(BlockPublicAccess mode, boolean direct, boolean throughNat) {
        Lab lab = new Lab()
                .publicEni("eni-pub", "public", "10.0.0.6", "198.51.100.1", "sg-out")
                .eni("eni-priv", "one", "10.0.1.5", "sg-out")
                .nat("nat", "public", "10.0.0.220", "198.51.100.9");
        lab.route("rtb-main", to("0.0.0.0/0", RouteTarget.NAT_GATEWAY, "nat"));
        lab.blockPublicAccess = mode;
        NetworkSnapshot network = lab.build();

        FlowVerdict outright = Evaluator.evaluate(network, from("eni-pub", "203.0.113.9", 443));
        assertThat(outright.allowed()).isEqualTo(direct);
        assertThat(Evaluator.evaluate(network, from("eni-priv", "203.0.113.9", 443))
                        .allowed())
                .isEqualTo(throughNat);
        assertThat(outright.observations().get(0).blockedPublicAccess()).isEqualTo(!direct);
        assertThat(outright.observations().get(0).accepted()).isEqualTo(direct);
    }

    // AWS documentation: an appliance needs its source/destination check off; group references do not survive it
    @Test
    void applianceForwards_whenItsCheckIsOff() {
        for (boolean check : List.of(true, false)) {
            Lab lab = new Lab()
                    .eni("eni-a", "one", "10.0.1.5", "sg-out")
                    .eni("eni-b", "two", "10.0.2.5", "sg-open")
                    .eni("eni-fw", "public", "interface", "10.0.0.9", null, check, "sg-open");
            lab.route("rtb-main", to("10.0.2.0/24", RouteTarget.NETWORK_INTERFACE, "eni-fw"));

            FlowVerdict verdict = lab.evaluate(from("eni-a", "10.0.2.5", 443));

            assertThat(verdict.request().arrived()).isEqualTo(!check);
            if (check) {
                assertThat(code(verdict)).isEqualTo(StopCode.ENI_SOURCE_DEST_CHECK_RESTRICTION);
            } else {
                assertThat(actions(verdict))
                        .containsExactly(
                                "eni-a egress ACCEPT",
                                "eni-fw ingress ACCEPT",
                                "eni-fw egress ACCEPT",
                                "eni-b ingress ACCEPT",
                                "eni-b egress ACCEPT",
                                "eni-a ingress ACCEPT");
            }
        }
    }

    @Test
    void unknownSidesAreErrors() {
        NetworkSnapshot network =
                new Lab().eni("eni-a", "one", "10.0.1.5", "sg-out").build();

        assertThatThrownBy(() -> Evaluator.evaluate(network, from("eni-x", "10.0.1.5", 1)))
                .isInstanceOf(UnresolvableFlowException.class)
                .hasMessage("The network has no network interface 'eni-x'");
        assertThatThrownBy(() -> Evaluator.evaluate(
                        network, Flow.tcp(Flow.networkInterface("eni-a"), Flow.service("com.amazonaws.x"), 1, 1)))
                .isInstanceOf(UnresolvableFlowException.class);
    }
}
