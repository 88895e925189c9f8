package io.vpclocal.identity.iam.certificate;

import java.io.ByteArrayInputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.PrivateKey;
import java.security.PublicKey;
import java.security.Signature;
import java.security.cert.CertificateException;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.security.spec.PKCS8EncodedKeySpec;
import java.util.Arrays;
import java.util.Base64;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads certificates and private keys in PEM form. */
public final class Pem {

    private static final Pattern KEY =
            Pattern.compile("-----BEGIN (|RSA |EC )PRIVATE KEY-----([A-Za-z0-9+/=\\s]+)-----END \\1PRIVATE KEY-----");

    private static final byte[] VERSION = {2, 1, 0};
    private static final int SEQUENCE = 0x30;
    private static final int OCTET_STRING = 4;

    private Pem() {}

    /** Empty if the text is not one certificate. */
    public static Optional<X509Certificate> certificate(String text) {
        if (!text.contains("-----BEGIN CERTIFICATE-----")) {
            return Optional.empty();
        }
        try {
            byte[] bytes = text.strip().getBytes(StandardCharsets.UTF_8);
            return Optional.of((X509Certificate)
                    CertificateFactory.getInstance("X.509").generateCertificate(new ByteArrayInputStream(bytes)));
        } catch (CertificateException e) {
            return Optional.empty();
        }
    }

    /** True if the text is one certificate or several. */
    static boolean isChain(String text) {
        try {
            byte[] bytes = text.strip().getBytes(StandardCharsets.UTF_8);
            return !CertificateFactory.getInstance("X.509")
                    .generateCertificates(new ByteArrayInputStream(bytes))
                    .isEmpty();
        } catch (CertificateException e) {
            return false;
        }
    }

    static boolean isPrivateKey(String text) {
        return KEY.matcher(text).find();
    }

    /** True if the text is the private key of the certificate. */
    static boolean isKeyOf(X509Certificate certificate, String text) {
        Matcher pem = KEY.matcher(text);
        if (!pem.find()) {
            return false;
        }
        PublicKey shown = certificate.getPublicKey();
        try {
            byte[] der = Base64.getMimeDecoder().decode(pem.group(2));
            byte[] encoded = pem.group(1).isEmpty() ? der : wrapped(shown, der);
            PrivateKey key =
                    KeyFactory.getInstance(shown.getAlgorithm()).generatePrivate(new PKCS8EncodedKeySpec(encoded));
            byte[] sample = "sample".getBytes(StandardCharsets.US_ASCII);
            Signature signer =
                    Signature.getInstance("SHA256with" + (shown.getAlgorithm().equals("EC") ? "ECDSA" : "RSA"));
            signer.initSign(key);
            signer.update(sample);
            byte[] signature = signer.sign();
            signer.initVerify(shown);
            signer.update(sample);
            return signer.verify(signature);
        } catch (GeneralSecurityException | IllegalArgumentException e) {
            return false;
        }
    }

    /** A key in its own format as PKCS #8. The algorithm is the one of the public key. */
    private static byte[] wrapped(PublicKey shown, byte[] key) {
        byte[] algorithm = firstElement(contents(shown.getEncoded()));
        byte[] octets = element(OCTET_STRING, key);
        return element(
                SEQUENCE,
                ByteBuffer.allocate(VERSION.length + algorithm.length + octets.length)
                        .put(VERSION)
                        .put(algorithm)
                        .put(octets)
                        .array());
    }

    private static byte[] element(int tag, byte[] contents) {
        int bytes = contents.length < 128 ? 0 : contents.length < 256 ? 1 : contents.length < 65_536 ? 2 : 3;
        ByteBuffer element = ByteBuffer.allocate(2 + bytes + contents.length).put((byte) tag);
        element.put((byte) (bytes == 0 ? contents.length : 128 + bytes));
        for (int i = bytes - 1; i >= 0; i--) {
            element.put((byte) (contents.length >> (8 * i)));
        }
        return element.put(contents).array();
    }

    private static byte[] contents(byte[] element) {
        return Arrays.copyOfRange(element, headerLength(element), headerLength(element) + length(element));
    }

    private static byte[] firstElement(byte[] elements) {
        return Arrays.copyOf(elements, headerLength(elements) + length(elements));
    }

    private static int headerLength(byte[] element) {
        return (element[1] & 0x80) == 0 ? 2 : 2 + (element[1] & 0x7F);
    }

    private static int length(byte[] element) {
        if ((element[1] & 0x80) == 0) {
            return element[1];
        }
        int length = 0;
        for (int i = 2; i < headerLength(element); i++) {
            length = length << 8 | element[i] & 0xFF;
        }
        return length;
    }
}
