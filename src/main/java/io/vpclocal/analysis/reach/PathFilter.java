package io.vpclocal.analysis.reach;

import io.vpclocal.traffic.engine.Hop;
import io.vpclocal.traffic.engine.Observation;
import io.vpclocal.traffic.engine.Packet;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Tells whether a path is one that the question asks for: by its components, and by its packets at the destination. */
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

    /** Whether the path has the components it must have, and none that it must not. */
    boolean goesRight(Way way) {
        if (!question.componentFiltered()) {
            return true;
        }
        Set<String> components = components(way);
        return components.containsAll(question.through())
                && question.without().stream().noneMatch(components::contains);
    }

    /** Whether the packet arrives as the filter at the destination wants it. */
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

    /** What translates addresses picks a port itself. */
    static Ranges sourcePorts(Way way, Packet arrived) {
        return remapped(way)
                ? Ranges.of(FIRST_EPHEMERAL_PORT, 65_535)
                : Ranges.of(arrived.sourcePort(), arrived.sourcePort());
    }

    static boolean remapped(Way way) {
        return way.forward().stream()
                .anyMatch(hop -> hop.stage() == Hop.Stage.NAT_GATEWAY || hop.stage() == Hop.Stage.LOAD_BALANCER);
    }

    /** The headers as the destination sees them; those that leave through an internet gateway as it received them. */
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
