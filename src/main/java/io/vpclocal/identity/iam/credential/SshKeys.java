package io.vpclocal.identity.iam.credential;

import io.vpclocal.protocol.AwsException;
import java.io.ByteArrayOutputStream;
import java.math.BigInteger;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.MessageDigest;
import java.security.interfaces.RSAPublicKey;
import java.security.spec.RSAPublicKeySpec;
import java.security.spec.X509EncodedKeySpec;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Optional;

/** SSH public keys in the forms that IAM accepts: {@code ssh-rsa} and PEM. Only RSA keys are accepted, as at AWS. */
final class SshKeys {

    private static final String TYPE = "ssh-rsa";
    private static final String PEM_BEGIN = "-----BEGIN PUBLIC KEY-----";
    private static final String PEM_END = "-----END PUBLIC KEY-----";
    private static final int LINE = 64;

    private SshKeys() {}

    /** The key. Its text is our guess. */
    static RSAPublicKey parse(String text) {
        return (text.strip().startsWith(TYPE + " ") ? ssh(text.strip()) : pem(text.strip()))
                .orElseThrow(() -> new AwsException(
                        "InvalidPublicKey",
                        "The public key is malformed or is not an RSA key in ssh-rsa or PEM form."));
    }

    /** The MD5 digest of the key in SSH form, in hexadecimal pairs. */
    static String fingerprint(RSAPublicKey key) {
        try {
            byte[] digest = MessageDigest.getInstance("MD5").digest(blob(key));
            return HexFormat.ofDelimiter(":").formatHex(digest);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("Every Java platform has MD5", e);
        }
    }

    static String toSsh(RSAPublicKey key) {
        return TYPE + " " + Base64.getEncoder().encodeToString(blob(key));
    }

    static String toPem(RSAPublicKey key) {
        String lines = Base64.getMimeEncoder(LINE, new byte[] {'\n'}).encodeToString(key.getEncoded());
        return PEM_BEGIN + "\n" + lines + "\n" + PEM_END;
    }

    private static Optional<RSAPublicKey> pem(String text) {
        if (!text.startsWith(PEM_BEGIN) || !text.endsWith(PEM_END)) {
            return Optional.empty();
        }
        try {
            String inside = text.substring(PEM_BEGIN.length(), text.length() - PEM_END.length());
            byte[] der = Base64.getMimeDecoder().decode(inside);
            return Optional.of(
                    (RSAPublicKey) KeyFactory.getInstance("RSA").generatePublic(new X509EncodedKeySpec(der)));
        } catch (GeneralSecurityException | IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    private static Optional<RSAPublicKey> ssh(String text) {
        try {
            ByteBuffer blob = ByteBuffer.wrap(Base64.getDecoder().decode(text.split("\\s+", 3)[1]));
            if (!new String(field(blob), StandardCharsets.US_ASCII).equals(TYPE)) {
                return Optional.empty();
            }
            BigInteger exponent = new BigInteger(field(blob));
            BigInteger modulus = new BigInteger(field(blob));
            return Optional.of((RSAPublicKey)
                    KeyFactory.getInstance("RSA").generatePublic(new RSAPublicKeySpec(modulus, exponent)));
        } catch (GeneralSecurityException | RuntimeException e) {
            // Not Base64, or fields that are longer than the text.
            return Optional.empty();
        }
    }

    private static byte[] field(ByteBuffer blob) {
        int length = blob.getInt();
        if (length < 0 || length > blob.remaining()) {
            throw new IllegalArgumentException("A field is longer than the key");
        }
        byte[] field = new byte[length];
        blob.get(field);
        return field;
    }

    private static byte[] blob(RSAPublicKey key) {
        ByteArrayOutputStream blob = new ByteArrayOutputStream();
        for (byte[] field : new byte[][] {
            TYPE.getBytes(StandardCharsets.US_ASCII),
            key.getPublicExponent().toByteArray(),
            key.getModulus().toByteArray()
        }) {
            blob.writeBytes(
                    ByteBuffer.allocate(Integer.BYTES).putInt(field.length).array());
            blob.writeBytes(field);
        }
        return blob.toByteArray();
    }
}
