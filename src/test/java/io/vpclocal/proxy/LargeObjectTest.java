package io.vpclocal.proxy;

import static org.assertj.core.api.Assertions.assertThat;

import io.vpclocal.testing.Aws;
import java.io.InputStream;
import java.io.OutputStream;
import java.lang.management.ManagementFactory;
import java.lang.management.MemoryPoolMXBean;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.HexFormat;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Objects that do not fit into the memory that a call may take. */
class LargeObjectTest extends ProxyTest {

    private static final int PART = 1024 * 1024;

    @Test
    void sixtyMebibytesUp_andDownAgain() throws Exception {
        String sent = put("/large/" + "some", 60);

        assertThat(UPSTREAM.last().sha256()).isEqualTo(sent);
        assertThat(UPSTREAM.last().length()).isEqualTo(60L * PART);
        assertThat(get("/large/some")).isEqualTo(sent);
    }

    @Test
    @Tag("slow")
    void aGibibyteUp_inMemoryThatDoesNotGrow() throws Exception {
        String sent = put("/large/most", 1024);

        assertThat(UPSTREAM.last().sha256()).isEqualTo(sent);
        assertThat(UPSTREAM.last().length()).isEqualTo(1024L * PART);
    }

    @Test
    void aHundredMebibytesDown() throws Exception {
        assertThat(get("/generated/100")).isEqualTo(generated(100));
    }

    /** What lives longer than a few collections is in the old generation. */
    @Test
    @Tag("slow")
    void aGibibyteDown_inMemoryThatDoesNotGrow() throws Exception {
        MemoryPoolMXBean old = ManagementFactory.getMemoryPoolMXBeans().stream()
                .filter(pool -> pool.getName().contains("Old") || pool.getName().contains("Tenured"))
                .findFirst()
                .orElseThrow();
        long before = old.getUsage().getUsed();
        old.resetPeakUsage();

        assertThat(get("/generated/1024")).isEqualTo(generated(1024));
        assertThat(put("/large/again", 1024)).isEqualTo(UPSTREAM.last().sha256());
        // The upstream of this test keeps 64 MiB of what it gets, twice while it copies them.
        assertThat(old.getPeakUsage().getUsed() - before).isLessThan(400L * PART);
    }

    private static String generated(int parts) throws Exception {
        MessageDigest digest = MessageDigest.getInstance("SHA-256");
        byte[] part = new byte[PART];
        for (int i = 0; i < parts; i++) {
            java.util.Arrays.fill(part, (byte) i);
            digest.update(part);
        }
        return HexFormat.of().formatHex(digest.digest());
    }

    /** Its body is larger than those of the emulator's own actions may be, and comes late. */
    @Test
    void aCallOfAnotherService() throws Exception {
        byte[] body = ("{\"TableName\": \"" + "x".repeat(6 * PART) + "\"}").getBytes(StandardCharsets.US_ASCII);
        URI to = aws.endpoint();
        try (Socket socket = new Socket(to.getHost(), to.getPort())) {
            OutputStream out = socket.getOutputStream();
            out.write(rpcHead(body.length));
            out.write(body, 0, PART);
            out.flush();
            assertThat(aws.ec2().describeVpcs().vpcs()).isNotEmpty();
            out.write(body, PART, body.length - PART);
            out.flush();
            RawHttp.read(socket.getInputStream());
        }
        assertThat(UPSTREAM.last().length()).isEqualTo(body.length);
        assertThat(UPSTREAM.last().sha256())
                .isEqualTo(HexFormat.of()
                        .formatHex(MessageDigest.getInstance("SHA-256").digest(body)));
    }

    @Test
    void aCallOfAnotherServiceHasALimit() throws Exception {
        int before = UPSTREAM.received().size();
        URI to = aws.endpoint();
        try (Socket socket = new Socket(to.getHost(), to.getPort())) {
            OutputStream out = socket.getOutputStream();
            out.write(rpcHead(65 * PART));
            byte[] part = new byte[PART];
            for (int i = 0; i < 65; i++) {
                out.write(part);
            }
            out.flush();
            RawHttp.Answer answer = RawHttp.read(socket.getInputStream());
            assertThat(answer.text()).contains("EntityTooLarge");
        }
        assertThat(UPSTREAM.received()).hasSize(before);
    }

    private static byte[] rpcHead(long length) {
        return ("POST / HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\nContent-Length: " + length
                        + "\r\nX-Amz-Target: DynamoDB_20120810.DescribeTable\r\nContent-Type: application/x-amz-json-1.0"
                        + "\r\nAuthorization: AWS4-HMAC-SHA256 Credential=" + Aws.newAccount()
                        + "/20260101/us-east-1/dynamodb/aws4_request, SignedHeaders=host, Signature=0\r\n\r\n")
                .getBytes(StandardCharsets.ISO_8859_1);
    }

    private String put(String path, int parts) throws Exception {
        MessageDigest digest = MessageDigest.getInstance("SHA-256");
        URI to = aws.endpoint();
        try (Socket socket = new Socket(to.getHost(), to.getPort())) {
            OutputStream out = socket.getOutputStream();
            out.write(head("PUT", path, (long) parts * PART));
            byte[] part = new byte[PART];
            for (int i = 0; i < parts; i++) {
                java.util.Arrays.fill(part, (byte) i);
                part[i % PART] = 77;
                digest.update(part);
                out.write(part);
            }
            out.flush();
            assertThat(RawHttp.read(socket.getInputStream()).status()).isEqualTo(200);
        }
        return HexFormat.of().formatHex(digest.digest());
    }

    private String get(String path) throws Exception {
        URI to = aws.endpoint();
        try (Socket socket = new Socket(to.getHost(), to.getPort())) {
            socket.getOutputStream().write(head("GET", path, 0));
            InputStream in = socket.getInputStream();
            StringBuilder head = new StringBuilder();
            while (head.indexOf("\r\n\r\n") < 0) {
                head.append((char) in.read());
            }
            assertThat(head).startsWith("HTTP/1.1 200");
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            byte[] buffer = new byte[PART];
            for (int count = in.read(buffer); count >= 0; count = in.read(buffer)) {
                digest.update(buffer, 0, count);
            }
            return HexFormat.of().formatHex(digest.digest());
        }
    }

    private static byte[] head(String method, String path, long length) {
        return (method + " " + path + " HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\nContent-Length: " + length
                        + "\r\nx-amz-content-sha256: UNSIGNED-PAYLOAD\r\nAuthorization: AWS4-HMAC-SHA256 Credential="
                        + Aws.newAccount()
                        + "/20260101/us-east-1/s3/aws4_request, SignedHeaders=host, Signature=0\r\n\r\n")
                .getBytes(StandardCharsets.ISO_8859_1);
    }
}
