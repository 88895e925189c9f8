package io.vpclocal.identity.iam.credential;

import static org.assertj.core.api.Assertions.assertThat;

import io.vpclocal.identity.iam.IamTestBase;
import io.vpclocal.testing.EmulatorTest;
import io.vpclocal.testing.Expect;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyPairGenerator;
import java.security.interfaces.RSAPublicKey;
import java.util.Arrays;
import java.util.Base64;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.iam.model.SSHPublicKey;
import software.amazon.awssdk.services.iam.model.ServerCertificate;
import software.amazon.awssdk.services.iam.model.ServiceSpecificCredential;
import software.amazon.awssdk.services.iam.model.SigningCertificate;

/** Expected: recorded from AWS by LocalStack's tests, unless a test says otherwise. */
@EmulatorTest
class UserCredentialTest extends IamTestBase {

    private static final Path EXAMPLE = Path.of("examples/terraform/iam");

    /** The bytes before an RSA key of 2,048 bits. */
    private static final int PKCS8_HEADER = 26;

    @BeforeEach
    void user() {
        iam.createUser(r -> r.userName("ana"));
    }

    @Test
    void anSshKeyIsUploadedReadAndDeleted() throws Exception {
        String body = sshKey();
        SSHPublicKey key = iam.uploadSSHPublicKey(r -> r.userName("ana").sshPublicKeyBody(body))
                .sshPublicKey();
        assertThat(key.sshPublicKeyId()).matches("APKA[A-Z2-7]{17}");
        assertThat(key.fingerprint()).matches("([0-9a-f]{2}:){15}[0-9a-f]{2}");
        assertThat(key.statusAsString()).isEqualTo("Active");
        assertThat(key.sshPublicKeyBody()).isEqualTo(body);
        Expect.awsError(
                "DuplicateSSHPublicKey",
                () -> iam.uploadSSHPublicKey(r -> r.userName("ana").sshPublicKeyBody(body)));
        Expect.awsError(
                "InvalidPublicKey",
                () -> iam.uploadSSHPublicKey(r -> r.userName("ana").sshPublicKeyBody("ssh-rsa AAAA")));
        String pem = iam.getSSHPublicKey(r ->
                        r.userName("ana").sshPublicKeyId(key.sshPublicKeyId()).encoding("PEM"))
                .sshPublicKey()
                .sshPublicKeyBody();
        assertThat(SshKeys.toSsh(SshKeys.parse(pem))).isEqualTo(body);
        iam.updateSSHPublicKey(
                r -> r.userName("ana").sshPublicKeyId(key.sshPublicKeyId()).status("Inactive"));
        assertThat(iam.listSSHPublicKeys(r -> r.userName("ana")).sshPublicKeys())
                .singleElement()
                .satisfies(found -> assertThat(found.statusAsString()).isEqualTo("Inactive"));
        // Reported by AWS's users.
        Expect.awsError(
                "DeleteConflict",
                "Cannot delete entity, must remove referenced objects first.",
                () -> iam.deleteUser(r -> r.userName("ana")));
        iam.deleteSSHPublicKey(r -> r.userName("ana").sshPublicKeyId(key.sshPublicKeyId()));
        Expect.awsError(
                "NoSuchEntity",
                "The Public Key with id APKAXXXXXXXXXXXXXXXXX cannot be found.",
                () -> iam.deleteSSHPublicKey(r -> r.userName("ana").sshPublicKeyId("APKAXXXXXXXXXXXXXXXXX")));
        iam.deleteUser(r -> r.userName("ana"));
    }

    @Test
    void aSigningCertificateIsUploadedChangedAndDeleted() throws Exception {
        String body = Files.readString(EXAMPLE.resolve("server.pem"));
        Expect.awsError(
                "MalformedCertificate",
                "Certificate invalid-certificate-body is malformed.",
                () -> iam.uploadSigningCertificate(r -> r.userName("ana").certificateBody("invalid-certificate-body")));
        SigningCertificate certificate = iam.uploadSigningCertificate(
                        r -> r.userName("ana").certificateBody(body))
                .certificate();
        assertThat(certificate.certificateBody()).isEqualTo(body);
        iam.updateSigningCertificate(r ->
                r.userName("ana").certificateId(certificate.certificateId()).status("Inactive"));
        assertThat(iam.listSigningCertificates(r -> r.userName("ana")).certificates())
                .singleElement()
                .satisfies(found -> assertThat(found.statusAsString()).isEqualTo("Inactive"));
        // Reported by AWS's users.
        Expect.awsError(
                "DeleteConflict",
                "Cannot delete entity, must delete certificates first.",
                () -> iam.deleteUser(r -> r.userName("ana")));
        iam.deleteSigningCertificate(r -> r.userName("ana").certificateId(certificate.certificateId()));
        Expect.awsError(
                "NoSuchEntity",
                "The Certificate with id NONEXISTENTCERTID12345678901 cannot be found.",
                () -> iam.deleteSigningCertificate(
                        r -> r.userName("ana").certificateId("NONEXISTENTCERTID12345678901")));
    }

