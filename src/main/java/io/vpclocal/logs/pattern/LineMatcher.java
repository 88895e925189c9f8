package io.vpclocal.logs.pattern;

import java.util.Map;

/** A compiled filter pattern. Stateless, so threads can share it. */
interface LineMatcher {

    boolean matches(String message);

    /** The extracted values that TestMetricFilter returns for a matching message; empty for plain terms. */
    default Map<String, String> extract(String message) {
        return Map.of();
    }
}
