package io.vpclocal.identity.signature;

import org.jspecify.annotations.Nullable;

/** Checks that a temporary access key comes with a session token. */
final class TemporaryKeys {

    private TemporaryKeys() {}

    static void requireSessionToken(String accessKeyId, @Nullable String sessionToken) {
        if (accessKeyId.startsWith("ASIA") && (sessionToken == null || sessionToken.isEmpty())) {
            throw new RefusedSignatureException(SignatureFailure.missingSessionToken());
        }
    }
}
