package io.vpclocal.identity.federation;

import java.security.GeneralSecurityException;
import java.security.PrivateKey;
import java.security.PublicKey;
import java.security.Signature;
import java.util.Arrays;
import java.util.Optional;

/** The signature algorithms that AWS accepts in ID tokens (IAM User Guide, "Create an OIDC identity provider"). */
enum JwsAlgorithm {
    RS256("RSA", "SHA256withRSA", ""),
    RS384("RSA", "SHA384withRSA", ""),
    RS512("RSA", "SHA512withRSA", ""),
    ES256("EC", "SHA256withECDSAinP1363Format", "P-256"),
    ES384("EC", "SHA384withECDSAinP1363Format", "P-384"),
    ES512("EC", "SHA512withECDSAinP1363Format", "P-521");

    private final String keyType;
    private final String signature;
    private final String curve;

    JwsAlgorithm(String keyType, String signature, String curve) {
        this.keyType = keyType;
        this.signature = signature;
        this.curve = curve;
    }

    static Optional<JwsAlgorithm> of(String name) {
        return Arrays.stream(values())
                .filter(algorithm -> algorithm.name().equals(name))
                .findFirst();
    }

    /** {@code RSA} or {@code EC}. */
    String keyType() {
        return keyType;
    }

    /** The curve of its keys; empty for RSA. */
    String curve() {
        return curve;
    }

    boolean verifies(PublicKey key, byte[] content, byte[] signed) {
        try {
            Signature verifier = Signature.getInstance(signature);
            verifier.initVerify(key);
            verifier.update(content);
            return verifier.verify(signed);
        } catch (GeneralSecurityException e) {
            // A signature of the wrong length, or a key that is too short for the algorithm.
            return false;
        }
    }

    byte[] sign(PrivateKey key, byte[] content) {
        try {
            Signature signer = Signature.getInstance(signature);
            signer.initSign(key);
            signer.update(content);
            return signer.sign();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("Cannot sign with " + signature, e);
        }
    }
}
