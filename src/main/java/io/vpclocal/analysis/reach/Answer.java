package io.vpclocal.analysis.reach;

import java.util.List;
import java.util.Set;
import software.amazon.awssdk.services.ec2.model.AlternatePathHint;
import software.amazon.awssdk.services.ec2.model.Explanation;
import software.amazon.awssdk.services.ec2.model.PathComponent;

/**
 * The result of an analysis.
 *
 * @param explanations empty if a path was found
 * @param hints alternative components, if a path was found
 * @param accounts the other accounts on the path
 */
public record Answer(
        boolean found,
        List<PathComponent> forward,
        List<PathComponent> backward,
        List<Explanation> explanations,
        List<AlternatePathHint> hints,
        Set<String> accounts) {

    /** No path, for one reason. */
    public static Answer none(Explanation explanation) {
        return new Answer(false, List.of(), List.of(), List.of(explanation), List.of(), Set.of());
    }
}
