package io.vpclocal.identity.federation;

import io.vpclocal.identity.iam.provider.SecureXml;
import io.vpclocal.protocol.AwsException;
import java.nio.charset.StandardCharsets;
import java.security.cert.X509Certificate;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.w3c.dom.Document;
import org.w3c.dom.Element;

/**
 * A SAML response with one assertion. Its signature is verified; everything else is read from the signed element only.
 *
 * @param attributes AWS's attributes by the last part of their name
 * @param starts the times from which it is valid
 * @param ends the times until which it is valid
 */
record SamlResponse(
        String issuer,
        String subject,
        String subjectFormat,
        String recipient,
        Map<String, List<String>> attributes,
        List<Instant> starts,
        List<Instant> ends) {

    static final String ASSERTION = "urn:oasis:names:tc:SAML:2.0:assertion";
    static final String PROTOCOL = "urn:oasis:names:tc:SAML:2.0:protocol";
    private static final String SUCCESS = "urn:oasis:names:tc:SAML:2.0:status:Success";
    private static final String AWS = "https://aws.amazon.com/SAML/Attributes/";

    static SamlResponse parse(String base64, List<X509Certificate> certificates) {
        Document document = document(base64);
        Element response = document.getDocumentElement();
        if (!PROTOCOL.equals(response.getNamespaceURI()) || !"Response".equals(response.getLocalName())) {
            throw invalid();
        }
        if (SecureXml.child(response, ASSERTION, "EncryptedAssertion").isPresent()) {
            // Our guess: AWS answers so if the provider has no private key.
            throw FederationErrors.invalidToken("The provider has no private key to decrypt the assertion.");
        }
        List<Element> assertions = SecureXml.children(response, ASSERTION, "Assertion");
        if (assertions.size() != 1) {
            throw invalid();
        }
        Element assertion = assertions.get(0);
        boolean signed =
                XmlSignatures.isSigned(response, certificates) || XmlSignatures.isSigned(assertion, certificates);
        if (!signed) {
            throw FederationErrors.invalidToken("Response signature invalid");
        }
        requireSuccess(response);
        try {
            return read(assertion);
        } catch (DateTimeException e) {
            throw invalid();
        }
    }

    List<String> attribute(String name) {
        return attributes.getOrDefault(name, List.of());
    }

    @Nullable
    String first(String name) {
        List<String> values = attribute(name);
        return values.isEmpty() ? null : values.get(0);
    }

    private static SamlResponse read(Element assertion) {
        Element subject = required(assertion, "Subject");
        Element name = required(subject, "NameID");
        Element data = required(required(subject, "SubjectConfirmation"), "SubjectConfirmationData");
        Optional<Element> conditions = SecureXml.child(assertion, ASSERTION, "Conditions");
        Map<String, List<String>> attributes = new LinkedHashMap<>();
        for (Element statement : SecureXml.children(assertion, ASSERTION, "AttributeStatement")) {
            for (Element attribute : SecureXml.children(statement, ASSERTION, "Attribute")) {
                if (attribute.getAttribute("Name").startsWith(AWS)) {
                    attributes.put(attribute.getAttribute("Name").substring(AWS.length()), values(attribute));
                }
            }
        }
        return new SamlResponse(
                required(assertion, "Issuer").getTextContent().strip(),
                name.getTextContent().strip(),
                name.getAttribute("Format"),
                data.getAttribute("Recipient"),
                attributes,
                times(conditions.stream(), Stream.of(data), "NotBefore"),
                times(conditions.stream(), Stream.of(data), "NotOnOrAfter"));
    }

    private static List<String> values(Element attribute) {
        return SecureXml.children(attribute, ASSERTION, "AttributeValue").stream()
                .map(value -> value.getTextContent().strip())
                .toList();
    }

    private static List<Instant> times(Stream<Element> some, Stream<Element> others, String attribute) {
        List<Instant> times = new ArrayList<>();
        Stream.concat(some, others)
                .map(element -> element.getAttribute(attribute))
                .filter(text -> !text.isEmpty())
                .forEach(text -> times.add(OffsetDateTime.parse(text).toInstant()));
        return times;
    }

    private static void requireSuccess(Element response) {
        String status = SecureXml.child(response, PROTOCOL, "Status")
                .flatMap(found -> SecureXml.child(found, PROTOCOL, "StatusCode"))
                .map(code -> code.getAttribute("Value"))
                .orElse("");
        if (!status.equals(SUCCESS)) {
            throw new AwsException(
                    "IDPRejectedClaim", "The identity provider reported that authentication failed: " + status, 403);
        }
    }

    private static Element required(Element parent, String name) {
        return SecureXml.child(parent, ASSERTION, name).orElseThrow(SamlResponse::invalid);
    }

    private static Document document(String base64) {
        try {
            String xml = new String(Base64.getMimeDecoder().decode(base64), StandardCharsets.UTF_8);
            return SecureXml.parse(xml).orElseThrow(SamlResponse::invalid);
        } catch (IllegalArgumentException e) {
            throw invalid();
        }
    }

    private static AwsException invalid() {
        return FederationErrors.invalidToken("Invalid SAML response");
    }
}
