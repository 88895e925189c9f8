package io.vpclocal.compute.keypair;

import io.vpclocal.protocol.Ids;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.NoSuchAlgorithmException;
import java.security.interfaces.RSAPublicKey;
import java.util.Arrays;
import java.util.Base64;

/**
 * A key pair that EC2 creates: RSA with 2,048 bits, or ED25519.
 *
 * @param privateKey in PEM form
 */
record NewKey(PublicKeyMaterial publicKey, String privateKey) {

    static final String RSA = "rsa";
    static final String ED25519 = "ed25519";

    private static final int RSA_BITS = 2048;

    /** The part of a PKCS #8 key before the PKCS #1 key that it wraps; it is the same for all RSA keys of this size. */
    private static final int PKCS8_HEADER = 26;

    private static final int ED25519_BYTES = 32;
    private static final Base64.Encoder OPENSSH_LINES = Base64.getMimeEncoder(70, new byte[] {'\n'});
    private static final Base64.Encoder PEM_LINES = Base64.getMimeEncoder(64, new byte[] {'\n'});

    static NewKey rsa() {
        KeyPair pair = generate("RSA", RSA_BITS);
        byte[] pkcs8 = pair.getPrivate().getEncoded();
        byte[] pkcs1 = Arrays.copyOfRange(pkcs8, PKCS8_HEADER, pkcs8.length);
        RSAPublicKey key = (RSAPublicKey) pair.getPublic();
        PublicKeyMaterial shown =
                new PublicKeyMaterial(RSA, OpenSshKeys.text(OpenSshKeys.rsa(key)), Fingerprints.hex("SHA-1", pkcs8));
        return new NewKey(shown, pem("RSA PRIVATE KEY", PEM_LINES.encodeToString(pkcs1)));
    }

    static NewKey ed25519(String name, Ids ids) {
        KeyPair pair = generate("Ed25519", 255);
        // Both encodings end with the bare 32 bytes.
        byte[] open = last(pair.getPublic().getEncoded());
        byte[] secret = last(pair.getPrivate().getEncoded());
        byte[] blob = OpenSshKeys.ed25519(open);
        PublicKeyMaterial shown = new PublicKeyMaterial(ED25519, OpenSshKeys.text(blob), Fingerprints.base64(blob));
        int check = ByteBuffer.wrap(ids.bytes(4)).getInt();
        byte[] inside = new SshBlob()
                .number(check)
                .number(check)
                .string(OpenSshKeys.ED25519)
                .string(open)
                .string(new SshBlob().bytes(secret).bytes(open).toBytes())
                .string(name)
                .toBytes();
        byte[] file = new SshBlob()
                .bytes("openssh-key-v1\0".getBytes(StandardCharsets.US_ASCII))
                .string("none")
                .string("none")
                .string("")
                .number(1)
                .string(blob)
                .string(SshBlob.padded(inside))
                .toBytes();
        return new NewKey(shown, pem("OPENSSH PRIVATE KEY", OPENSSH_LINES.encodeToString(file)));
    }

    /** Leaves out the private key. */
    @Override
    public String toString() {
        return "NewKey[" + publicKey + "]";
    }

    private static byte[] last(byte[] encoded) {
        return Arrays.copyOfRange(encoded, encoded.length - ED25519_BYTES, encoded.length);
    }

    private static String pem(String label, String base64) {
        return "-----BEGIN " + label + "-----\n" + base64 + "\n-----END " + label + "-----";
    }

    private static KeyPair generate(String algorithm, int size) {
        try {
            KeyPairGenerator generator = KeyPairGenerator.getInstance(algorithm);
            generator.initialize(size);
            return generator.generateKeyPair();
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
