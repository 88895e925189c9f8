package io.vpclocal.analysis.accessscope;

import io.vpclocal.analysis.reach.Analyzer;
import io.vpclocal.analysis.reach.Components;
import io.vpclocal.analysis.reach.Exclusion;
import io.vpclocal.analysis.reach.HeaderFilter;
import io.vpclocal.analysis.reach.PathEnd;
import io.vpclocal.analysis.reach.PathQuestion;
import io.vpclocal.analysis.reach.PathSearch;
import io.vpclocal.analysis.reach.Ranges;
import io.vpclocal.analysis.reach.Terrain;
import io.vpclocal.traffic.address.Cidr;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.ec2.model.AccessScopePath;
import software.amazon.awssdk.services.ec2.model.NetworkInsightsAccessScopeContent;
import software.amazon.awssdk.services.ec2.model.PathComponent;

/**
 * Searches paths that match an access scope. Each path between an interface and a gateway is a finding. Paths between
 * equivalent interfaces are one finding, because AWS returns a representative set.
 */
final class ScopeSearch {

    private final Terrain terrain;
    private final Analyzer analyzer;
    private final Statements statements;
    private final NetworkInsightsAccessScopeContent content;
    private final Ends ends;
    private final List<List<PathComponent>> findings = new ArrayList<>();
    private final Set<List<String>> found = new HashSet<>();
    private boolean complete = true;

    ScopeSearch(
            Terrain terrain,
            Components components,
            Function<String, List<Cidr>> prefixLists,
            NetworkInsightsAccessScopeContent content) {
        this.terrain = terrain;
        this.analyzer = new Analyzer(terrain, components);
        this.statements = new Statements(prefixLists);
        this.content = content;
        this.ends = new Ends(terrain.network().inventory());
    }

    ScopeResult run() {
        Stream.concat(content.matchPaths().stream(), content.excludePaths().stream())
                .flatMap(path -> Stream.of(statements.filter(path.source()), statements.filter(path.destination())))
                .flatMap(filter ->
                        Stream.concat(Stream.ofNullable(filter.fromBlocks()), Stream.ofNullable(filter.toBlocks())))
                .map(Ranges::borders)
                .forEach(borders -> borders.forEach(ends::cut));
        try {
            content.matchPaths().forEach(this::match);
        } catch (PathSearch.TooManyProbes e) {
            return ScopeResult.failed(String.valueOf(e.getMessage()));
        }
        return new ScopeResult(
                findings,
                terrain.network().inventory().interfaces().size(),
                null,
                complete ? null : "Only the first " + ScopeLimits.FINDINGS + " findings are returned.");
    }

    private void match(AccessScopePath path) {
        List<End> all = ends.all();
        List<End> sources = all.stream()
                .filter(End::starts)
                .filter(end -> Statements.means(path.source(), end) && looked(end, path))
                .toList();
        List<End> destinations = all.stream()
                .filter(end -> Statements.means(path.destination(), end) && looked(end, path))
                .toList();
        Set<List<Object>> judged = new HashSet<>();
        for (End source : representatives(sources)) {
            for (End destination : representatives(destinations)) {
                boolean same =
                        source.pathEnd().id().equals(destination.pathEnd().id());
                if (!same && complete && judged.add(List.of(kind(source), kind(destination)))) {
                    between(path, source, destination, sources, destinations);
                }
            }
        }
    }

    private boolean looked(End end, AccessScopePath path) {
        return !(end.pathEnd() instanceof PathEnd.Peering)
                || Statements.namesPeering(path.source())
                || Statements.namesPeering(path.destination());
    }

    /** Two ends of each kind, to find paths between ends of the same kind. */
    private List<End> representatives(List<End> from) {
        Map<Object, List<End>> byKind = new LinkedHashMap<>();
        from.forEach(end ->
                byKind.computeIfAbsent(kind(end), kind -> new ArrayList<>()).add(end));
        return byKind.values().stream()
                .flatMap(alike -> alike.stream().limit(2))
                .toList();
    }

    /** Exclusions can distinguish ends that are equivalent otherwise. */
    private List<Object> kind(End end) {
        List<Object> kind = new ArrayList<>(ends.kind(end));
        for (AccessScopePath path : content.excludePaths()) {
            kind.add(Statements.means(path.source(), end));
            kind.add(Statements.means(path.destination(), end));
        }
        return kind;
    }

    private void between(AccessScopePath path, End source, End destination, List<End> sources, List<End> destinations) {
        List<PathComponent> first = finding(path, source, destination);
        boolean gateway = source.at() == null || destination.at() == null;
        if (first == null || !gateway) {
            add(source, destination, first);
            return;
        }
        for (End from : alike(source, sources)) {
            for (End to : alike(destination, destinations)) {
                add(from, to, finding(path, from, to));
            }
        }
    }

    private List<End> alike(End one, List<End> among) {
        return among.stream().filter(end -> kind(end).equals(kind(one))).toList();
    }

    private void add(End source, End destination, @Nullable List<PathComponent> path) {
        boolean fresh = path != null
                && found.add(
                        List.of(source.pathEnd().id(), destination.pathEnd().id()));
        if (fresh && findings.size() >= ScopeLimits.FINDINGS) {
            complete = false;
        } else if (fresh) {
            findings.add(path);
        }
    }

    private @Nullable List<PathComponent> finding(AccessScopePath path, End source, End destination) {
        for (int protocol : new int[] {PathQuestion.TCP, PathQuestion.UDP}) {
            boolean about = Statements.about(path.source(), protocol) && Statements.about(path.destination(), protocol);
            Optional<List<PathComponent>> way =
                    about ? analyzer.path(question(path, source, destination, protocol)) : Optional.empty();
            if (way.isPresent()) {
                return way.get();
            }
        }
        return null;
    }

    private PathQuestion question(AccessScopePath path, End source, End destination, int protocol) {
        List<Exclusion> exclusions = new ArrayList<>();
        for (AccessScopePath excluded : content.excludePaths()) {
            boolean about = Statements.means(excluded.source(), source)
                    && Statements.means(excluded.destination(), destination)
                    && Statements.about(excluded.source(), protocol)
                    && Statements.about(excluded.destination(), protocol);
            if (about) {
                exclusions.add(new Exclusion(
                        statements.filter(excluded.source()),
                        statements.filter(excluded.destination()),
                        Statements.through(excluded)));
            }
        }
        if (path.hasThroughResources()) {
            exclusions.add(new Exclusion(
                    HeaderFilter.ANY, HeaderFilter.ANY, Statements.through(path).negate()));
        }
        return new PathQuestion(
                source.pathEnd(),
                destination.pathEnd(),
                protocol,
                statements.filter(path.source()),
                statements.filter(path.destination()),
                Set.of(),
                Set.of(),
                exclusions);
    }
}
