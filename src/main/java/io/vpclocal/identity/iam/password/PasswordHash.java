package io.vpclocal.identity.iam.password;

import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.Base64;
import javax.crypto.SecretKeyFactory;
import javax.crypto.spec.PBEKeySpec;

/** Salted hashes of passwords: the salt and the result of PBKDF2 with HMAC-SHA256, in Base64, separated by a colon. */
final class PasswordHash {

    static final int SALT_BYTES = 16;
    private static final int ITERATIONS = 20_000;
    private static final int BITS = 256;

    private PasswordHash() {}

    static String of(String password, byte[] salt) {
        Base64.Encoder encoder = Base64.getEncoder();
        return encoder.encodeToString(salt) + ":" + encoder.encodeToString(derive(password, salt));
    }

    static boolean matches(String hash, String password) {
        int colon = hash.indexOf(':');
        byte[] salt = Base64.getDecoder().decode(hash.substring(0, colon));
        byte[] expected = Base64.getDecoder().decode(hash.substring(colon + 1));
        return MessageDigest.isEqual(expected, derive(password, salt));
    }

    private static byte[] derive(String password, byte[] salt) {
        try {
            PBEKeySpec spec = new PBEKeySpec(password.toCharArray(), salt, ITERATIONS, BITS);
            return SecretKeyFactory.getInstance("PBKDF2WithHmacSHA256")
                    .generateSecret(spec)
                    .getEncoded();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("Every Java platform has PBKDF2WithHmacSHA256", e);
        }
    }
}
