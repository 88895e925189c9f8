package io.vpclocal.protocol.web;

import static org.assertj.core.api.Assertions.assertThat;

import io.vpclocal.testing.Aws;
import io.vpclocal.testing.EmulatorTest;
import io.vpclocal.testing.RawHttp;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** Unusual HTTP in every protocol: each request gets an answer, which is neither a failure of the emulator nor HTML. */
@EmulatorTest
class HostileHttpTest {

    private static final String FORM = "Content-Type: application/x-www-form-urlencoded\r\n";
    private static final Pattern STATUS =
            Pattern.compile("^HTTP/1\\.1 (?:100 .*?HTTP/1\\.1 )?(\\d{3})", Pattern.DOTALL);

    /** A call: its headers and body, and its path. */
    private record Protocol(String service, String headers, String body, String path) {

        private String authorization() {
            return service.isEmpty()
                    ? ""
                    : "Authorization: AWS4-HMAC-SHA256 Credential=test/20260101/us-east-1/" + service
                            + "/aws4_request, SignedHeaders=host, Signature=0\r\n";
        }
    }

    private static final List<Protocol> PROTOCOLS = List.of(
            new Protocol("ec2", FORM, "Action=DescribeVpcs&Version=2016-11-15", "/"),
            new Protocol("iam", FORM, "Action=ListUsers&Version=2010-05-08", "/"),
            new Protocol("logs", "X-Amz-Target: Logs_20140328.DescribeLogGroups\r\n", "{}", "/"),
            new Protocol("ec2", "Content-Type: application/json\r\n", "{}", "/ec2/DescribeVpcs"),
            new Protocol("", "Content-Type: application/json\r\n", "{}", "/_vpclocal/requests"),
            new Protocol("s3", "", "x", "/bucket/key"),
            new Protocol("dynamodb", "X-Amz-Target: DynamoDB_20120810.ListTables\r\n", "{}", "/"),
            new Protocol("lambda", "", "{}", "/2015-03-31/functions"),
            new Protocol("sns", FORM, "Action=ListTopics&Version=2010-03-31", "/"),
            new Protocol(
                    "monitoring",
                    "Smithy-Protocol: rpc-v2-cbor\r\nContent-Type: application/cbor\r\n",
                    "x",
                    "/service/GraniteServiceVersion20100801/operation/ListMetrics"));

    /** What is added to the head. */
    private static final List<String> HEADERS = List.of(
            "Expect: 100-continue\r\n",
            "Expect: nothing\r\n",
            "Content-Encoding: gzip\r\n",
            "Content-Encoding: aws-chunked\r\nx-amz-content-sha256: STREAMING-UNSIGNED-PAYLOAD-TRAILER\r\n",
            "Upgrade: websocket\r\nConnection: Upgrade\r\nSec-WebSocket-Version: 13\r\nSec-WebSocket-Key: eA==\r\n",
            "Upgrade: h2c\r\nHTTP2-Settings: AAMAAABkAARAAAAAAAIAAAAA\r\n",
            "Content-Length: 1\r\n",
            "Content-Length: -1\r\n",
            "Transfer-Encoding: identity\r\n",
            "Content-Type: ;;;\r\n",
            "Content-Type: text/plain; charset=none\r\n",
            "X-A: b\r\n c\r\n",
            "X-A : b\r\n",
            "X-A: \0\r\n",
            "X-A: \u00e9\r\n",
            "no colon\r\n",
            "X-A: " + "a".repeat(20_000) + "\r\n",
            "X-A: b\r\n".repeat(200));

    private static final List<String> BODIES =
            List.of("\0", "\u00ff\u00fe", "", "{", "%", "<x/>", "[".repeat(50_000), "a=b&".repeat(20_000));

    /** What follows a head with chunked framing, with the call's body in the place of the word BODY. */
    private static final Map<String, Integer> CHUNKS = Map.of(
            "LENGTH;a=b\r\nBODY\r\n0\r\n\r\n", 200,
            "LENGTH\r\nBODY\r\n0\r\nX-A: b\r\n\r\n", 200,
            "zz\r\nBODY\r\n", 400,
            "-1\r\nBODY\r\n", 400,
            "fffffffffffffffff\r\nBODY\r\n", 400,
            "1\r\nBODYBODY\r\n0\r\n\r\n", 400,
            "\r\nBODY\r\n0\r\n\r\n", 400,
            "LENGTH\r\nBODY\r\n0\r\nno colon\r\n\r\n", 400);

