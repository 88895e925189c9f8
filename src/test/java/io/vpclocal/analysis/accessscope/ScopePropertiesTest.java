package io.vpclocal.analysis.accessscope;

import static org.assertj.core.api.Assertions.assertThat;
import static org.quicktheories.QuickTheory.qt;

import io.vpclocal.analysis.reach.Components;
import io.vpclocal.analysis.reach.Terrain;
import io.vpclocal.protocol.Scope;
import io.vpclocal.traffic.address.IpAddress;
import io.vpclocal.traffic.engine.Evaluator;
import io.vpclocal.traffic.engine.Flow;
import io.vpclocal.traffic.engine.FlowVerdict;
import io.vpclocal.traffic.engine.Hop;
import io.vpclocal.traffic.engine.Network;
import io.vpclocal.traffic.engine.NetworkSnapshot;
import io.vpclocal.traffic.engine.RandomNetworks;
import java.util.List;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.ec2.model.AccessScopePath;
import software.amazon.awssdk.services.ec2.model.NetworkInsightsAccessScopeContent;

/** Over random networks: where an analysis of an access scope finds nothing, nothing that matches gets through. */
class ScopePropertiesTest {

    private static final int[] PORTS = {0, 22, 80, 443, 500, 1024, 40_000, 65_535};

    private int empty;
    private int full;

    @Test
    void withoutFindingsNoFlowMatches() {
        qt().withExamples(150).forAll(RandomNetworks.cases()).checkAssert(drawn -> {
            NetworkSnapshot network = drawn.parts().build();
            for (Network.NetworkInterface to : network.inventory().interfaces()) {
                boolean found = findings(network, to.id()) > 0;
                full += found ? 1 : 0;
                empty += found ? 0 : 1;
                if (!found) {
                    assertThat(anyReaches(network, to)).as(() -> to.id()).isFalse();
                }
            }
        });
        assertThat(empty).as("both answers occur").isGreaterThan(50);
        assertThat(full).isGreaterThan(50);
    }

    /** All paths within the network to one interface by TCP on port 443. */
    private static int findings(NetworkSnapshot network, String interfaceId) {
        AccessScopePath match = AccessScopePath.builder()
                .source(s -> s.resourceStatement(r -> r.resources("vpc-1", "vpc-2")))
                .destination(d -> d.resourceStatement(r -> r.resources(interfaceId))
                        .packetHeaderStatement(h -> h.destinationPorts("443").protocolsWithStrings("tcp")))
                .build();
        NetworkInsightsAccessScopeContent content =
                NetworkInsightsAccessScopeContent.builder().matchPaths(match).build();
        Terrain terrain = Terrain.alone(network, new Scope("123456789012", "us-east-1"));
        return new ScopeSearch(terrain, Components.nameless(), list -> List.of(), content)
                .run()
                .findings()
                .size();
    }

    private static boolean anyReaches(NetworkSnapshot network, Network.NetworkInterface to) {
        for (Network.NetworkInterface from : network.inventory().interfaces()) {
            for (Network.PrivateAddress own : from.addresses()) {
                for (Network.PrivateAddress address : to.addresses()) {
                    for (int port : PORTS) {
                        if (from != to && reaches(network, from, own.address(), to, address.address(), port)) {
                            return true;
                        }
                    }
                }
            }
        }
        return false;
    }

    private static boolean reaches(
            NetworkSnapshot network,
            Network.NetworkInterface from,
            IpAddress own,
            Network.NetworkInterface to,
            IpAddress address,
            int port) {
        FlowVerdict verdict = Evaluator.evaluate(
                network,
                Flow.tcp(
                        new Flow.InterfaceEndpoint(from.id(), own),
                        new Flow.AddressEndpoint(null, address),
                        port,
                        443));
        List<Hop> hops = verdict.request().hops();
        boolean through = hops.stream().anyMatch(hop -> hop.stage() == Hop.Stage.INTERNET_GATEWAY);
        String last = hops.stream()
                .filter(hop -> hop.stage() == Hop.Stage.NETWORK_INTERFACE)
                .map(Hop::component)
                .reduce("", (one, next) -> next);
        return verdict.allowed() && verdict.notCaptured() == null && !through && last.equals(to.id());
    }
}
