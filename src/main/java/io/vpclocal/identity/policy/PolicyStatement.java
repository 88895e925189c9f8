package io.vpclocal.identity.policy;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A statement as written, for messages and simulations. Lists of missing elements are empty.
 *
 * @param index index in the document, from 0
 * @param sid its Sid, if any
 * @param effect {@code Allow} or {@code Deny}
 * @param start just after the opening brace, as AWS reports it
 * @param end just after the closing brace
 */
public record PolicyStatement(
        int index,
        @Nullable String sid,
        String effect,
        List<String> principals,
        List<String> notPrincipals,
        List<String> actions,
        List<String> notActions,
        List<String> resources,
        List<String> notResources,
        List<Test> conditions,
        Position start,
        Position end) {

    /**
     * One key of the Condition element.
     *
     * @param operator for example {@code StringEquals}
     */
    public record Test(String operator, String key, List<String> values) {}
}
