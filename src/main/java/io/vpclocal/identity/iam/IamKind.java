package io.vpclocal.identity.iam;

/** The kinds of IAM entities, with their names in ids, ARNs and messages. */
public enum IamKind {
    USER("user", "AIDA", "User", "user"),
    GROUP("group", "AGPA", "Group", "group"),
    ROLE("role", "AROA", "Role", "role"),
    POLICY("policy", "ANPA", "Policy", "policy"),
    INSTANCE_PROFILE("instance-profile", "AIPA", "Instance Profile", "instanceProfile"),
    OIDC_PROVIDER("oidc-provider", "AOIP", "OpenIDConnect Provider", "openIDConnectProvider"),
    SAML_PROVIDER("saml-provider", "SAMLP", "SAML Provider", "samlProvider"),
    SERVER_CERTIFICATE("server-certificate", "ASCA", "Server Certificate", "serverCertificate"),
    MFA_DEVICE("mfa", "AMFA", "MFA Device", "virtualMFADevice");

    private final String type;
    private final String idPrefix;
    private final String label;
    private final String member;

    IamKind(String type, String idPrefix, String label, String member) {
        this.type = type;
        this.idPrefix = idPrefix;
        this.label = label;
        this.member = member;
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

    /** AWS documentation, IAM User Guide: keys of tags are case-insensitive for users and roles only. */
    boolean ignoresCaseOfTags() {
        return this == USER || this == ROLE;
    }
}
