package io.vpclocal.compute;

import static org.assertj.core.api.Assertions.assertThat;

import io.vpclocal.testing.Aws;
import io.vpclocal.testing.EmulatorTest;
import io.vpclocal.testing.Expect;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.KeyFactory;
import java.security.MessageDigest;
import java.security.interfaces.RSAPrivateCrtKey;
import java.security.spec.PKCS8EncodedKeySpec;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import software.amazon.awssdk.core.SdkBytes;
import software.amazon.awssdk.services.ec2.Ec2Client;
import software.amazon.awssdk.services.ec2.model.CreateKeyPairResponse;
import software.amazon.awssdk.services.ec2.model.KeyPairInfo;
import software.amazon.awssdk.services.ec2.model.KeyType;
import software.amazon.awssdk.services.ec2.model.ResourceType;

/** Key pairs (Amazon EC2 API Reference; fingerprints: Amazon EC2 User Guide, and OpenSSL and OpenSSH for the samples). */
@EmulatorTest
class KeyPairTest {

    private static final String RSA =
            "ssh-rsa AAAAB3NzaC1yc2EAAAADAQABAAABAQCxsHmCiGHXKhnx7nssuRGMddnvj14hIY+cFlGaSf2k4tEIUH5Ighf7QTV"
                    + "/8YFg14PmcVFpn8nbJxCYR5C6TAYAPbztFYzzrAaRHnOkfhM/93ZetBDbG1ZqjkFxVg4PiMbh63F72MUf/WwfgQvghGIvH/"
                    + "8pSBktl/p52SKNl7C02oy4EkUH8HdcLFT/aTJOLKbYjaggPKrJ1fXrbBpeLtdUJi9Z0jwlS0m2x0LLd3C24KQ8GMvdcSodm"
                    + "4VBr4/URE8OtsffYb7UYdJUh/tZ2s+TUUxry7va+7IGM2UYWczYi9BwiN5yN9OZnqlCyTiAgYmYDHA5RsG9yrp563xmalCr";

    private static final String ED25519 =
            "ssh-ed25519 AAAAC3NzaC1lZDI1NTE5AAAAIJ3WeTcuTfN+UkZ1ux7zqHVi8JFs+sE2tXK/5UBCxvkn ana@example.com";

    @Autowired
    private Aws aws;

    private Ec2Client ec2;

    @BeforeEach
    void account() {
        ec2 = aws.ec2();
    }

    @Test
    void aCreatedRsaKeyIsRealAndHasTheDigestOfItsPrivateKey() throws Exception {
        CreateKeyPairResponse made = ec2.createKeyPair(r -> r.keyName("web"));
        assertThat(made.keyMaterial())
                .startsWith("-----BEGIN RSA PRIVATE KEY-----\n")
                .endsWith("-----END RSA PRIVATE KEY-----");
        byte[] pkcs1 = Base64.getMimeDecoder().decode(made.keyMaterial().replaceAll("-----[A-Z ]+-----", ""));
        byte[] pkcs8 = pkcs8(pkcs1);
        byte[] digest = MessageDigest.getInstance("SHA-1").digest(pkcs8);
        assertThat(made.keyFingerprint()).isEqualTo(HexFormat.ofDelimiter(":").formatHex(digest));
        RSAPrivateCrtKey key =
                (RSAPrivateCrtKey) KeyFactory.getInstance("RSA").generatePrivate(new PKCS8EncodedKeySpec(pkcs8));
        assertThat(key.getModulus().bitLength()).isEqualTo(2048);
    }

    @Test
    void anEd25519KeyIsInOpenSshForm() throws Exception {
        CreateKeyPairResponse made = ec2.createKeyPair(r -> r.keyName("web").keyType(KeyType.ED25519));
        assertThat(made.keyMaterial()).startsWith("-----BEGIN OPENSSH PRIVATE KEY-----\n");
        KeyPairInfo described = ec2.describeKeyPairs(r -> r.keyNames("web").includePublicKey(true))
                .keyPairs()
                .get(0);
        assertThat(described.keyTypeAsString()).isEqualTo("ed25519");
        assertThat(described.publicKey())
                .startsWith("ssh-ed25519 AAAAC3NzaC1lZDI1NTE5")
                .endsWith(" web");
        byte[] blob = Base64.getDecoder().decode(described.publicKey().split(" ")[1]);
        assertThat(made.keyFingerprint())
                .isEqualTo(Base64.getEncoder()
                        .encodeToString(MessageDigest.getInstance("SHA-256").digest(blob)));
        byte[] file = Base64.getMimeDecoder().decode(made.keyMaterial().replaceAll("-----[A-Z ]+-----", ""));
        // The public key stands in the file twice: by itself, and beside the private key.
        String text = new String(file, StandardCharsets.ISO_8859_1);
        String open = new String(Arrays.copyOfRange(blob, blob.length - 32, blob.length), StandardCharsets.ISO_8859_1);
        assertThat(text).startsWith("openssh-key-v1\0");
        assertThat(text.split(java.util.regex.Pattern.quote(open), -1)).hasSize(4);
    }

