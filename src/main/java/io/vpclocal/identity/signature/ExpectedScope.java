package io.vpclocal.identity.signature;

import java.util.StringJoiner;
import org.jspecify.annotations.Nullable;

/**
 * The Region and service that a request's signature must be scoped to.
 *
 * @param region the Region; null if the endpoint serves every Region
 * @param service signing name of the service
 */
public record ExpectedScope(@Nullable String region, String service) {

    /** Refuses another scope, naming every difference as AWS does. */
    void check(SigningScope.Credential credential, SigningTime signedAt) {
        SigningScope scope = credential.scope();
        StringJoiner differences = new StringJoiner("");
        if (region != null && !region.equals(scope.region())) {
            differences.add("Credential should be scoped to a valid region, not '" + scope.region() + "'. ");
        }
        if (!service.equals(scope.service())) {
            differences.add("Credential should be scoped to correct service: '" + service + "'. ");
        }
        if (!credential.terminator().equals(SigningScope.TERMINATOR)) {
            differences.add("Credential should be scoped with a valid terminator: '" + SigningScope.TERMINATOR
                    + "', not '" + credential.terminator() + "'. ");
        }
        if (!scope.date().equals(signedAt.date())) {
            differences.add(
                    "Date in Credential scope does not match YYYYMMDD from ISO-8601 version of date from HTTP: '"
                            + scope.date() + "' != '" + signedAt.date() + "', from '" + signedAt.basic() + "'.");
        }
        if (differences.length() > 0) {
            throw new RefusedSignatureException(SignatureFailure.wrongScope(differences.toString()));
        }
    }
}
