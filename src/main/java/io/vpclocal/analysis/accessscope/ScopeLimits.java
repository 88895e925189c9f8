package io.vpclocal.analysis.accessscope;

/** Quotas of Network Access Analyzer per account and Region (AWS documentation, Network Access Analyzer guide: quotas). */
final class ScopeLimits {

    static final int SCOPES = 1_000;
    static final int ANALYSES = 10_000;
    static final int RUNNING_ANALYSES = 25;
    static final int LARGEST_PAGE = 100;
    static final int LARGEST_PAGE_OF_FINDINGS = 1_000;

    /** AWS returns a representative set of findings, not all; how many is our guess. */
    static final int FINDINGS = 1_000;

    private ScopeLimits() {}
}
