package io.vpclocal.analysis.reach;

import java.util.Set;
import java.util.function.Predicate;

/**
 * Paths that are not asked for.
 *
 * @param through whether the ids of a path's components make it one of them
 */
public record Exclusion(HeaderFilter atSource, HeaderFilter atDestination, Predicate<Set<String>> through) {

    boolean matches(Way way) {
        return atSource.admits(way.sent())
                && atDestination.admits(PathFilter.arrived(way))
                && through.test(PathFilter.components(way));
    }
}
