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
 * Keeps secret access keys unreadable at rest and makes messages that only their writer can read, with AES-256-GCM.
 *
 * <p>A seal is one byte of format version, a nonce of 96 random bits, the ciphertext and a tag of 128 bits. The version
 * and the purpose are authenticated too: a sealed secret opens only for the access key id it was sealed for, and never as
 * a message. Safe for use by several threads.
 */
public final class SecretVault {

    /** The sealed bytes or text were not made with this key, were altered, or were sealed for something else. */
    public static final class BrokenSealException extends RuntimeException {

        @Serial
        private static final long serialVersionUID = 1L;

        private BrokenSealException(String message) {
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
            throw new IllegalArgumentException("The key of a vault has 32 bytes, not " + key.length);
        }
        this.key = new SecretKeySpec(key, "AES");
        this.random = random;
    }

    /** Seals the secret of an access key. Two seals of the same secret differ. */
    public byte[] sealSecret(String accessKeyId, String secret) {
        return seal(purposeOf(accessKeyId), Digests.utf8(secret));
    }

    /**
     * Opens what {@link #sealSecret} returned for the same access key.
     *
     * @throws BrokenSealException if that is not what it is
     */
    public String openSecret(String accessKeyId, byte[] sealed) {
        return new String(open(purposeOf(accessKeyId), sealed), StandardCharsets.UTF_8);
    }

    /** Seals a message into text of the alphabet {@code [-_A-Za-z0-9]}, as in encoded authorization messages. */
    public String sealMessage(byte[] message) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(seal("message", message));
    }

    /**
     * Opens what {@link #sealMessage} returned.
     *
     * @throws BrokenSealException if any character of it was changed, added or lost
     */
    public byte[] openMessage(String text) {
        byte[] sealed;
        try {
            sealed = Base64.getUrlDecoder().decode(text);
        } catch (IllegalArgumentException e) {
            throw new BrokenSealException("Not the alphabet of a sealed message");
        }
        // Base64 has several spellings of the same bytes; only ours is what we wrote.
        if (!Base64.getUrlEncoder().withoutPadding().encodeToString(sealed).equals(text)) {
            throw new BrokenSealException("Not the spelling of a sealed message");
        }
        return open("message", sealed);
    }

    private byte[] seal(String purpose, byte[] plain) {
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

    private byte[] open(String purpose, byte[] sealed) {
        if (sealed.length < 1 + NONCE_BYTES + TAG_BYTES || sealed[0] != VERSION) {
            throw new BrokenSealException("Not a seal of version " + VERSION);
        }
        ByteBuffer buffer = ByteBuffer.wrap(sealed, 1, sealed.length - 1);
        byte[] nonce = new byte[NONCE_BYTES];
        byte[] encrypted = new byte[sealed.length - 1 - NONCE_BYTES];
        buffer.get(nonce).get(encrypted);
        try {
            return cipher(Cipher.DECRYPT_MODE, nonce, purpose).doFinal(encrypted);
        } catch (AEADBadTagException e) {
            throw new BrokenSealException("The seal is broken");
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