    @Test
    void anImportedKeyIsDescribedFilteredTaggedAndDeleted() {
        ec2.importKeyPair(r -> r.keyName("laptop")
                .publicKeyMaterial(SdkBytes.fromUtf8String(ED25519))
                .tagSpecifications(t -> t.resourceType(ResourceType.KEY_PAIR)
                        .tags(g -> g.key("owner").value("ana"))));
        ec2.createKeyPair(r -> r.keyName("other"));
        KeyPairInfo found = ec2.describeKeyPairs(
                        r -> r.filters(f -> f.name("tag:owner").values("ana")))
                .keyPairs()
                .get(0);
        assertThat(found.keyName()).isEqualTo("laptop");
        assertThat(found.keyPairId()).startsWith("key-0");
        assertThat(found.publicKey()).isNull();
        // ssh-keygen -l prints this digest.
        assertThat(found.keyFingerprint()).isEqualTo("agje738eNb3JdGE0OQcpybazCmkjmyKGe5fGyLoNFug=");
        Expect.awsError(
                "InvalidKeyPair.Duplicate",
                "The keypair already exists",
                () -> ec2.importKeyPair(r -> r.keyName("laptop").publicKeyMaterial(SdkBytes.fromUtf8String(ED25519))));
        assertThat(ec2.deleteKeyPair(r -> r.keyName("laptop")).keyPairId()).isEqualTo(found.keyPairId());
        assertThat(ec2.deleteKeyPair(r -> r.keyName("laptop")).returnValue()).isTrue();
        Expect.awsError(
                "InvalidKeyPair.NotFound",
                "The key pair 'laptop' does not exist",
                () -> ec2.describeKeyPairs(r -> r.keyNames("laptop")));
    }

    /** The digest: openssl md5 of the key's DER form. */
    @Test
    void anImportedRsaKeyHasTheDigestOfItsPublicKey() {
        assertThat(ec2.importKeyPair(r -> r.keyName("rsa").publicKeyMaterial(SdkBytes.fromUtf8String(RSA)))
                        .keyFingerprint())
                .isEqualTo("69:2e:78:c5:06:88:ef:3a:28:eb:bb:4b:7d:9c:f9:5a");
        assertThat(ec2.describeKeyPairs(r -> r.keyNames("rsa").includePublicKey(true))
                        .keyPairs()
                        .get(0)
                        .publicKey())
                .isEqualTo(RSA + " rsa");
    }

    @ParameterizedTest
    @CsvSource({
        "ssh-rsa AAAA",
        "ssh-ed25519 AAAAB3NzaC1yc2EAAAADAQAB",
        "ecdsa-sha2-nistp256 AAAAE2VjZHNhLXNoYTItbmlzdHAyNTYAAAAIbmlzdHAyNTY=",
        "hello",
        "'---- BEGIN SSH2 PUBLIC KEY ----'"
    })
    void whatIsNotAPublicKeyIsRefused(String material) {
        Expect.awsError(
                "InvalidKey.Format",
                "Key is not in valid OpenSSH public key format",
                () -> ec2.importKeyPair(r -> r.keyName("bad").publicKeyMaterial(SdkBytes.fromUtf8String(material))));
        assertThat(ec2.describeKeyPairs().keyPairs()).isEmpty();
    }

    @Test
    void instancesNeedAnExistingKeyPair() {
        Expect.awsError(
                "InvalidKeyPair.NotFound",
                "The key pair 'none' does not exist",
                () -> ec2.runInstances(
                        r -> r.imageId("ami-12345678").minCount(1).maxCount(1).keyName("none")));
    }

    /** A PKCS #1 key with the header of PKCS #8. */
    private static byte[] pkcs8(byte[] pkcs1) {
        byte[] header = HexFormat.of().parseHex("30820000020100300d06092a864886f70d010101050004820000");
        ByteBuffer whole =
                ByteBuffer.allocate(header.length + pkcs1.length).put(header).put(pkcs1);
        whole.putShort(2, (short) (header.length + pkcs1.length - 4));
        whole.putShort(header.length - 2, (short) pkcs1.length);
        return whole.array();
    }
}