    /** IAM API Reference; the errors are recorded from AWS. */
    @Test
    void aServiceSpecificCredentialIsCreatedResetAndDeleted() {
        ServiceSpecificCredential made = iam.createServiceSpecificCredential(
                        r -> r.userName("ana").serviceName("codecommit.amazonaws.com"))
                .serviceSpecificCredential();
        assertThat(made.serviceUserName()).isEqualTo("ana-at-" + account);
        assertThat(made.servicePassword()).hasSize(44);
        String id = made.serviceSpecificCredentialId();
        ServiceSpecificCredential reset = iam.resetServiceSpecificCredential(
                        r -> r.userName("ana").serviceSpecificCredentialId(id))
                .serviceSpecificCredential();
        assertThat(reset.servicePassword()).isNotEqualTo(made.servicePassword());
        assertThat(reset.serviceUserName()).isEqualTo(made.serviceUserName());
        iam.updateServiceSpecificCredential(
                r -> r.userName("ana").serviceSpecificCredentialId(id).status("Inactive"));
        assertThat(iam.listServiceSpecificCredentials(r -> r.userName("ana")).serviceSpecificCredentials())
                .singleElement()
                .satisfies(found -> assertThat(found.statusAsString()).isEqualTo("Inactive"));
        assertThat(iam.listServiceSpecificCredentials(r -> r.userName("ana").serviceName("cassandra.amazonaws.com"))
                        .serviceSpecificCredentials())
                .isEmpty();
        Expect.awsError(
                "NoSuchEntity",
                "No such service ec2.amazonaws.com is supported for Service Specific Credentials",
                () -> iam.createServiceSpecificCredential(r -> r.userName("ana").serviceName("ec2.amazonaws.com")));
        iam.deleteServiceSpecificCredential(r -> r.userName("ana").serviceSpecificCredentialId(id));
        Expect.awsError(
                "NoSuchEntity",
                "No such credential " + id + " exists",
                () -> iam.deleteServiceSpecificCredential(r -> r.userName("ana").serviceSpecificCredentialId(id)));
        Expect.awsError(
                "ValidationError",
                "1 validation error detected: Value at 'serviceSpecificCredentialId' failed to satisfy constraint:"
                        + " Member must satisfy regular expression pattern: [\\w]+",
                () -> iam.resetServiceSpecificCredential(
                        r -> r.userName("ana").serviceSpecificCredentialId("an-id-with-hyphens-in-it")));
    }

    @Test
    void aServerCertificateIsUploadedAndItsKeyIsChecked() throws Exception {
        String body = Files.readString(EXAMPLE.resolve("server.pem"));
        String key = Files.readString(EXAMPLE.resolve("server-key.pem"));
        iam.uploadServerCertificate(r -> r.path("/web/")
                .serverCertificateName("shop")
                .certificateBody(body)
                .privateKey(key));
        ServerCertificate found =
                iam.getServerCertificate(r -> r.serverCertificateName("shop")).serverCertificate();
        assertThat(found.certificateBody()).isEqualTo(body.strip());
        assertThat(found.serverCertificateMetadata().arn())
                .isEqualTo("arn:aws:iam::" + account + ":server-certificate/web/shop");
        assertThat(found.serverCertificateMetadata().expiration()).isNotNull();
        // The same key in the form of older tools.
        byte[] der = Base64.getMimeDecoder().decode(key.replaceAll("-----.*-----", ""));
        String traditional = "-----BEGIN RSA PRIVATE KEY-----\n"
                + Base64.getMimeEncoder().encodeToString(Arrays.copyOfRange(der, PKCS8_HEADER, der.length))
                + "\n-----END RSA PRIVATE KEY-----";
        iam.uploadServerCertificate(
                r -> r.serverCertificateName("older").certificateBody(body).privateKey(traditional));
        Expect.awsError(
                "EntityAlreadyExists",
                "The Server Certificate with name shop already exists.",
                () -> iam.uploadServerCertificate(r ->
                        r.serverCertificateName("shop").certificateBody(body).privateKey(key)));
        iam.updateServerCertificate(r -> r.serverCertificateName("shop").newServerCertificateName("store"));
        assertThat(iam.listServerCertificates(r -> r.pathPrefix("/web/")).serverCertificateMetadataList())
                .hasSize(1);
        iam.deleteServerCertificate(r -> r.serverCertificateName("store"));
        Expect.awsError(
                "NoSuchEntity",
                "The Server Certificate with name store cannot be found.",
                () -> iam.getServerCertificate(r -> r.serverCertificateName("store")));
        // IAM API Reference.
        String other = "-----BEGIN PRIVATE KEY-----\n"
                + Base64.getMimeEncoder()
                        .encodeToString(keys().generateKeyPair().getPrivate().getEncoded())
                + "\n-----END PRIVATE KEY-----";
        Expect.awsError(
                "KeyPairMismatch",
                () -> iam.uploadServerCertificate(r ->
                        r.serverCertificateName("shop").certificateBody(body).privateKey(other)));
        Expect.awsError(
                "MalformedCertificate",
                () -> iam.uploadServerCertificate(r ->
                        r.serverCertificateName("shop").certificateBody("x").privateKey(key)));
    }

