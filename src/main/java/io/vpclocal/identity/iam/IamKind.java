package io.vpclocal.identity.iam;

/** The kinds of IAM entities, with their names in ids, ARNs and messages. */
public enum IamKind {
    USER("user", "AIDA", "User", "user", 64),
    GROUP("group", "AGPA", "Group", "group", 128),
    ROLE("role", "AROA", "Role", "role", 64),
    POLICY("policy", "ANPA", "Policy", "policy", 128),
    INSTANCE_PROFILE("instance-profile", "AIPA", "Instance Profile", "instanceProfile", 128),
    OIDC_PROVIDER("oidc-provider", "AOIP", "OpenIDConnect Provider", "openIDConnectProvider", 255),
    SAML_PROVIDER("saml-provider", "SAMLP", "SAML Provider", "samlProvider", 128),
    SERVER_CERTIFICATE("server-certificate", "ASCA", "Server Certificate", "serverCertificate", 128),
    MFA_DEVICE("mfa", "AMFA", "MFA Device", "virtualMFADevice", 128);

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

    /** The type in ARNs. */
    public String type() {
        return type;
    }

    /** The first letters of unique ids. */
    public String idPrefix() {
        return idPrefix;
    }

    /** The noun in messages, at the beginning of a sentence. */
    public String label() {
        return label;
    }

    /** The request parameter that names it, as written in validation messages: with a lower-case first letter. */
    public String parameter() {
        return member + "Name";
    }

    int longestName() {
        return longestName;
    }
}
