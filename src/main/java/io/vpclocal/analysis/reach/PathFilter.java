package io.vpclocal.analysis.reach;

import io.vpclocal.traffic.engine.Hop;
import io.vpclocal.traffic.engine.Observation;
import io.vpclocal.traffic.engine.Packet;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Decides whether a path matches the question, by its components and its packets at the destination. */
final class PathFilter {

    private static final int FIRST_EPHEMERAL_PORT = 1024;

    private final PathQuestion question;

    PathFilter(PathQuestion question) {
        this.question = question;
    }

    boolean admits(Way way) {
        return goesRight(way)
                && fits(way)
                && question.exclusions().stream().noneMatch(exclusion -> exclusion.matches(way));
    }

    /** Whether the path has all required components and no excluded one. */
    boolean goesRight(Way way) {
        if (!question.componentFiltered()) {
            return true;
        }
        Set<String> components = components(way);
        return components.containsAll(question.through())
                && question.without().stream().noneMatch(components::contains);
    }

    /** Whether the arriving packet matches the filter at the destination. */
    boolean fits(Way way) {
        HeaderFilter wanted = question.atDestination();
        Packet arrived = arrived(way);
        boolean addresses = (wanted.source() == null || wanted.source().equals(arrived.source()))
                && (wanted.destination() == null || wanted.destination().equals(arrived.destination()));
        return addresses
                && HeaderFilter.contains(wanted.fromBlocks(), arrived.source())
                && HeaderFilter.contains(wanted.toBlocks(), arrived.destination())
                && fits(wanted.sourcePorts(), sourcePorts(way, arrived))
                && fits(wanted.destinationPorts(), Ranges.of(arrived.destinationPort(), arrived.destinationPort()));
    }

    private static boolean fits(@Nullable Ranges wanted, Ranges possible) {
        return wanted == null || !wanted.and(possible).isEmpty();
    }

    /** Address translation picks a new port. */
    static Ranges sourcePorts(Way way, Packet arrived) {
        return remapped(way)
                ? Ranges.of(FIRST_EPHEMERAL_PORT, 65_535)
                : Ranges.of(arrived.sourcePort(), arrived.sourcePort());
    }

    static boolean remapped(Way way) {
        return way.forward().stream()
                .anyMatch(hop -> hop.stage() == Hop.Stage.NAT_GATEWAY || hop.stage() == Hop.Stage.LOAD_BALANCER);
    }

    /**
     * The headers at the destination; for packets that leave through an internet gateway, the headers that it received.
     */
    static Packet arrived(Way way) {
        Packet last = way.sent();
        for (Observation seen : way.verdict().observations()) {
            if (!seen.answer()) {
                last = seen.packet();
            }
        }
        return last;
    }

    static Set<String> components(Way way) {
        Set<String> components = new HashSet<>();
        for (Hop hop : way.forward()) {
            if (hop.decision() == Hop.Decision.ALLOW) {
                components.addAll(List.of(hop.component().split(", ", -1)));
            }
        }
        for (Observation seen : way.verdict().observations()) {
            if (!seen.answer() && seen.networkInterface().instanceId() != null) {
                components.add(seen.networkInterface().instanceId());
            }
        }
        return components;
    }
}
