package io.vpclocal.identity.signature;

import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * The differences between services in signature verification.
 *
 * @param clockSkew how far the clocks of client and service may differ
 * @param objectStorage true for Amazon S3's rules: the path is signed unchanged, the payload may be unsigned
 * @param requestedLifetime true if X-Amz-Expires sets the lifetime of a presigned request
 */
record SigningRules(Duration clockSkew, boolean objectStorage, boolean requestedLifetime) {

    private static final Duration FIFTEEN_MINUTES = Duration.ofMinutes(15);

    private static final SigningRules USUAL = new SigningRules(FIFTEEN_MINUTES, false, true);
    private static final SigningRules OBJECT_STORAGE = new SigningRules(FIFTEEN_MINUTES, true, true);
    /** STS ignores X-Amz-Expires: EKS tokens request 60 seconds and are valid for 15 minutes. */
    private static final SigningRules STS = new SigningRules(FIFTEEN_MINUTES, false, false);

    private static final SigningRules LOGS = new SigningRules(Duration.ofMinutes(5), false, true);

    static SigningRules of(String service) {
        return switch (service) {
            case "s3", "s3-object-lambda", "s3express" -> OBJECT_STORAGE;
            case "sts" -> STS;
            case "logs" -> LOGS;
            default -> USUAL;
        };
    }

    /**
     * Refuses a request signed too long ago or in the future.
     *
     * @param expires requested lifetime of a presigned request, or null
     */
    void checkTime(SigningTime signedAt, @Nullable Duration expires, Instant now) {
        Duration lifetime = expires != null && requestedLifetime ? expires : clockSkew;
        if (signedAt.instant().isBefore(now.minus(lifetime))) {
            throw new RefusedSignatureException(SignatureFailure.expired("Signature expired: " + signedAt.basic()
                    + " is now earlier than " + SigningTime.basic(now.minus(lifetime)) + " (" + SigningTime.basic(now)
                    + " - " + text(lifetime) + ".)"));
        }
        if (signedAt.instant().isAfter(now.plus(clockSkew))) {
            throw new RefusedSignatureException(SignatureFailure.notYetValid("Signature not yet current: "
                    + signedAt.basic() + " is still later than " + SigningTime.basic(now.plus(clockSkew)) + " ("
                    + SigningTime.basic(now) + " + " + text(clockSkew) + ".)"));
        }
    }

    private static String text(Duration duration) {
        return duration.toSecondsPart() == 0 ? duration.toMinutes() + " min" : duration.toSeconds() + " sec";
    }
}
