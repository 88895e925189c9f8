package io.vpclocal.analysis.reach;

import java.util.Set;
import java.util.function.Predicate;

/**
 * Paths that a question excludes.
 *
 * @param through whether the component ids of a path match the exclusion
 */
public record Exclusion(HeaderFilter atSource, HeaderFilter atDestination, Predicate<Set<String>> through) {

    boolean matches(Way way) {
        return atSource.admits(way.sent())
                && atDestination.admits(PathFilter.arrived(way))
                && through.test(PathFilter.components(way));
    }
}
