package io.vpclocal.proxy.forward;

import io.vpclocal.protocol.AwsException;
import io.vpclocal.proxy.action.KnownService;
import jakarta.servlet.http.HttpServletResponse;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import org.springframework.http.HttpHeaders;
import tools.jackson.databind.json.JsonMapper;

/** Writes an error as the called service would. */
final class ErrorAnswer {

    private static final String DECLARATION = "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n";
    private static final int CBOR_MAP_OF_TWO = 0xa2;
    private static final int CBOR_LONG_TEXT = 0x79;

    private ErrorAnswer() {}

    static void write(
            HttpServletResponse response, KnownService service, AwsException error, String requestId, String path)
            throws IOException {
        response.reset();
        response.setStatus(error.status());
        byte[] body = service.protocol() == KnownService.Protocol.CBOR
                ? cbor(response, error, requestId)
                : body(response, service, error, requestId, path).getBytes(StandardCharsets.UTF_8);
        response.setContentLength(body.length);
        if (error.code().equals(ProxyErrors.IDLE)) {
            response.setHeader(HttpHeaders.CONNECTION, "close");
        }
        // Tomcat leaves the body out of answers to HEAD.
        response.getOutputStream().write(body);
        if (error.code().equals(ProxyErrors.IDLE)) {
            // Tomcat would first wait for the rest of the body.
            response.flushBuffer();
        }
    }

    private static String body(
            HttpServletResponse response, KnownService service, AwsException error, String requestId, String path) {
        response.setHeader("x-amzn-RequestId", requestId);
        return switch (service.protocol()) {
            case S3 -> {
                response.setHeader("x-amz-request-id", requestId);
                response.setContentType("application/xml");
                yield DECLARATION + "<Error>" + element("Code", error.code()) + element("Message", error.text())
                        + element("Resource", path) + element("RequestId", requestId)
                        + element("HostId", requestId) + "</Error>";
            }
            case QUERY, REST_XML -> {
                response.setContentType("text/xml");
                yield "<ErrorResponse><Error>"
                        + element("Type", error.status() >= 500 ? "Receiver" : "Sender")
                        + element("Code", error.code()) + element("Message", error.text()) + "</Error>"
                        + element("RequestId", requestId) + "</ErrorResponse>";
            }
            case JSON_1_0 -> json(response, "application/x-amz-json-1.0", error);
            case JSON_1_1 -> json(response, "application/x-amz-json-1.1", error);
            case REST_JSON -> {
                response.setHeader("x-amzn-ErrorType", error.code());
                yield json(response, "application/json", error);
            }
            case CBOR -> throw new IllegalArgumentException("CBOR is not text");
        };
    }

    /** Amazon DynamoDB and others write {@code Message} in denials. Every SDK reads both. */
    private static String json(HttpServletResponse response, String type, AwsException error) {
        response.setContentType(type);
        Map<String, String> body = new LinkedHashMap<>();
        body.put("__type", error.code());
        body.put(error.code().equals("AccessDeniedException") ? "Message" : "message", error.text());
        return JsonMapper.shared().writeValueAsString(body);
    }

    /** The members of AWS JSON, as CBOR. */
    private static byte[] cbor(HttpServletResponse response, AwsException error, String requestId) {
        response.setHeader("x-amzn-RequestId", requestId);
        response.setHeader("smithy-protocol", "rpc-v2-cbor");
        response.setContentType("application/cbor");
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        out.write(CBOR_MAP_OF_TWO);
        for (String text : new String[] {"__type", error.code(), "message", error.text()}) {
            byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
            out.write(CBOR_LONG_TEXT);
            out.write(bytes.length >> 8);
            out.write(bytes.length);
            out.writeBytes(bytes);
        }
        return out.toByteArray();
    }

    static String element(String name, String text) {
        StringBuilder escaped = new StringBuilder();
        text.codePoints().forEach(c -> {
            switch (c) {
                case '&' -> escaped.append("&amp;");
                case '<' -> escaped.append("&lt;");
                case '>' -> escaped.append("&gt;");
                case '"' -> escaped.append("&quot;");
                default -> escaped.appendCodePoint(c < ' ' && c != '\n' && c != '\t' ? '?' : c);
            }
        });
        return "<" + name + ">" + escaped + "</" + name + ">";
    }
}
