package io.vpclocal.identity.iam;

/** What IAM has names for, with how ids, ARNs and messages call it. */
public enum IamKind {
    USER("user", "AIDA", "User", "user", 64),
    GROUP("group", "AGPA", "Group", "group", 128),
    ROLE("role", "AROA", "Role", "role", 64),
    POLICY("policy", "ANPA", "Policy", "policy", 128),
    INSTANCE_PROFILE("instance-profile", "AIPA", "Instance Profile", "instanceProfile", 128);

    private final String type;
    private final String idPrefix;
    private final String label;
    private final String member;
    private final int longestName;

    IamKind(String type, String idPrefix, String label, String member, int longestName) {
        this.type = type;
        this.idPrefix = idPrefix;
        this.label = label;
        this.member = member;
        this.longestName = longestName;
    }

    /** The type as in ARNs. */
    public String type() {
        return type;
    }

    /** The first four letters of unique ids. */
    public String idPrefix() {
        return idPrefix;
    }

    /** How messages call it at the beginning of a sentence. */
    public String label() {
        return label;
    }

    /** The request parameter that names it, with a lower-case first letter, as validation messages spell it. */
    public String parameter() {
        return member + "Name";
    }

    int longestName() {
        return longestName;
    }
}
