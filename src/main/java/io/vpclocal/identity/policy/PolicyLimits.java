package io.vpclocal.identity.policy;

/** The sizes this package refuses to go beyond; quotas of users, roles and endpoints are checked by those who own them. */
final class PolicyLimits {

    /** Longest document, in UTF-16 units: what the IAM and STS APIs accept as a policy parameter. */
    static final int MAX_DOCUMENT_CHARS = 131_072;

    /** Deepest nesting of objects and arrays; a well-formed policy needs six. */
    static final int MAX_DEPTH = 32;

    /** Longest document of those that were accepted already: AWS has a policy of its own that is longer than 131072. */
    static final int MAX_STORED_CHARS = 1_048_576;

    /** Longest number that Numeric operators compare; a longer one is no number to them. */
    static final int MAX_NUMBER_CHARS = 100;

    private PolicyLimits() {}
}
