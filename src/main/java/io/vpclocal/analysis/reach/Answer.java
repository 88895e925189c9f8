package io.vpclocal.analysis.reach;

import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.ec2.model.AlternatePathHint;
import software.amazon.awssdk.services.ec2.model.Explanation;
import software.amazon.awssdk.services.ec2.model.PathComponent;

/**
 * The result of an analysis.
 *
 * @param explanations empty if a path was found
 * @param hints alternative components, if a path was found
 * @param accounts the accounts outside of the analysis that packets left for
 */
public record Answer(
        boolean found,
        List<PathComponent> forward,
        List<PathComponent> backward,
        List<Explanation> explanations,
        List<AlternatePathHint> hints,
        Set<String> accounts) {

    /** The same with the accounts outside of the analysis that packets left for. */
    public Answer leading(Set<String> left) {
        return new Answer(found, forward, backward, explanations, hints, Set.copyOf(left));
    }

    /** What the analysis leaves out (our guess at the text); null if it is complete. */
    public @Nullable String warning() {
        return accounts.isEmpty()
                ? null
                : "The analysis does not include these accounts, which traffic can reach: "
                        + String.join(", ", new TreeSet<>(accounts)) + ". Specify them as additional accounts.";
    }

    /** No path, for one reason. */
    public static Answer none(Explanation explanation) {
        return new Answer(false, List.of(), List.of(), List.of(explanation), List.of(), Set.of());
    }
}