    @Autowired
    private Aws aws;

    private final List<String> broken = new ArrayList<>();

    @Test
    void everyMethodIsAnswered() throws Exception {
        for (Protocol protocol : PROTOCOLS) {
            for (String method : List.of("HEAD", "OPTIONS", "PUT", "DELETE", "PATCH", "TRACE", "FOO", "get")) {
                if (!method.equals("DELETE") || !protocol.service().isEmpty()) {
                    send(method + " " + protocol.path() + " HTTP/1.1", protocol, "", protocol.body());
                }
            }
            send("POST " + protocol.path() + " HTTP/1.0", protocol, "", protocol.body());
            send("POST " + protocol.path() + " HTTP/2.0", protocol, "", protocol.body());
            send("POST http://localhost" + protocol.path() + " HTTP/1.1", protocol, "", protocol.body());
        }
        assertThat(broken).isEmpty();
    }

    @Test
    void everyHeaderAndBodyIsAnswered() throws Exception {
        for (Protocol protocol : PROTOCOLS) {
            for (String header : HEADERS) {
                send("POST " + protocol.path() + " HTTP/1.1", protocol, header, protocol.body());
            }
            for (String body : BODIES) {
                send("POST " + protocol.path() + " HTTP/1.1", protocol, "", body);
            }
        }
        assertThat(broken).isEmpty();
    }

    @Test
    void everyChunkIsAnswered() throws Exception {
        Protocol ec2 = PROTOCOLS.get(0);
        for (Map.Entry<String, Integer> chunks : CHUNKS.entrySet()) {
            String answer = RawHttp.bytes(
                    aws.endpoint(),
                    "POST / HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\nTransfer-Encoding: chunked\r\n"
                            + ec2.authorization() + ec2.headers() + "\r\n"
                            + chunks.getKey()
                                    .replace(
                                            "LENGTH",
                                            Integer.toHexString(ec2.body().length()))
                                    .replace("BODY", ec2.body()));
            assertThat(answer).as(chunks.getKey()).startsWith("HTTP/1.1 " + chunks.getValue() + " ");
        }
    }

    @Test
    void everyRequestOfAConnectionIsAnswered() throws Exception {
        StringBuilder requests = new StringBuilder();
        for (int i = 1; i <= 20; i++) {
            Protocol protocol = PROTOCOLS.get(i % 3);
            requests.append("POST / HTTP/1.1\r\nHost: localhost\r\n")
                    .append(i == 20 ? "Connection: close\r\n" : "")
                    .append(protocol.authorization())
                    .append(protocol.headers())
                    .append("Content-Length: ")
                    .append(protocol.body().length())
                    .append("\r\n\r\n")
                    .append(protocol.body());
        }
        assertThat(RawHttp.bytes(aws.endpoint(), requests.toString()).split("HTTP/1\\.1 200 ", -1))
                .hasSize(21);
    }

    @Test
    void aHandshakeOfTlsIsAnswered() throws Exception {
        assertThat(RawHttp.bytes(aws.endpoint(), "\u0016\u0003\u0001\u0002\0\u0001\0\u0001\u00fc\u0003\u0003"))
                .startsWith("HTTP/1.1 400 ");
    }

    private void send(String line, Protocol protocol, String header, String body) throws Exception {
        String answer = RawHttp.bytes(
                aws.endpoint(),
                line + "\r\nHost: localhost\r\nConnection: close\r\n" + protocol.authorization() + protocol.headers()
                        + header + "Content-Length: " + body.length() + "\r\n\r\n" + body);
        Matcher status = STATUS.matcher(answer);
        // 501 and 505 are for what the client sent.
        boolean failed = !status.find() || status.group(1).matches("5(?!01|05)..");
        if (failed || answer.toLowerCase(java.util.Locale.ROOT).contains("<html")) {
            broken.add(protocol + " " + line + " " + header + ": " + answer);
        }
    }
}
