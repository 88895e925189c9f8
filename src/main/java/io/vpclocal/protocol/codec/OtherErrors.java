package io.vpclocal.protocol.codec;

import io.vpclocal.protocol.AwsException;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;

/** Errors in the protocols of services that are not emulated. */
public final class OtherErrors {

    private static final String XML = "<?xml version=\"1.0\" encoding=\"UTF-8\"?>";
    private static final int CBOR_MAP_OF_TWO = 0xa2;
    private static final int CBOR_LONG_TEXT = 0x79;

    private OtherErrors() {}

    /** The query protocol's form, also used by Route 53 and CloudFront. */
    public static byte[] query(AwsException error, String requestId) {
        return utf8(XML + "<ErrorResponse><Error><Type>Sender</Type>" + codeAndMessage(error) + "</Error><RequestId>"
                + requestId + "</RequestId></ErrorResponse>");
    }

    public static byte[] s3(AwsException error, String requestId) {
        return utf8(XML + "<Error>" + codeAndMessage(error) + "<RequestId>" + requestId + "</RequestId></Error>");
    }

    /** Smithy RPC v2: the members of AWS JSON, as CBOR. */
    public static byte[] cbor(AwsException error) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        out.write(CBOR_MAP_OF_TWO);
        for (String text : new String[] {"__type", error.code(), "message", error.text()}) {
            byte[] bytes = utf8(text);
            out.write(CBOR_LONG_TEXT);
            out.write(bytes.length >> 8);
            out.write(bytes.length);
            out.writeBytes(bytes);
        }
        return out.toByteArray();
    }

    private static String codeAndMessage(AwsException error) {
        return "<Code>" + error.code() + "</Code><Message>" + escaped(error.text()) + "</Message>";
    }

    private static String escaped(String text) {
        return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
    }

    private static byte[] utf8(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
