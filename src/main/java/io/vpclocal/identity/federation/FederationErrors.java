package io.vpclocal.identity.federation;

import io.vpclocal.protocol.AwsException;
import java.time.Instant;

/** STS's errors about tokens and assertions. The texts are reported by AWS's users, unless a comment says otherwise. */
public final class FederationErrors {

    private FederationErrors() {}

    static AwsException invalidToken(String message) {
        return new AwsException("InvalidIdentityToken", message);
    }

    static AwsException notAToken() {
        return invalidToken(
                "The ID Token provided is not a valid JWT. (You may see this error if you sent an Access Token)");
    }

    static AwsException missingClaim(String claim) {
        return invalidToken("Missing a required claim: " + claim);
    }

    static AwsException noProvider(String issuer) {
        return invalidToken("No OpenIDConnect provider found in your account for " + issuer);
    }

    static AwsException noKey() {
        return invalidToken("Couldn't retrieve verification key from your identity provider,  please reference"
                + " AssumeRoleWithWebIdentity documentation for requirements");
    }

    /** Our guess. */
    static AwsException wrongSignature() {
        return invalidToken("Token signature is not valid");
    }

    static AwsException wrongAudience() {
        return invalidToken("Incorrect token audience");
    }

    static AwsException expired(Instant now, long expiry) {
        return new AwsException(
                "ExpiredTokenException",
                "Token expired: current date/time " + now.getEpochSecond() + " must be before the expiration date/time "
                        + expiry);
    }

    /** Our guess. */
    static AwsException notYetValid(Instant now, long start) {
        return new AwsException(
                "IDPRejectedClaim",
                "Token is not valid yet: current date/time " + now.getEpochSecond()
                        + " must not be before the date/time " + start,
                403);
    }

    /** @param action for example {@code sts:AssumeRoleWithWebIdentity} */
    public static AwsException notAuthorized(String action) {
        return new AwsException("AccessDenied", "Not authorized to perform " + action, 403);
    }
}
