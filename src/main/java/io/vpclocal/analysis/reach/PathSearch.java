package io.vpclocal.analysis.reach;

import io.vpclocal.traffic.engine.Evaluator;
import io.vpclocal.traffic.engine.Examination;
import io.vpclocal.traffic.engine.FlowVerdict;
import io.vpclocal.traffic.engine.Network;
import io.vpclocal.traffic.engine.PrivateLink;
import io.vpclocal.traffic.engine.Stop;
import io.vpclocal.traffic.engine.StopCode;
import io.vpclocal.traffic.engine.UnresolvableFlowException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Searches a packet that gets from one end to the other and whose answer comes back. Rules and routes distinguish a
 * limited number of packet kinds. One packet of each kind is sent through the evaluator, so the search finds a path if
 * and only if one exists.
 */
public final class PathSearch {

    private static final int MOST_PROBES = 50_000;
    private static final int MOST_EXAMINED = 256;

    /** The question has too many packet kinds. */
    public static final class TooManyProbes extends RuntimeException {
        private static final long serialVersionUID = 1L;

        TooManyProbes() {
            super("The path has more combinations of addresses and ports than an analysis tries.");
        }
    }

    private final Terrain terrain;
    private final PathQuestion question;
    private final Goal goal;
    private final PathFilter filter;
    private final CutPoints cuts;
    private final Candidates candidates;
    private final PrivateLink links;
    private final IngressRoutes ingress;
    private IngressRoutes.@Nullable Refusal redirected;
    private final Set<Probe> tried = new HashSet<>();

    public PathSearch(Terrain terrain, PathQuestion question) {
        this.terrain = terrain;
        this.question = question;
        this.links = links(terrain, question.destination());
        this.ingress = new IngressRoutes(terrain.parts());
        this.goal = new Goal(question);
        this.filter = new PathFilter(question);
        this.cuts = new CutPoints(terrain, question.protocol());
        this.candidates = new Candidates(terrain, question, cuts);
        cuts.filter(question.atSource());
        cuts.filter(question.atDestination());
        question.exclusions().forEach(exclusion -> {
            cuts.filter(exclusion.atSource());
            cuts.filter(exclusion.atDestination());
        });
    }

    /** @throws TooManyProbes if the question needs too many probes */
    public boolean findsPath() {
        return find() != null;
    }

    /** A path, or null if none exists. */
    @Nullable
    Way find() {
        Way direct = find(candidates::pairs);
        return direct == null ? find(candidates::detours) : direct;
    }

    private @Nullable Way find(Supplier<List<Probe>> pairs) {
        int known = -1;
        while (known != cuts.size()) {
            known = cuts.size();
            for (Probe pair : pairs.get()) {
                Way way = find(pair);
                if (way != null) {
                    return way;
                }
            }
        }
        return null;
    }

    /** Tries the ports if they can make a difference. Without a route, for example, they cannot. */
    private @Nullable Way find(Probe pair) {
        for (int toPort : candidates.destinationPorts()) {
            for (int fromPort : candidates.sourcePorts()) {
                Probe probe = pair.ports(fromPort, toPort);
                FlowVerdict verdict = tried.add(probe) ? verdict(probe) : null;
                if (verdict == null) {
                    continue;
                }
                Way way = goal.reached(probe, verdict);
                if (way != null && filter.admits(way) && possible(way)) {
                    return way;
                }
                boolean arrived = way != null || goal.arrives(verdict);
                if (!arrived && !portsMatter(verdict)) {
                    return null;
                }
                if (!arrived) {
                    // The source port only matters for the answer.
                    break;
                }
            }
        }
        return null;
    }

    private boolean possible(Way way) {
        Optional<IngressRoutes.Refusal> found = ingress.refusal(question, way);
        found.ifPresent(refusal -> redirected = refusal);
        return found.isEmpty();
    }

    /** The gateway's route that made the paths impossible; null if there were none. */
    IngressRoutes.@Nullable Refusal redirected() {
        return redirected;
    }

    private @Nullable FlowVerdict verdict(Probe probe) {
        if (tried.size() > MOST_PROBES) {
            throw new TooManyProbes();
        }
        try {
            FlowVerdict verdict = Evaluator.evaluate(terrain.network(probe), probe.flow(), links);
            cuts.along(verdict);
            return verdict;
        } catch (UnresolvableFlowException e) {
            return null;
        }
    }

    /** Paths to an endpoint end there. Load balancers choose the destination if it is one of their targets. */
    private static PrivateLink links(Terrain terrain, PathEnd destination) {
        if (!(destination instanceof PathEnd.Interfaces at)) {
            return terrain.links();
        }
        if (at.endpoint()) {
            return PrivateLink.NONE;
        }
        return terrain.links()
                .towards(at.interfaceIds().stream()
                        .flatMap(id -> Stream.ofNullable(terrain.parts().networkInterface(id)))
                        .flatMap(one -> one.addresses().stream())
                        .map(Network.PrivateAddress::address)
                        .collect(Collectors.toUnmodifiableSet()));
    }

    private static boolean portsMatter(FlowVerdict verdict) {
        Stop stop = verdict.request().stop();
        StopCode code = stop == null ? null : stop.code();
        return code == StopCode.ENI_SG_RULES_MISMATCH
                || code == StopCode.SUBNET_ACL_RESTRICTION
                || code == StopCode.ELBV2_LISTENERS_MISMATCH
                || code == StopCode.ELBV2_NO_TARGETS_IN_AZ
                || code == StopCode.NO_HEALTHY_TARGET;
    }

    /** The packet that comes closest to the destination: the one with the fewest obstacles on its way. */
    @Nullable
    Nearest nearest() {
        Nearest best = null;
        int left = MOST_EXAMINED;
        for (Probe pair : candidates.pairs()) {
            for (int toPort : candidates.destinationPorts()) {
                if (left-- == 0) {
                    return best;
                }
                Nearest one = examine(pair.ports(pair.fromPort(), toPort));
                if (one != null && (best == null || one.cost() < best.cost())) {
                    best = one;
                }
            }
        }
        return best;
    }

    /** The obstacles of one packet, and whether it would arrive without them. */
    record Nearest(Probe probe, Examination examination, boolean arrives) {
        int cost() {
            return examination.obstacles().size() + (arrives ? 0 : 100);
        }
    }

    private @Nullable Nearest examine(Probe probe) {
        try {
            Examination examination = Evaluator.examine(terrain.network(probe), probe.flow(), links);
            return new Nearest(probe, examination, goal.arrives(examination.verdict()));
        } catch (UnresolvableFlowException e) {
            return null;
        }
    }

    /** More paths, for hints of alternative components. */
    List<Way> others(Way found) {
        List<Way> others = new ArrayList<>();
        int left = MOST_EXAMINED;
        for (Probe pair : candidates.pairs()) {
            if (left-- == 0) {
                break;
            }
            Probe probe = pair.ports(found.probe().fromPort(), found.probe().toPort());
            FlowVerdict verdict = verdict(probe);
            Way way = verdict == null ? null : goal.reached(probe, verdict);
            if (way != null) {
                others.add(way);
            }
        }
        return others;
    }
}
