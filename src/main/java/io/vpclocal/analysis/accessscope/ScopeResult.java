package io.vpclocal.analysis.accessscope;

import java.util.List;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.ec2.model.PathComponent;

/**
 * The result of an analysis of an access scope.
 *
 * @param interfaces the number of network interfaces analyzed
 * @param failure why the analysis failed; null if it succeeded
 * @param warning what the result leaves out; null if it is complete
 */
record ScopeResult(
        List<List<PathComponent>> findings,
        int interfaces,
        @Nullable String failure,
        @Nullable String warning) {

    static ScopeResult failed(String why) {
        return new ScopeResult(List.of(), 0, why, null);
    }
}
