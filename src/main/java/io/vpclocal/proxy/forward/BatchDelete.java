package io.vpclocal.proxy.forward;

import io.vpclocal.proxy.action.S3Operations.DeletedKey;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.jspecify.annotations.Nullable;

/**
 * The body of DeleteObjects. Amazon S3 decides for each key, deletes the allowed ones and reports the others (Amazon S3
 * API Reference, "DeleteObjects").
 *
 * @param keys the objects to delete, at most 1000
 */
record BatchDelete(List<DeletedKey> keys, boolean quiet) {

    static final int LARGEST_BODY = 2 * 1024 * 1024;
    private static final int MOST_KEYS = 1000;

    static BatchDelete parse(byte[] body) {
        XMLInputFactory factory = XMLInputFactory.newFactory();
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
        try {
            XMLStreamReader xml = factory.createXMLStreamReader(new ByteArrayInputStream(body));
            return read(xml);
        } catch (XMLStreamException e) {
            throw ProxyErrors.malformedXml();
        }
    }

    private static BatchDelete read(XMLStreamReader xml) throws XMLStreamException {
        List<DeletedKey> keys = new ArrayList<>();
        boolean quiet = false;
        String key = null;
        String version = null;
        while (xml.hasNext()) {
            int event = xml.next();
            if (event == XMLStreamConstants.START_ELEMENT) {
                switch (xml.getLocalName()) {
                    case "Key" -> key = xml.getElementText();
                    case "VersionId" -> version = xml.getElementText();
                    case "Quiet" ->
                        quiet = Boolean.parseBoolean(xml.getElementText().strip());
                    default -> {}
                }
            } else if (event == XMLStreamConstants.END_ELEMENT
                    && xml.getLocalName().equals("Object")) {
                if (key == null || key.isEmpty()) {
                    throw ProxyErrors.malformedXml();
                }
                keys.add(new DeletedKey(key, version));
                key = null;
                version = null;
            }
        }
        if (keys.isEmpty() || keys.size() > MOST_KEYS) {
            throw ProxyErrors.malformedXml();
        }
        return new BatchDelete(keys, quiet);
    }

    /** The body with the allowed keys. */
    byte[] without(Set<DeletedKey> denied) {
        StringBuilder xml = new StringBuilder("<Delete xmlns=\"http://s3.amazonaws.com/doc/2006-03-01/\">");
        keys.stream()
                .filter(each -> !denied.contains(each))
                .forEach(each -> xml.append("<Object>").append(named(each)).append("</Object>"));
        xml.append("<Quiet>").append(quiet).append("</Quiet></Delete>");
        return xml.toString().getBytes(StandardCharsets.UTF_8);
    }

    /** The upstream's answer with the denied keys added as errors. With null, the answer has only these. */
    static byte[] answer(@Nullable String upstreams, Set<DeletedKey> denied) {
        StringBuilder errors = new StringBuilder();
        denied.forEach(each -> errors.append("<Error>")
                .append(named(each))
                .append("<Code>AccessDenied</Code><Message>Access Denied</Message></Error>"));
        String none = "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n"
                + "<DeleteResult xmlns=\"http://s3.amazonaws.com/doc/2006-03-01/\"></DeleteResult>";
        String answer =
                upstreams == null ? none : upstreams.replaceFirst("(<DeleteResult\\b[^>]*)/>", "$1></DeleteResult>");
        int end = answer.lastIndexOf("</DeleteResult>");
        String whole = end < 0 ? answer : answer.substring(0, end) + errors + answer.substring(end);
        return whole.getBytes(StandardCharsets.UTF_8);
    }

    private static String named(DeletedKey each) {
        return ErrorAnswer.element("Key", each.key())
                + (each.versionId() == null ? "" : ErrorAnswer.element("VersionId", each.versionId()));
    }
}
