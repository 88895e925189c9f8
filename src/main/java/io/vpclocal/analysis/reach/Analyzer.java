package io.vpclocal.analysis.reach;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import software.amazon.awssdk.services.ec2.model.AlternatePathHint;
import software.amazon.awssdk.services.ec2.model.Explanation;
import software.amazon.awssdk.services.ec2.model.PathComponent;

/** Answers questions about paths. */
public final class Analyzer {

    /** The filters of a path. */
    private static final List<String> INTERMEDIATE = List.of("nat-", "pcx-", "arn:");

    private final Terrain terrain;
    private final Components components;

    public Analyzer(Terrain terrain, Components components) {
        this.terrain = terrain;
        this.components = components;
    }

    /** @throws PathSearch.TooManyProbes if the question needs too many probes */
    public Answer answer(PathQuestion question) {
        List<Explanation> tunnel = new GatewayLoadBalancers(terrain, components).refusals(question);
        if (!tunnel.isEmpty()) {
            return new Answer(false, List.of(), List.of(), tunnel, List.of(), Set.of());
        }
        PathSearch search = new PathSearch(terrain, question);
        Way way = search.find();
        if (way == null) {
            return new Answer(
                    false,
                    List.of(),
                    List.of(),
                    new Explainer(terrain, components, question).explain(search),
                    List.of(),
                    Set.of());
        }
        PathWriter.Written written = PathWriter.write(terrain, components, question, way);
        return new Answer(true, written.forward(), written.backward(), List.of(), hints(search, way), Set.of());
    }

    /** The components of a path from one end to the other; empty if no path exists. */
    public Optional<List<PathComponent>> path(PathQuestion question) {
        Way way = new PathSearch(terrain, question).find();
        return way == null
                ? Optional.empty()
                : Optional.of(
                        PathWriter.write(terrain, components, question, way).forward());
    }

    private List<AlternatePathHint> hints(PathSearch search, Way way) {
        Set<String> taken = PathFilter.components(way);
        Set<String> others = new TreeSet<>();
        search.others(way).forEach(other -> others.addAll(PathFilter.components(other)));
        others.removeAll(taken);
        return others.stream()
                .filter(id -> INTERMEDIATE.stream().anyMatch(id::startsWith))
                .map(id -> AlternatePathHint.builder()
                        .componentId(id)
                        .componentArn(Components.arn(terrain.scope(id), id))
                        .build())
                .toList();
    }
}
