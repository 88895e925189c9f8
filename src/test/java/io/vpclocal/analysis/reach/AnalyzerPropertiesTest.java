package io.vpclocal.analysis.reach;

import static org.assertj.core.api.Assertions.assertThat;
import static org.quicktheories.QuickTheory.qt;
import static org.quicktheories.generators.SourceDSL.integers;
import static org.quicktheories.generators.SourceDSL.longs;

import io.vpclocal.protocol.Scope;
import io.vpclocal.traffic.address.IpAddress;
import io.vpclocal.traffic.engine.Evaluator;
import io.vpclocal.traffic.engine.Flow;
import io.vpclocal.traffic.engine.FlowVerdict;
import io.vpclocal.traffic.engine.Hop;
import io.vpclocal.traffic.engine.Network;
import io.vpclocal.traffic.engine.NetworkSnapshot;
import io.vpclocal.traffic.engine.RandomNetworks;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Over random networks: the analyzer and the data plane agree. */
class AnalyzerPropertiesTest {

    /** The ports at which the rules of the random networks begin and end, and some between. */
    static final int[] PORTS = {0, 22, 23, 80, 81, 443, 444, 500, 1024, 40_000, 40_001, 49_152, 65_535};

    static final Components NAMELESS = Components.nameless();
    static final Scope SCOPE = new Scope("123456789012", "us-east-1");

    private int paths;
    private int explained;

    @Test
    void aPathIsFoundExactlyWhenTheFlowIsDelivered() {
        qt().withExamples(250).forAll(RandomNetworks.cases()).checkAssert(drawn -> {
            NetworkSnapshot network = drawn.parts().build();
            for (Network.NetworkInterface[] pair : pairs(network)) {
                Flow flow = tcp(pair[0], pair[1], 40_000, 443);
                Answer answer = answer(network, question(pair, exactly(pair, 40_000, 443)));
                assertThat(answer.found()).as(() -> flow.toString()).isEqualTo(delivered(network, flow, pair[1]));
                assertThat(answer.explanations().isEmpty()).isEqualTo(answer.found());
                assertThat(answer.forward().isEmpty()).isEqualTo(!answer.found());
                paths += answer.found() ? 1 : 0;
                explained += answer.found() ? 0 : 1;
            }
        });
        assertThat(paths).as("both answers occur").isGreaterThan(50);
        assertThat(explained).isGreaterThan(50);
    }

    @Test
    void withoutPortsAPathIsFoundExactlyWhenTheFlowIsDeliveredOnSomePort() {
        qt().withExamples(60).forAll(RandomNetworks.cases()).checkAssert(drawn -> {
            NetworkSnapshot network = drawn.parts().build();
            for (Network.NetworkInterface[] pair : pairs(network)) {
                boolean some = false;
                for (int from : PORTS) {
                    for (int to : PORTS) {
                        some |= delivered(network, tcp(pair[0], pair[1], from, to), pair[1]);
                    }
                }
                PathQuestion question = question(pair, anyPorts(pair));
                assertThat(new PathSearch(Terrain.alone(network, SCOPE), question).findsPath())
                        .as(() -> pair[0].id() + " " + pair[1].id())
                        .isEqualTo(some);
            }
        });
    }

    @Test
    void anotherAllowRuleNeverClosesAPath() {
        qt().withExamples(150)
                .forAll(RandomNetworks.cases(), longs().all(), integers().between(0, 4))
                .checkAssert((drawn, seed, index) -> {
                    NetworkSnapshot before = drawn.parts().build();
                    NetworkSnapshot after = RandomNetworks.withAnyRule(drawn, seed, index);
                    for (Network.NetworkInterface[] pair : pairs(before)) {
                        PathQuestion question = question(pair, anyPorts(pair));
                        boolean was = new PathSearch(Terrain.alone(before, SCOPE), question).findsPath();
                        boolean is = new PathSearch(Terrain.alone(after, SCOPE), question).findsPath();
                        assertThat(!was || is).isTrue();
                    }
                });
    }

    @Test
    void everyHeaderThatAPathShowsIsDelivered() {
        qt().withExamples(150).forAll(RandomNetworks.cases()).checkAssert(drawn -> {
            NetworkSnapshot network = drawn.parts().build();
            for (Network.NetworkInterface[] pair : pairs(network)) {
                Answer answer = answer(network, question(pair, anyPorts(pair)));
                if (answer.found()) {
                    var header = answer.forward().get(0).outboundHeader();
                    int from = header.sourcePortRanges().get(0).to();
                    int to = header.destinationPortRanges().get(0).to();
                    assertThat(delivered(network, tcp(pair[0], pair[1], from, to), pair[1]))
                            .as(() -> header.toString())
                            .isTrue();
                }
            }
        });
    }

    private static Answer answer(NetworkSnapshot network, PathQuestion question) {
        return new Analyzer(Terrain.alone(network, SCOPE), NAMELESS).answer(question);
    }

    static PathQuestion question(Network.NetworkInterface[] pair, HeaderFilter filter) {
        return new PathQuestion(
                place(pair[0]), place(pair[1]), PathQuestion.TCP, filter, HeaderFilter.ANY, Set.of(), Set.of());
    }

    private static PathEnd place(Network.NetworkInterface one) {
        return new PathEnd.Interfaces(one.id(), List.of(one.id()), false);
    }

    static HeaderFilter exactly(Network.NetworkInterface[] pair, int from, int to) {
        return new HeaderFilter(first(pair[0]), Ranges.of(from, from), first(pair[1]), Ranges.of(to, to));
    }

    static HeaderFilter anyPorts(Network.NetworkInterface[] pair) {
        return new HeaderFilter(first(pair[0]), null, first(pair[1]), null);
    }

    static Flow tcp(Network.NetworkInterface from, Network.NetworkInterface to, int fromPort, int toPort) {
        return Flow.tcp(
                new Flow.InterfaceEndpoint(from.id(), first(from)),
                new Flow.AddressEndpoint(null, first(to)),
                fromPort,
                toPort);
    }

    private static IpAddress first(Network.NetworkInterface one) {
        return one.addresses().get(0).address();
    }

    /** The analyzer excludes paths through an internet gateway in the middle. */
    static boolean delivered(NetworkSnapshot network, Flow flow, Network.NetworkInterface to) {
        FlowVerdict verdict = Evaluator.evaluate(network, flow);
        @Nullable Hop last = null;
        for (Hop hop : verdict.request().hops()) {
            if (hop.stage() == Hop.Stage.INTERNET_GATEWAY) {
                return false;
            }
            last = hop.stage() == Hop.Stage.NETWORK_INTERFACE ? hop : last;
        }
        return verdict.allowed()
                && verdict.notCaptured() == null
                && last != null
                && last.component().equals(to.id());
    }

    static List<Network.NetworkInterface[]> pairs(NetworkSnapshot network) {
        List<Network.NetworkInterface> all = network.inventory().interfaces().stream()
                .filter(one -> !one.addresses().isEmpty())
                .limit(6)
                .toList();
        List<Network.NetworkInterface[]> pairs = new ArrayList<>();
        for (Network.NetworkInterface from : all) {
            for (Network.NetworkInterface to : all) {
                if (from != to) {
                    pairs.add(new Network.NetworkInterface[] {from, to});
                }
            }
        }
        return pairs;
    }
}
