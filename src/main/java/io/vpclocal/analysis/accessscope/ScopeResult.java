package io.vpclocal.analysis.accessscope;

import java.util.List;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.ec2.model.PathComponent;

/**
 * What an analysis of an access scope found.
 *
 * @param interfaces how many network interfaces were looked at
 * @param failure why there is no result; null if there is one
 * @param warning what was left out; null if nothing was
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
