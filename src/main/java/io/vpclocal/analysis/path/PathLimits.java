package io.vpclocal.analysis.path;

import java.time.Duration;

/** Adjustable quotas of Reachability Analyzer per account and Region (AWS documentation, Reachability Analyzer guide: quotas). */
final class PathLimits {

    static final int PATHS = 1_000;
    static final int ANALYSES = 10_000;
    static final int RUNNING_ANALYSES = 100;

    /** AWS deletes an analysis this long after its start. */
    static final Duration KEPT = Duration.ofDays(120);

    static final int LARGEST_PAGE = 100;

    private PathLimits() {}
}
