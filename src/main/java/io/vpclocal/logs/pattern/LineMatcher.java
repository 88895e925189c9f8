package io.vpclocal.logs.pattern;

import java.util.Map;

/** A compiled filter pattern. Holds no state of a match, so any number of threads may share one. */
interface LineMatcher {

    boolean matches(String message);

    /** What TestMetricFilter reports as extracted values of a message that matches; empty for plain terms. */
    default Map<String, String> extract(String message) {
        return Map.of();
    }
}
