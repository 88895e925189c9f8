package io.vpclocal.identity.iam.credential;

import io.vpclocal.identity.iam.IamLimits;

/** The kinds of further credentials, with their names in ids, messages and quotas. */
enum CredentialKind {
    SSH_KEY("APKA", 17, "The Public Key with id ", "SSHPublicKeysPerUser", IamLimits.SSH_KEYS),
    SIGNING_CERTIFICATE("", 32, "The Certificate with id ", "CertificatesPerUser", IamLimits.SIGNING_CERTIFICATES),
    SERVICE(
            "ACCA",
            17,
            "The Service Specific Credential with id ",
            "ServiceSpecificCredentialsPerUser",
            IamLimits.SERVICE_CREDENTIALS);

    private final String prefix;
    private final int idLength;
    private final String label;
    private final String quota;
    private final int limit;

    CredentialKind(String prefix, int idLength, String label, String quota, int limit) {
        this.prefix = prefix;
        this.idLength = idLength;
        this.label = label;
        this.quota = quota;
        this.limit = limit;
    }

    /** The first letters of ids. */
    String prefix() {
        return prefix;
    }

    /** The number of random letters that follow. */
    int idLength() {
        return idLength;
    }

    /** The beginning of messages about one that does not exist. */
    String label() {
        return label;
    }

    String quota() {
        return quota;
    }

    /** How many a user can have; for service-specific credentials, of one service. */
    int limit() {
        return limit;
    }
}
