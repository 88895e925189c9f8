package io.vpclocal.identity.policy;

import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The decision about a request.
 *
 * @param outcome the outcome
 * @param decidedBy for an explicit deny the type of the denying policy, for an implicit deny the type that lacks an
 *     allow, for an allow the type that allows; null if the root user is allowed without a policy
 * @param match the statement that denies or allows; null for implicit denies and where no statement was needed
 */
public record Decision(
        Outcome outcome,
        @Nullable PolicyType decidedBy,
        @Nullable StatementMatch match) {

    private static final Pattern MANAGED = Pattern.compile("arn:[^:]+:iam::[^:]+:policy/.+");

    /** The possible outcomes. */
    public enum Outcome {
        /** The request is allowed. */
        ALLOWED("allowed"),
        /** A statement with effect Deny applies. */
        EXPLICIT_DENY("explicitDeny"),
        /** An allow is missing. */
        IMPLICIT_DENY("implicitDeny");

        private final String wireName;

        Outcome(String wireName) {
            this.wireName = wireName;
        }

        /** The value of {@code EvalDecision} in IAM's simulator. */
        public String wireName() {
            return wireName;
        }
    }

    /** True if the request is allowed. */
    public boolean isAllowed() {
        return outcome == Outcome.ALLOWED;
    }

    /**
     * The reason in AWS's words, to follow "User: ... is not authorized to perform: ... on resource: ...": either
     * {@code because no identity-based policy allows the ec2:CreateVpc action} or
     * {@code with an explicit deny in an identity-based policy}. Empty for an allow.
     *
     * <p>An explicit deny by a managed policy ends with its ARN, as users of AWS recorded in 2026 for identity-based
     * policies and permissions boundaries (session policies by analogy); inline policies are not named.
     *
     * @param action the action to name, which may differ from the one evaluated
     */
    public String reason(String action) {
        if (decidedBy == null || isAllowed()) {
            return "";
        }
        return outcome == Outcome.EXPLICIT_DENY
                ? "with an explicit deny in " + decidedBy.phraseWithArticle() + managedPolicy()
                : "because no " + decidedBy.phrase() + " allows the " + action + " action";
    }

    private String managedPolicy() {
        return match != null
                        && match.policyType().isOfPrincipal()
                        && MANAGED.matcher(match.policyId()).matches()
                ? ": " + match.policyId()
                : "";
    }
}
