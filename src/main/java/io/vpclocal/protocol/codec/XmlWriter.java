package io.vpclocal.protocol.codec;

import io.vpclocal.protocol.AwsException;
import io.vpclocal.protocol.AwsService;
import io.vpclocal.protocol.WireProtocol;
import io.vpclocal.protocol.codec.XmlLayout.Member;
import io.vpclocal.protocol.codec.XmlLayout.Tag;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Pattern;
import software.amazon.awssdk.core.SdkBytes;
import software.amazon.awssdk.core.SdkPojo;
import software.amazon.awssdk.core.util.SdkAutoConstructList;
import software.amazon.awssdk.core.util.SdkAutoConstructMap;

/** Writes XML responses and errors of both query protocols. */
public final class XmlWriter {

    private static final byte[] DECLARATION = XmlOutput.ascii("<?xml version=\"1.0\" encoding=\"UTF-8\"?>");
    private static final XmlLayout EC2 = new XmlLayout(true);
    private static final XmlLayout QUERY = new XmlLayout(false);
    private static final Pattern LISTS = Pattern.compile("(Describe|Get|List|Search).*(?<!Attribute)");
    private static final Tag ENTRY = Tag.of("entry");

    private final AwsService service;
    private final String version;
    private final boolean ec2;
    private final XmlLayout layout;
    private final XmlOutput out = new XmlOutput();

    private XmlWriter(AwsService service, String version) {
        this.service = service;
        this.version = version;
        this.ec2 = service.protocol() == WireProtocol.EC2_QUERY;
        this.layout = ec2 ? EC2 : QUERY;
        out.raw(DECLARATION);
    }

    /**
     * The response document of an action. An action that lists something writes its list even if it is unset.
     *
     * @param version the version of the API that the request names
     */
    public static byte[] response(
            AwsService service, String version, String action, SdkPojo response, String requestId) {
        XmlWriter writer = new XmlWriter(service, version);
        writer.response(action, response, requestId);
        return writer.out.toBytes();
    }

    public static byte[] error(AwsService service, AwsException error, String requestId) {
        XmlWriter writer = new XmlWriter(service, service.apiVersion());
        writer.error(error, requestId);
        return writer.out.toBytes();
    }

    private void response(String action, SdkPojo response, String requestId) {
        startRoot(action + "Response");
        if (ec2) {
            element("requestId", requestId);
            if (response.sdkFields().isEmpty()) {
                element("return", "true");
            }
            structure(layout.of(response), response, lists(action));
        } else {
            if (!response.sdkFields().isEmpty() || namesEmptyResult(service, action)) {
                start(action + "Result");
                structure(layout.of(response), response, lists(action));
                end(action + "Result");
            }
            start("ResponseMetadata");
            element("RequestId", requestId);
            end("ResponseMetadata");
        }
        end(action + "Response");
    }

    /**
     * True for actions that return an empty result element, which some clients require. The model classes do not
     * distinguish these actions from those without a result.
     */
    private static boolean namesEmptyResult(AwsService service, String action) {
        return service == AwsService.ELB || (service == AwsService.IAM && action.equals("UpdateRole"));
    }

    /** Other responses are one resource or one attribute, with the lists that their controller sets. */
    private static boolean lists(String action) {
        return LISTS.matcher(action).matches();
    }

    private void error(AwsException error, String requestId) {
        if (ec2) {
            start("Response");
            start("Errors");
            start("Error");
        } else {
            startRoot("ErrorResponse");
            start("Error");
            element("Type", error.status() >= 500 ? "Receiver" : "Sender");
        }
        element("Code", error.code());
        element("Message", error.text());
        end("Error");
        if (ec2) {
            end("Errors");
        }
        element(ec2 ? "RequestID" : "RequestId", requestId);
        end(ec2 ? "Response" : "ErrorResponse");
    }

    private void structure(List<Member> members, SdkPojo pojo, boolean unsetLists) {
        for (Member member : members) {
            Object value = member.valueIn(pojo);
            boolean unset =
                    (value instanceof SdkAutoConstructList && !unsetLists) || value instanceof SdkAutoConstructMap;
            if (value != null && !unset) {
                value(member, value);
            }
        }
    }

    private void value(Member member, Object value) {
        if (value instanceof List<?> list) {
            list(member, list);
        } else if (value instanceof Map<?, ?> map) {
            map(member, map);
        } else {
            out.raw(member.tag.open());
            if (value instanceof SdkPojo pojo) {
                structure(layout.of(member, pojo), pojo, false);
            } else {
                out.text(scalar(member, value));
            }
            out.raw(member.tag.close());
        }
    }

    private void list(Member member, List<?> list) {
        Member element = Objects.requireNonNull(member.element);
        if (!member.flat) {
            out.raw(member.tag.open());
        }
        for (Object item : list) {
            value(element, Objects.requireNonNull(item));
        }
        if (!member.flat) {
            out.raw(member.tag.close());
        }
    }

    private void map(Member member, Map<?, ?> map) {
        Tag entry = member.flat ? member.tag : ENTRY;
        Tag key = Objects.requireNonNull(member.key);
        if (!member.flat) {
            out.raw(member.tag.open());
        }
        map.forEach((name, value) -> {
            out.raw(entry.open());
            out.raw(key.open());
            out.text(String.valueOf(name));
            out.raw(key.close());
            value(Objects.requireNonNull(member.element), Objects.requireNonNull(value));
            out.raw(entry.close());
        });
        if (!member.flat) {
            out.raw(member.tag.close());
        }
    }

    private static String scalar(Member member, Object value) {
        if (value instanceof Instant instant) {
            return Timestamps.text(instant, member.timestamps);
        }
        if (value instanceof SdkBytes bytes) {
            return Base64.getEncoder().encodeToString(bytes.asByteArrayUnsafe());
        }
        return value.toString();
    }

    private void startRoot(String name) {
        out.raw(XmlOutput.ascii("<" + name + " xmlns=\"" + service.namespace(version) + "\">"));
    }

    private void start(String name) {
        out.raw(XmlOutput.ascii("<" + name + ">"));
    }

    private void end(String name) {
        out.raw(XmlOutput.ascii("</" + name + ">"));
    }

    private void element(String name, String text) {
        start(name);
        out.text(text);
        end(name);
    }
}
