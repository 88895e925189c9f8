package io.vpclocal.protocol.codec;

import io.vpclocal.protocol.AwsException;
import io.vpclocal.protocol.AwsService;
import io.vpclocal.protocol.WireProtocol;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.core.SdkBytes;
import software.amazon.awssdk.core.SdkField;
import software.amazon.awssdk.core.SdkPojo;
import software.amazon.awssdk.core.traits.ListTrait;
import software.amazon.awssdk.core.traits.MapTrait;
import software.amazon.awssdk.core.traits.TimestampFormatTrait.Format;
import software.amazon.awssdk.core.util.SdkAutoConstructList;
import software.amazon.awssdk.core.util.SdkAutoConstructMap;

/** Writes responses and errors of both query protocols. */
public final class XmlWriter {

    private static final XMLOutputFactory FACTORY = XMLOutputFactory.newFactory();

    private final AwsService service;
    private final boolean ec2;
    private final XMLStreamWriter xml;

    private XmlWriter(AwsService service, XMLStreamWriter xml) {
        this.service = service;
        this.ec2 = service.protocol() == WireProtocol.EC2_QUERY;
        this.xml = xml;
    }

    /** The response document of an action. Lists directly below the response are written even if they are empty. */
    public static byte[] response(AwsService service, String action, SdkPojo response, String requestId) {
        return document(service, writer -> writer.response(action, response, requestId));
    }

    public static byte[] error(AwsService service, AwsException error, String requestId) {
        return document(service, writer -> writer.error(error, requestId));
    }

    private static byte[] document(AwsService service, Body body) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream(2048);
        try {
            XMLStreamWriter xml = FACTORY.createXMLStreamWriter(bytes, StandardCharsets.UTF_8.name());
            xml.writeStartDocument("UTF-8", "1.0");
            body.write(new XmlWriter(service, xml));
            xml.writeEndDocument();
            xml.close();
            return bytes.toByteArray();
        } catch (XMLStreamException e) {
            throw new IllegalStateException("A byte array can always be written to", e);
        }
    }

    private void response(String action, SdkPojo response, String requestId) throws XMLStreamException {
        start(action + "Response");
        xml.writeDefaultNamespace(service.namespace());
        if (ec2) {
            text("requestId", requestId);
            if (response.sdkFields().isEmpty()) {
                text("return", "true");
            }
            structure(response, true);
        } else {
            if (!response.sdkFields().isEmpty() || namesEmptyResult(service, action)) {
                start(action + "Result");
                structure(response, true);
                xml.writeEndElement();
            }
            start("ResponseMetadata");
            text("RequestId", requestId);
            xml.writeEndElement();
        }
        xml.writeEndElement();
    }

    /**
     * True for actions whose result has no members, but is there all the same: some clients insist on it. The model
     * classes do not tell such actions from those without a result.
     */
    private static boolean namesEmptyResult(AwsService service, String action) {
        return service == AwsService.ELB || (service == AwsService.IAM && action.equals("UpdateRole"));
    }

    private void error(AwsException error, String requestId) throws XMLStreamException {
        if (ec2) {
            start("Response");
            start("Errors");
            start("Error");
        } else {
            start("ErrorResponse");
            xml.writeDefaultNamespace(service.namespace());
            start("Error");
            text("Type", error.status() >= 500 ? "Receiver" : "Sender");
        }
        text("Code", error.code());
        text("Message", error.text());
        xml.writeEndElement();
        if (ec2) {
            xml.writeEndElement();
        }
        text(ec2 ? "RequestID" : "RequestId", requestId);
        xml.writeEndElement();
    }

    private void structure(SdkPojo pojo, boolean top) throws XMLStreamException {
        for (SdkField<?> field : pojo.sdkFields()) {
            Object value = field.getValueOrDefault(pojo);
            boolean unset = value == null
                    || (value instanceof SdkAutoConstructList && !top)
                    || value instanceof SdkAutoConstructMap;
            if (!unset) {
                value(name(field), field, value);
            }
        }
    }

    private void value(String name, SdkField<?> field, Object value) throws XMLStreamException {
        if (value instanceof SdkPojo pojo) {
            start(name);
            structure(pojo, false);
            xml.writeEndElement();
        } else if (value instanceof List<?> list) {
            list(name, field.getRequiredTrait(ListTrait.class), list);
        } else if (value instanceof Map<?, ?> map) {
            map(name, field.getRequiredTrait(MapTrait.class), map);
        } else {
            text(name, scalar(field, value));
        }
    }

    private void list(String name, ListTrait trait, List<?> list) throws XMLStreamException {
        if (trait.isFlattened()) {
            for (Object element : list) {
                value(name, trait.memberFieldInfo(), element);
            }
            return;
        }
        start(name);
        String member = Objects.requireNonNullElse(trait.memberLocationName(), ec2 ? "item" : "member");
        for (Object element : list) {
            value(member, trait.memberFieldInfo(), element);
        }
        xml.writeEndElement();
    }

    private void map(String name, MapTrait trait, Map<?, ?> map) throws XMLStreamException {
        if (!trait.isFlattened()) {
            start(name);
        }
        for (Map.Entry<?, ?> entry : map.entrySet()) {
            start(trait.isFlattened() ? name : "entry");
            text(Objects.requireNonNullElse(trait.keyLocationName(), "key"), String.valueOf(entry.getKey()));
            String valueName = Objects.requireNonNullElse(trait.valueLocationName(), "value");
            value(valueName, trait.valueFieldInfo(), Objects.requireNonNull(entry.getValue()));
            xml.writeEndElement();
        }
        if (!trait.isFlattened()) {
            xml.writeEndElement();
        }
    }

    private static String scalar(SdkField<?> field, Object value) {
        if (value instanceof Instant instant) {
            return Timestamps.text(instant, Timestamps.format(field, Format.ISO_8601));
        }
        if (value instanceof SdkBytes bytes) {
            return Base64.getEncoder().encodeToString(bytes.asByteArrayUnsafe());
        }
        return value.toString();
    }

    private String name(SdkField<?> field) {
        @Nullable String unmarshalled = field.unmarshallLocationName();
        return ec2 && unmarshalled != null ? unmarshalled : field.locationName();
    }

    private void start(String name) throws XMLStreamException {
        xml.writeStartElement(name);
    }

    private void text(String name, String text) throws XMLStreamException {
        xml.writeStartElement(name);
        xml.writeCharacters(text);
        xml.writeEndElement();
    }

    private interface Body {
        void write(XmlWriter writer) throws XMLStreamException;
    }
}
