package io.vpclocal.identity.policy;

/** The size limits of this package. The owning modules check the quotas of users, roles and endpoints. */
final class PolicyLimits {

    /** Longest document, in UTF-16 units: the limit of policy parameters in the IAM and STS APIs. */
    static final int MAX_DOCUMENT_CHARS = 131_072;

    /** Deepest nesting of objects and arrays. A valid policy needs six. */
    static final int MAX_DEPTH = 32;

    /** Longest document that was already accepted: one AWS managed policy is longer than 131072. */
    static final int MAX_STORED_CHARS = 1_048_576;

    /** Longest text that Numeric operators read as a number. */
    static final int MAX_NUMBER_CHARS = 100;

    private PolicyLimits() {}
}
