package io.vpclocal.identity.iam.policy;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;

/** Unique ids derived from a name. They are the same in every emulator. */
final class DerivedIds {

    private static final String ALPHABET = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";
    private static final int LENGTH = 17;

    private DerivedIds() {}

    /** The id of an AWS managed policy. */
    static String policy(String name) {
        byte[] digest = sha256(name);
        StringBuilder id = new StringBuilder("ANPA");
        for (int i = 0; i < LENGTH; i++) {
            id.append(ALPHABET.charAt(digest[i] & 31));
        }
        return id.toString();
    }

    private static byte[] sha256(String text) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java platform has SHA-256", e);
        }
    }
}
