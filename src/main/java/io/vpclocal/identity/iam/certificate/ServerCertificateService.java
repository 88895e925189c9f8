package io.vpclocal.identity.iam.certificate;

import io.vpclocal.identity.iam.IamAccounts;
import io.vpclocal.identity.iam.IamErrors;
import io.vpclocal.identity.iam.IamKind;
import io.vpclocal.identity.iam.IamLimits;
import io.vpclocal.identity.iam.IamParams;
import io.vpclocal.identity.iam.IamScope;
import io.vpclocal.identity.iam.IamTags;
import io.vpclocal.protocol.AwsException;
import io.vpclocal.protocol.Ids;
import java.security.cert.X509Certificate;
import java.time.Clock;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import software.amazon.awssdk.services.iam.model.Tag;

/** The rules of server certificates. */
@Service
public class ServerCertificateService {

    /** A certificate to upload. */
    record Upload(
            String path,
            String name,
            String body,
            String privateKey,
            @Nullable String chain,
            List<Tag> tags) {}

    private final ServerCertificates certificates;
    private final IamAccounts accounts;
    private final Ids ids;
    private final Clock clock;

    ServerCertificateService(ServerCertificates certificates, IamAccounts accounts, Ids ids, Clock clock) {
        this.certificates = certificates;
        this.accounts = accounts;
        this.ids = ids;
        this.clock = clock;
    }

    ServerCertificateEntity upload(IamScope scope, Upload upload) {
        accounts.change(scope);
        X509Certificate certificate = certificate(upload);
        requireFree(scope, upload.name());
        if (certificates.count(scope) >= IamLimits.SERVER_CERTIFICATES) {
            throw IamErrors.quota("ServerCertificatesPerAccount", IamLimits.SERVER_CERTIFICATES);
        }
        ServerCertificateEntity stored = new ServerCertificateEntity(
                scope,
                IamKind.SERVER_CERTIFICATE.idPrefix() + ids.upper(17),
                upload.path(),
                upload.name(),
                clock.instant(),
                upload.body(),
                upload.chain(),
                certificate.getNotAfter().toInstant());
        IamTags.put(stored, upload.tags());
        return certificates.save(stored);
    }

    public ServerCertificateEntity require(IamScope scope, @Nullable String name) {
        String given = IamParams.name(name, "serverCertificateName");
        return certificates.find(scope, given).orElseThrow(() -> IamErrors.notFound(IamKind.SERVER_CERTIFICATE, given));
    }

    void rename(IamScope scope, @Nullable String name, @Nullable String newPath, @Nullable String newName) {
        accounts.change(scope);
        require(scope, name).rename(newPath, newName, free -> requireFree(scope, free));
    }

    void delete(IamScope scope, @Nullable String name) {
        accounts.change(scope);
        certificates.delete(require(scope, name));
    }

    private void requireFree(IamScope scope, String name) {
        if (certificates.find(scope, name).isPresent()) {
            throw IamErrors.alreadyExists(IamKind.SERVER_CERTIFICATE, name);
        }
    }

    /** Texts: our guess. */
    private static X509Certificate certificate(Upload upload) {
        X509Certificate certificate = Pem.certificate(upload.body())
                .orElseThrow(() ->
                        malformed("Unable to parse certificate. Please ensure the certificate is in PEM format."));
        String chain = upload.chain();
        if (chain != null && (chain.length() > ServerCertificateEntity.LONGEST_CHAIN || !Pem.isChain(chain))) {
            throw malformed("Unable to parse certificate chain. Please ensure the certificates are in PEM format.");
        }
        if (!Pem.isPrivateKey(upload.privateKey())) {
            throw malformed("Unable to parse private key. Please ensure the key is in PEM format and unencrypted.");
        }
        if (!Pem.isKeyOf(certificate, upload.privateKey())) {
            throw new AwsException("KeyPairMismatch", "The private key does not match the certificate.");
        }
        return certificate;
    }

    private static AwsException malformed(String message) {
        return new AwsException("MalformedCertificate", message);
    }
}
