package io.vpclocal.traffic.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.quicktheories.QuickTheory.qt;
import static org.quicktheories.generators.SourceDSL.integers;
import static org.quicktheories.generators.SourceDSL.longs;

import io.vpclocal.traffic.engine.Network.GroupRule;
import io.vpclocal.traffic.engine.Network.SecurityGroup;
import io.vpclocal.traffic.engine.RandomNetworks.Case;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Over random networks and flows. */
class EvaluatorPropertiesTest {

    private final Map<String, Integer> outcomes = new HashMap<>();

    @Test
    void agreesWithTheNaiveEvaluator() {
        qt().withExamples(600).forAll(RandomNetworks.cases()).checkAssert(drawn -> {
            NetworkSnapshot network = drawn.parts().build();
            for (Flow flow : drawn.flows()) {
                FlowVerdict verdict = RandomNetworks.evaluate(network, flow);
                if (verdict != null && verdict.notCaptured() == null) {
                    compare(drawn, network, flow, verdict);
                }
            }
        });
        assertThat(outcomes)
                .as("the generator reaches every kind of end")
                .hasSizeGreaterThan(15)
                .containsKey("-/-");
    }

    private void compare(Case drawn, NetworkSnapshot network, Flow flow, FlowVerdict verdict) {
        NaiveNetwork plain = new NaiveNetwork(drawn.parts());
        NaiveEvaluator naive = new NaiveEvaluator(plain);
        CompiledInterface source = Resolution.of(network, flow).source();
        boolean answers = flow.outcome() != Flow.Outcome.TIMED_OUT
                && (flow.outcome() == Flow.Outcome.ESTABLISHED || flow.protocol() == 6);
        String expected = naive.evaluate(
                verdict.request().packet(), source == null ? null : plain.byId(source.networkInterface.id()), answers);

        FlowVerdict.Path reply = verdict.reply();
        String actual = end(verdict.request().stop()) + (reply == null ? "" : "/" + end(reply.stop()));
        outcomes.merge(actual, 1, Integer::sum);
        assertThat(actual).as(() -> flow + " " + verdict.request().hops()).isEqualTo(expected);
        assertThat(verdict.observations().stream()
                        .map(seen -> seen.networkInterface().id() + " "
                                + seen.direction().wireName() + (seen.accepted() ? " ACCEPT " : " REJECT ")
                                + seen.packet().source() + " " + seen.packet().sourcePort() + " "
                                + seen.packet().destination() + " "
                                + seen.packet().destinationPort()))
                .isEqualTo(naive.seen);
    }

    private static String end(@Nullable Stop stop) {
        return stop == null ? "-" : stop.code().name();
    }

    @Test
    void addingAnAllowRuleNeverTurnsAcceptIntoReject() {
        qt().withExamples(400)
                .forAll(RandomNetworks.cases(), longs().all(), integers().between(0, 4))
                .checkAssert((drawn, seed, index) -> {
                    NetworkSnapshot before = drawn.parts().build();
                    List<FlowVerdict> old = drawn.flows().stream()
                            .map(flow -> RandomNetworks.evaluate(before, flow))
                            .toList();
                    SecurityGroup group = drawn.parts().groups.get(index);
                    List<GroupRule> rules = new ArrayList<>(group.rules());
                    rules.add(RandomNetworks.anyRule(seed));
                    drawn.parts().groups.set(index, new SecurityGroup(group.id(), group.vpcId(), rules));
                    NetworkSnapshot after = drawn.parts().build();
                    for (int i = 0; i < old.size(); i++) {
                        FlowVerdict was = old.get(i);
                        FlowVerdict is =
                                RandomNetworks.evaluate(after, drawn.flows().get(i));
                        if (was != null && is != null) {
                            assertThat(accepted(is)).containsAll(accepted(was));
                            assertThat(was.allowed() && !is.allowed()).isFalse();
                        }
                    }
                });
    }

    private static List<String> accepted(FlowVerdict verdict) {
        return verdict.observations().stream()
                .filter(Observation::accepted)
                .map(seen -> seen.answer() + " " + Lab.line(seen))
                .toList();
    }

    @Test
    void everyStopNamesItsComponent() {
        qt().withExamples(200).forAll(RandomNetworks.cases()).checkAssert(drawn -> {
            NetworkSnapshot network = drawn.parts().build();
            for (Flow flow : drawn.flows()) {
                FlowVerdict verdict = RandomNetworks.evaluate(network, flow);
                Stop stop = verdict == null ? null : verdict.stop();
                if (stop != null) {
                    assertThat(stop.reason()).isNotBlank().doesNotContain("{").doesNotContain("}");
                    assertThat(stop.hop().decision()).isNotEqualTo(Hop.Decision.ALLOW);
                }
            }
        });
    }
}
