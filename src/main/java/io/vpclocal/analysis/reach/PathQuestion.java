package io.vpclocal.analysis.reach;

import java.util.List;
import java.util.Set;

/**
 * The question whether any packet gets from one end to the other, and its answer back.
 *
 * @param protocol 6 for TCP or 17 for UDP
 * @param through ids or ARNs of components that the path must all have
 * @param without ids or ARNs of components that the path must not have
 * @param exclusions paths that do not count
 */
public record PathQuestion(
        PathEnd source,
        PathEnd destination,
        int protocol,
        HeaderFilter atSource,
        HeaderFilter atDestination,
        Set<String> through,
        Set<String> without,
        List<Exclusion> exclusions) {

    public static final int TCP = 6;
    public static final int UDP = 17;

    /** A question without restrictions of the path. */
    public PathQuestion(
            PathEnd source,
            PathEnd destination,
            int protocol,
            HeaderFilter atSource,
            HeaderFilter atDestination,
            Set<String> through,
            Set<String> without) {
        this(source, destination, protocol, atSource, atDestination, through, without, List.of());
    }

    /** The same without component filters. */
    PathQuestion unfiltered() {
        return new PathQuestion(source, destination, protocol, atSource, atDestination, Set.of(), Set.of(), exclusions);
    }

    boolean componentFiltered() {
        return !through.isEmpty() || !without.isEmpty();
    }

    PathQuestion withAtSource(HeaderFilter filter) {
        return new PathQuestion(source, destination, protocol, filter, atDestination, through, without, exclusions);
    }

    PathQuestion withAtDestination(HeaderFilter filter) {
        return new PathQuestion(source, destination, protocol, atSource, filter, through, without, exclusions);
    }
}
