package io.vpclocal.analysis.reach;

import io.vpclocal.traffic.engine.Network;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.UnaryOperator;
import software.amazon.awssdk.services.ec2.model.AnalysisComponent;
import software.amazon.awssdk.services.ec2.model.Explanation;

/** The distinct explanations of one analysis, in the order of the path. */
final class Explanations {

    final Terrain terrain;
    final Components components;
    private final Set<Explanation> found = new LinkedHashSet<>();

    Explanations(Terrain terrain, Components components) {
        this.terrain = terrain;
        this.components = components;
    }

    void add(ExplanationCode code, UnaryOperator<Explanation.Builder> members) {
        Explanation.Builder explanation = Explanation.builder().explanationCode(code.name());
        found.add(members.apply(explanation).build());
    }

    void add(ExplanationCode code) {
        add(code, members -> members);
    }

    /** A component of any searched network. */
    AnalysisComponent of(String id) {
        return components.of(terrain.scope(id), id);
    }

    /** An explanation for a component at an interface, with the resources around it. */
    void at(ExplanationCode code, Network.NetworkInterface where, UnaryOperator<Explanation.Builder> members) {
        Terrain.Home home = terrain.homes().apply(where);
        add(
                code,
                explanation -> members.apply(explanation
                        .networkInterface(components.of(home.scope(), where.id()))
                        .subnet(components.of(home.scope(), where.subnetId()))
                        .vpc(components.of(home.scope(), home.parts().vpcOf(where)))));
    }

    boolean isEmpty() {
        return found.isEmpty();
    }

    List<Explanation> all() {
        return new ArrayList<>(found);
    }
}
