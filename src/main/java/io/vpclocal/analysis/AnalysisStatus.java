package io.vpclocal.analysis;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** The status of an analysis, computed from its end. */
public final class AnalysisStatus {

    private AnalysisStatus() {}

    /** @param failure null if the analysis succeeds */
    public static String at(Instant now, Instant endsAt, @Nullable String failure) {
        if (now.isBefore(endsAt)) {
            return "running";
        }
        return failure == null ? "succeeded" : "failed";
    }
}