    @Test
    void aSamlProviderIsCreatedUpdatedAndDeleted() throws Exception {
        String metadata = Files.readString(EXAMPLE.resolve("saml-metadata.xml"));
        String arn = iam.createSAMLProvider(r -> r.name("company").samlMetadataDocument(metadata))
                .samlProviderArn();
        assertThat(arn).isEqualTo("arn:aws:iam::" + account + ":saml-provider/company");
        assertThat(iam.getSAMLProvider(r -> r.samlProviderArn(arn)).samlMetadataDocument())
                .isEqualTo(metadata);
        assertThat(iam.getSAMLProvider(r -> r.samlProviderArn(arn)).assertionEncryptionModeAsString())
                .isEqualTo("Allowed");
        assertThat(iam.updateSAMLProvider(
                                r -> r.samlProviderArn(arn).samlMetadataDocument(metadata.replace("sso", "login")))
                        .samlProviderArn())
                .isEqualTo(arn);
        assertThat(iam.listSAMLProviders().samlProviderList()).hasSize(1);
        // IAM User Guide, "Troubleshoot SAML federation".
        Expect.awsError(
                "InvalidInput",
                "Could not parse metadata",
                () -> iam.createSAMLProvider(r -> r.name("other").samlMetadataDocument("x".repeat(1_000))));
        String external = "<!DOCTYPE a [<!ENTITY b SYSTEM \"file:///etc/hostname\">]>" + metadata;
        Expect.awsError(
                "InvalidInput",
                () -> iam.createSAMLProvider(r -> r.name("other").samlMetadataDocument(external)));
        iam.deleteSAMLProvider(r -> r.samlProviderArn(arn));
        Expect.awsError(
                "NoSuchEntity",
                "Manifest not found for arn " + arn,
                () -> iam.getSAMLProvider(r -> r.samlProviderArn(arn)));
    }

    /** IAM User Guide, "Get credential reports". */
    @Test
    void theCredentialReportListsUsers() {
        assertThat(Expect.awsError("ReportNotPresent", () -> iam.getCredentialReport())
                        .statusCode())
                .isEqualTo(410);
        assertThat(iam.generateCredentialReport().stateAsString()).isEqualTo("STARTED");
        assertThat(iam.generateCredentialReport().stateAsString()).isEqualTo("COMPLETE");
        String[] lines = iam.getCredentialReport().content().asUtf8String().split("\n", -1);
        assertThat(lines).hasSize(3);
        assertThat(lines[0].split(",", -1)).hasSize(22);
        assertThat(lines[1]).startsWith("<root_account>,arn:aws:iam::" + account + ":root,");
        assertThat(lines[1].split(",", -1)).hasSize(22);
        assertThat(lines[2])
                .startsWith("ana,arn:aws:iam::" + account + ":user/ana,")
                .endsWith(",false,N/A,N/A,N/A,false,false,N/A,N/A,N/A,N/A,false,N/A,N/A,N/A,N/A,false,N/A,false,N/A");
    }

    private static String sshKey() throws GeneralSecurityException {
        return SshKeys.toSsh((RSAPublicKey) keys().generateKeyPair().getPublic());
    }

    private static KeyPairGenerator keys() throws GeneralSecurityException {
        KeyPairGenerator generator = KeyPairGenerator.getInstance("RSA");
        generator.initialize(1_024);
        return generator;
    }
}
