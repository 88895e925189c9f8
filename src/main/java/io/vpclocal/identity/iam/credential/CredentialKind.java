package io.vpclocal.identity.iam.credential;

import io.vpclocal.identity.iam.IamLimits;

/** The kinds of further credentials, with their names in ids, messages and quotas. */
enum CredentialKind {
    SSH_KEY("APKA", 17, "The Public Key with id %s cannot be found.", "SSHPublicKeysPerUser", IamLimits.SSH_KEYS),
    SIGNING_CERTIFICATE(
            "",
            32,
            "The Certificate with id %s cannot be found.",
            "CertificatesPerUser",
            IamLimits.SIGNING_CERTIFICATES),
    SERVICE(
            "ACCA",
            17,
            "No such credential %s exists",
            "ServiceSpecificCredentialsPerUser",
            IamLimits.SERVICE_CREDENTIALS);

    private final String prefix;
    private final int idLength;
    private final String missing;
    private final String quota;
    private final int limit;

    CredentialKind(String prefix, int idLength, String missing, String quota, int limit) {
        this.prefix = prefix;
        this.idLength = idLength;
        this.missing = missing;
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

    /** The message about one that does not exist; recorded from AWS for service-specific credentials. */
    String missing(String id) {
        return missing.formatted(id);
    }

    String quota() {
        return quota;
    }

    /** How many a user can have; for service-specific credentials, of one service. */
    int limit() {
        return limit;
    }
}
