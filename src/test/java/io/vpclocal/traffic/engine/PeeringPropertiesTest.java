package io.vpclocal.traffic.engine;

import static io.vpclocal.traffic.engine.Lab.ALL;
import static io.vpclocal.traffic.engine.Lab.cidr;
import static io.vpclocal.traffic.engine.Lab.groupOf;
import static io.vpclocal.traffic.engine.Lab.in;
import static io.vpclocal.traffic.engine.Lab.out;
import static io.vpclocal.traffic.engine.Lab.to;
import static org.assertj.core.api.Assertions.assertThat;

import io.vpclocal.traffic.address.Cidr;
import io.vpclocal.traffic.address.IpAddress;
import io.vpclocal.traffic.engine.Network.AclEntry;
import io.vpclocal.traffic.engine.Network.GroupRule;
import io.vpclocal.traffic.engine.Network.RouteTarget;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Every choice of the eight rules on the way through a peering connection: the routes, groups and ACLs of both sides. A
 * flow is delivered if and only if all of them exist, so another rule never closes a path.
 */
class PeeringPropertiesTest {

    private static final int EVERYTHING = 0xff;

    /** @param abroad true if the peer is in another network, as for another account or Region */
    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void aFlowIsDeliveredExactlyWhenBothSidesAllowIt(boolean abroad) {
        for (int rules = 0; rules <= EVERYTHING; rules++) {
            FlowVerdict verdict = evaluate(rules, abroad);
            assertThat(verdict.allowed())
                    .as(Integer.toBinaryString(rules) + " " + verdict)
                    .isEqualTo(rules == EVERYTHING);
        }
    }

    /** One more rule lets the packet come at least as far as before. */
    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void anotherRuleNeverShortensThePath(boolean abroad) {
        for (int rules = 0; rules <= EVERYTHING; rules++) {
            int before = reached(evaluate(rules, abroad));
            for (int one = 1; one <= EVERYTHING; one <<= 1) {
                assertThat(reached(evaluate(rules | one, abroad)))
                        .as(Integer.toBinaryString(rules) + " and " + Integer.toBinaryString(one))
                        .isGreaterThanOrEqualTo(before);
            }
        }
    }

    /** The number of filters and interfaces that let it pass, in both directions. */
    private static int reached(FlowVerdict verdict) {
        FlowVerdict.Path reply = verdict.reply();
        return verdict.request().hops().size()
                + (reply == null ? 0 : reply.hops().size());
    }

    private static FlowVerdict evaluate(int rules, boolean abroad) {
        Flow flow = Flow.tcp(Flow.address("10.0.0.5"), Flow.address("10.9.0.5"), 40000, 443);
        NetworkSnapshot.Builder here = NetworkSnapshot.builder();
        NetworkSnapshot.Builder there = abroad ? NetworkSnapshot.builder() : here;
        side(here, "0", "9", rules & 1, List.of(out("sgr-0", ALL, cidr("10.9.0.0/16"))), rules & 4, rules >> 4);
        side(there, "9", "0", rules & 2, List.of(in("sgr-9", ALL, groupOf("sg-0"))), rules & 8, rules >> 6);
        here.add(new Network.PeeringConnection("pcx-1", "vpc-0", "vpc-9", true));
        if (!abroad) {
            return Evaluator.evaluate(here.build(), flow);
        }
        there.add(new Network.PeeringConnection("pcx-1", "vpc-0", "vpc-9", true));
        NetworkSnapshot sender = here.build();
        return Evaluator.evaluate(sender, flow, new Abroad(sender, there.build()));
    }

    /** A VPC {@code 10.x.0.0/16} with one interface {@code 10.x.0.5}. */
    private static void side(
            NetworkSnapshot.Builder parts,
            String own,
            String peer,
            int routed,
            List<GroupRule> rules,
            int grouped,
            int acl) {
        String vpc = "vpc-" + own;
        List<Cidr> block = List.of(Cidr.parse("10." + own + ".0.0/16"));
        parts.add(new Network.Vpc(vpc, block, true, true, Network.BlockPublicAccess.OFF));
        List<Network.Route> routes = new ArrayList<>();
        routes.add(new Network.Route(cidr("10." + own + ".0.0/16"), RouteTarget.LOCAL, null, false, false));
        if (routed != 0) {
            routes.add(to("10." + peer + ".0.0/16", RouteTarget.VPC_PEERING_CONNECTION, "pcx-1"));
        }
        parts.add(new Network.RouteTable("rtb-" + own, vpc, true, routes));
        List<AclEntry> entries = new ArrayList<>();
        if ((acl & 1) != 0) {
            entries.add(new AclEntry(100, Direction.EGRESS, true, ALL, Cidr.parse("0.0.0.0/0")));
        }
        if ((acl & 2) != 0) {
            entries.add(new AclEntry(100, Direction.INGRESS, true, ALL, Cidr.parse("0.0.0.0/0")));
        }
        parts.add(new Network.NetworkAcl("acl-" + own, vpc, false, entries));
        parts.add(new Network.Subnet("subnet-" + own, vpc, block, "us-east-1a", "use1-az1", null, "acl-" + own));
        parts.add(new Network.SecurityGroup("sg-" + own, vpc, grouped == 0 ? List.of() : rules));
        Network.PrivateAddress address = new Network.PrivateAddress(IpAddress.parse("10." + own + ".0.5"), null);
        parts.add(new Network.NetworkInterface(
                "eni-" + own,
                "subnet-" + own,
                "123456789010",
                "interface",
                null,
                List.of(address),
                List.of(),
                List.of("sg-" + own),
                true,
                true));
    }

    /** The network behind the connection, as each side sees the other. */
    private record Abroad(NetworkSnapshot here, NetworkSnapshot there) implements PrivateLink {

        @Override
        public @Nullable Passage passage(
                NetworkSnapshot network, Network.VpcEndpoint endpoint, Network.NetworkInterface at, Packet packet) {
            return null;
        }

        @Override
        public @Nullable NetworkSnapshot peered(NetworkSnapshot network, String connectionId) {
            return network == there ? here : there;
        }
    }
}
