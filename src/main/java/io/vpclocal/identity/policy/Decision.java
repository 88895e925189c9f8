package io.vpclocal.identity.policy;

import org.jspecify.annotations.Nullable;

/**
 * The answer to a request.
 *
 * @param outcome what it is
 * @param decidedBy for an explicit deny the type of the policy that denies, for an implicit one the type that lacks an
 *     allow, for an allow the type that gives it; null when the root user is allowed without any policy
 * @param match the statement that denies or allows; null for implicit denies and where no statement was needed
 */
public record Decision(
        Outcome outcome,
        @Nullable PolicyType decidedBy,
        @Nullable StatementMatch match) {

    /** What a decision can be. */
    public enum Outcome {
        /** May be done. */
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

    /** Whether it may be done. */
    public boolean isAllowed() {
        return outcome == Outcome.ALLOWED;
    }

    /**
     * The reason in AWS's words, to follow "User: ... is not authorized to perform: ... on resource: ...": either
     * {@code because no identity-based policy allows the ec2:CreateVpc action} or
     * {@code with an explicit deny in an identity-based policy}. Empty for an allow.
     *
     * @param action the action to name, which may differ from the one asked for
     */
    public String reason(String action) {
        if (decidedBy == null || isAllowed()) {
            return "";
        }
        return outcome == Outcome.EXPLICIT_DENY
                ? "with an explicit deny in " + decidedBy.phraseWithArticle()
                : "because no " + decidedBy.phrase() + " allows the " + action + " action";
    }
}
