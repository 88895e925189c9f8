package io.vpclocal.identity.signature;

import java.io.Serial;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.Base64;
import javax.crypto.AEADBadTagException;
import javax.crypto.Cipher;
import javax.crypto.SecretKey;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;

/**
 * Encrypts secret access keys and messages with AES-256-GCM.
 *
 * <p>The output is one byte of format version, a nonce of 96 random bits, the ciphertext and a tag of 128 bits. The
 * version and the purpose are authenticated: a secret can be decrypted only with its access key id, and never as a
 * message. Thread-safe.
 */
public final class SecretVault {

    /** The input was encrypted with another key or for another purpose, or was altered. */
    public static final class DecryptionException extends RuntimeException {

        @Serial
        private static final long serialVersionUID = 1L;

        private DecryptionException(String message) {
            super(message);
        }
    }

    private static final byte VERSION = 1;
    private static final int KEY_BYTES = 32;
    private static final int NONCE_BYTES = 12;
    private static final int TAG_BYTES = 16;
    private static final String CIPHER = "AES/GCM/NoPadding";

    private final SecretKey key;
    private final SecureRandom random;

    /**
     * @param key 256-bit key; copied
     * @param random source of the nonces
     */
    public SecretVault(byte[] key, SecureRandom random) {
        if (key.length != KEY_BYTES) {
            throw new IllegalArgumentException("The key has " + key.length + " bytes. It must have 32.");
        }
        this.key = new SecretKeySpec(key, "AES");
        this.random = random;
    }

    /** Encrypts the secret of an access key. Each result differs, because the nonce is random. */
    public byte[] encryptSecret(String accessKeyId, String secret) {
        return encrypt(purposeOf(accessKeyId), Digests.utf8(secret));
    }

    /**
     * Decrypts a result of {@link #encryptSecret} for the same access key.
     *
     * @throws DecryptionException if it is not such a result
     */
    public String decryptSecret(String accessKeyId, byte[] encrypted) {
        return new String(decrypt(purposeOf(accessKeyId), encrypted), StandardCharsets.UTF_8);
    }

    /** Encrypts a message to text of {@code [-_A-Za-z0-9]}, as in encoded authorization messages. */
    public String encryptMessage(byte[] message) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(encrypt("message", message));
    }

    /**
     * Decrypts a result of {@link #encryptMessage}.
     *
     * @throws DecryptionException if any character was changed, added or removed
     */
    public byte[] decryptMessage(String text) {
        byte[] encrypted;
        try {
            encrypted = Base64.getUrlDecoder().decode(text);
        } catch (IllegalArgumentException e) {
            throw new DecryptionException("The message is not Base64");
        }
        // Several Base64 texts decode to the same bytes. Only the one that we wrote is accepted.
        if (!Base64.getUrlEncoder().withoutPadding().encodeToString(encrypted).equals(text)) {
            throw new DecryptionException("The message is not canonical Base64");
        }
        return decrypt("message", encrypted);
    }

    private byte[] encrypt(String purpose, byte[] plain) {
        byte[] nonce = new byte[NONCE_BYTES];
        random.nextBytes(nonce);
        try {
            byte[] encrypted = cipher(Cipher.ENCRYPT_MODE, nonce, purpose).doFinal(plain);
            return ByteBuffer.allocate(1 + NONCE_BYTES + encrypted.length)
                    .put(VERSION)
                    .put(nonce)
                    .put(encrypted)
                    .array();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("Every Java platform has " + CIPHER, e);
        }
    }

    private byte[] decrypt(String purpose, byte[] stored) {
        if (stored.length < 1 + NONCE_BYTES + TAG_BYTES || stored[0] != VERSION) {
            throw new DecryptionException("The encrypted data is not of version " + VERSION);
        }
        ByteBuffer buffer = ByteBuffer.wrap(stored, 1, stored.length - 1);
        byte[] nonce = new byte[NONCE_BYTES];
        byte[] encrypted = new byte[stored.length - 1 - NONCE_BYTES];
        buffer.get(nonce).get(encrypted);
        try {
            return cipher(Cipher.DECRYPT_MODE, nonce, purpose).doFinal(encrypted);
        } catch (AEADBadTagException e) {
            throw new DecryptionException("The encrypted data was altered, or has another key or purpose");
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("Every Java platform has " + CIPHER, e);
        }
    }

    private Cipher cipher(int mode, byte[] nonce, String purpose) throws GeneralSecurityException {
        Cipher cipher = Cipher.getInstance(CIPHER);
        cipher.init(mode, key, new GCMParameterSpec(TAG_BYTES * Byte.SIZE, nonce));
        cipher.updateAAD(new byte[] {VERSION});
        cipher.updateAAD(Digests.utf8(purpose));
        return cipher;
    }

    private static String purposeOf(String accessKeyId) {
        return "secret of " + accessKeyId;
    }

    @Override
    public String toString() {
        return "SecretVault";
    }
}
