package io.vpclocal.identity.federation;

import io.vpclocal.identity.iam.provider.SecureXml;
import java.security.cert.X509Certificate;
import java.util.List;
import java.util.Optional;
import javax.xml.crypto.MarshalException;
import javax.xml.crypto.dsig.Reference;
import javax.xml.crypto.dsig.XMLSignature;
import javax.xml.crypto.dsig.XMLSignatureException;
import javax.xml.crypto.dsig.XMLSignatureFactory;
import javax.xml.crypto.dsig.dom.DOMValidateContext;
import org.w3c.dom.Element;

/** Verifies enveloped XML signatures, with the platform's secure validation. */
final class XmlSignatures {

    private static final String SECURE_VALIDATION = "org.jcp.xml.dsig.secureValidation";

    private XmlSignatures() {}

    /**
     * True if one of the certificates has signed exactly this element. A signature of another element does not count, so
     * that a signed assertion cannot be moved next to a forged one.
     */
    static boolean isSigned(Element element, List<X509Certificate> certificates) {
        Optional<Element> signature = SecureXml.child(element, XMLSignature.XMLNS, "Signature");
        String id = element.getAttribute("ID");
        if (signature.isEmpty() || id.isEmpty()) {
            return false;
        }
        return certificates.stream().anyMatch(certificate -> verifies(element, signature.get(), id, certificate));
    }

    private static boolean verifies(Element element, Element signature, String id, X509Certificate certificate) {
        try {
            DOMValidateContext context = new DOMValidateContext(certificate.getPublicKey(), signature);
            context.setProperty(SECURE_VALIDATION, true);
            context.setIdAttributeNS(element, null, "ID");
            XMLSignature parsed = XMLSignatureFactory.getInstance("DOM").unmarshalXMLSignature(context);
            List<Reference> references = parsed.getSignedInfo().getReferences();
            return references.size() == 1 && ("#" + id).equals(references.get(0).getURI()) && parsed.validate(context);
        } catch (MarshalException | XMLSignatureException e) {
            return false;
        }
    }
}
