package io.vpclocal.identity.iam.provider;

import java.io.ByteArrayInputStream;
import java.security.cert.CertificateException;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.w3c.dom.Element;

/**
 * The metadata document of a SAML identity provider.
 *
 * @param entityId the issuer of its assertions
 * @param certificates those that verify its signatures
 * @param validUntil null if it has no end
 */
public record SamlMetadata(
        String entityId,
        List<X509Certificate> certificates,
        @Nullable Instant validUntil) {

    private static final String METADATA = "urn:oasis:names:tc:SAML:2.0:metadata";
    private static final String SIGNATURE = "http://www.w3.org/2000/09/xmldsig#";

    /** Empty if the document is not the metadata of an identity provider with a certificate for signatures. */
    public static Optional<SamlMetadata> parse(String text) {
        Optional<Element> root = SecureXml.parse(text)
                .map(document -> document.getDocumentElement())
                .filter(element -> METADATA.equals(element.getNamespaceURI())
                        && "EntityDescriptor".equals(element.getLocalName())
                        && !element.getAttribute("entityID").isEmpty());
        try {
            if (root.isEmpty()) {
                return Optional.empty();
            }
            Element descriptor = root.get();
            List<X509Certificate> certificates = new ArrayList<>();
            for (Element provider : SecureXml.children(descriptor, METADATA, "IDPSSODescriptor")) {
                for (Element key : SecureXml.children(provider, METADATA, "KeyDescriptor")) {
                    if (!key.getAttribute("use").equals("encryption")) {
                        addCertificates(key, certificates);
                    }
                }
            }
            String until = descriptor.getAttribute("validUntil");
            Instant end = until.isEmpty() ? null : OffsetDateTime.parse(until).toInstant();
            return certificates.isEmpty()
                    ? Optional.empty()
                    : Optional.of(
                            new SamlMetadata(descriptor.getAttribute("entityID"), List.copyOf(certificates), end));
        } catch (CertificateException | IllegalArgumentException | DateTimeException e) {
            return Optional.empty();
        }
    }

    private static void addCertificates(Element key, List<X509Certificate> certificates) throws CertificateException {
        for (Element info : SecureXml.children(key, SIGNATURE, "KeyInfo")) {
            for (Element data : SecureXml.children(info, SIGNATURE, "X509Data")) {
                for (Element certificate : SecureXml.children(data, SIGNATURE, "X509Certificate")) {
                    byte[] der = Base64.getMimeDecoder().decode(certificate.getTextContent());
                    certificates.add((X509Certificate)
                            CertificateFactory.getInstance("X.509").generateCertificate(new ByteArrayInputStream(der)));
                }
            }
        }
    }
}
