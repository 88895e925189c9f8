package io.vpclocal.compute.keypair;

import java.math.BigInteger;
import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.interfaces.RSAPublicKey;
import java.security.spec.RSAPublicKeySpec;
import java.security.spec.X509EncodedKeySpec;
import java.util.Base64;
import java.util.Set;
import java.util.stream.Collectors;

/** Public keys in the forms that EC2 imports: OpenSSH, SSH2 (RFC 4716), and Base64 or PEM of their DER encoding. */
final class OpenSshKeys {

    static final String ED25519 = "ssh-ed25519";

    private static final String RSA = "ssh-rsa";
    private static final Set<Integer> RSA_BITS = Set.of(1024, 2048, 4096);
    private static final int ED25519_BYTES = 32;

    private static final int LONGEST = 2048;

    private OpenSshKeys() {}

    static byte[] rsa(RSAPublicKey key) {
        return new SshBlob()
                .string(RSA)
                .string(key.getPublicExponent().toByteArray())
                .string(key.getModulus().toByteArray())
                .toBytes();
    }

    static byte[] ed25519(byte[] key) {
        return new SshBlob().string(ED25519).string(key).toBytes();
    }

    /** A blob as a line: {@code ssh-rsa AAAAB3…}. */
    static String text(byte[] blob) {
        return SshBlob.nextText(ByteBuffer.wrap(blob)) + " "
                + Base64.getEncoder().encodeToString(blob);
    }

    /** @throws io.vpclocal.protocol.AwsException if it is not a public key that EC2 accepts */
    static PublicKeyMaterial read(byte[] material) {
        if (material.length > LONGEST) {
            throw KeyPairErrors.longMaterial(LONGEST);
        }
        String text = new String(material, StandardCharsets.UTF_8).strip();
        if (!StandardCharsets.US_ASCII.newEncoder().canEncode(text)) {
            throw KeyPairErrors.notAscii();
        }
        try {
            if (text.startsWith("ssh-")) {
                String[] parts = text.split("\\s+", 3);
                return blob(Base64.getDecoder().decode(parts.length > 1 ? parts[1] : ""), parts[0]);
            }
            if (text.startsWith("---- BEGIN SSH2 PUBLIC KEY")) {
                byte[] blob = Base64.getDecoder().decode(body(text));
                return blob(blob, SshBlob.nextText(ByteBuffer.wrap(blob)));
            }
            return der(Base64.getDecoder().decode(body(text)));
        } catch (GeneralSecurityException | IllegalArgumentException | BufferUnderflowException e) {
            throw KeyPairErrors.notAPublicKey();
        }
    }

    /** The lines between the markers, without headers. */
    private static String body(String text) {
        return text.lines()
                .filter(line -> !line.startsWith("----") && line.indexOf(':') < 0)
                .map(String::strip)
                .collect(Collectors.joining());
    }

    private static PublicKeyMaterial blob(byte[] blob, String type) throws GeneralSecurityException {
        ByteBuffer in = ByteBuffer.wrap(blob);
        if (!SshBlob.nextText(in).equals(type)) {
            throw KeyPairErrors.notAPublicKey();
        }
        if (type.equals(RSA)) {
            BigInteger exponent = new BigInteger(SshBlob.next(in));
            BigInteger modulus = new BigInteger(SshBlob.next(in));
            return imported((RSAPublicKey)
                    KeyFactory.getInstance("RSA").generatePublic(new RSAPublicKeySpec(modulus, exponent)));
        }
        if (type.equals(ED25519) && SshBlob.next(in).length == ED25519_BYTES && !in.hasRemaining()) {
            return new PublicKeyMaterial(NewKey.ED25519, text(blob), Fingerprints.base64(blob));
        }
        throw KeyPairErrors.notAPublicKey();
    }

    private static PublicKeyMaterial der(byte[] encoded) throws GeneralSecurityException {
        return imported((RSAPublicKey) KeyFactory.getInstance("RSA").generatePublic(new X509EncodedKeySpec(encoded)));
    }

    private static PublicKeyMaterial imported(RSAPublicKey key) {
        if (!RSA_BITS.contains(key.getModulus().bitLength())) {
            throw KeyPairErrors.length();
        }
        return new PublicKeyMaterial(NewKey.RSA, text(rsa(key)), Fingerprints.hex("MD5", key.getEncoded()));
    }
}
