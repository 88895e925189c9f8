package io.vpclocal.proxy;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;

import io.vpclocal.testing.Aws;
import io.vpclocal.testing.People;
import java.io.IOException;
import java.net.Socket;
import java.net.URI;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import software.amazon.awssdk.auth.credentials.AwsCredentials;

/** Uploads that come slowly or never, and refused uploads. */
class SlowBodyTest extends ProxyTest {

    private final String account = Aws.newAccount();

    /** Amazon S3 API Reference, "Error responses"; the second sentence of the message is from users' reports. */
    @ParameterizedTest
    @CsvSource({"UNSIGNED-PAYLOAD, ''", "UNSIGNED-PAYLOAD, ab", "STREAMING-UNSIGNED-PAYLOAD-TRAILER, '1000;'"})
    void anUploadThatStopsIsAnswered(String payload, String sent) throws IOException {
        URI to = aws.endpoint();
        try (Socket socket = new Socket(to.getHost(), to.getPort())) {
            socket.setSoTimeout(20_000);
            socket.getOutputStream()
                    .write((head(account, payload, 100, "x-amz-decoded-content-length: 50\r\n") + sent)
                            .getBytes(ISO_8859_1));
            RawHttp.Answer answer = RawHttp.read(socket.getInputStream());

            assertThat(answer.status()).as(answer.text()).isEqualTo(400);
            assertThat(answer.header("connection")).isEqualTo("close");
            assertThat(answer.text())
                    .contains(
                            "<Code>RequestTimeout</Code>",
                            "<Message>Your socket connection to the server was not read from or written to within the"
                                    + " timeout period. Idle connections will be closed.</Message>");
        }
        assertThat(UPSTREAM.got("PUT", "/slow/" + account)).isFalse();
    }

    /** Boto3 reads a final answer before the body only if it has a reason phrase. */
    @Test
    void aRefusedUploadThatExpects100_isAskedForFirst() throws IOException {
        AwsCredentials user = people.user(account, "nobody", People.allowing("s3:ListBucket"));
        URI to = aws.endpoint();
        try (Socket socket = new Socket(to.getHost(), to.getPort())) {
            socket.setSoTimeout(20_000);
            socket.getOutputStream()
                    .write(head(user.accessKeyId(), "UNSIGNED-PAYLOAD", 3, "Expect: 100-continue\r\n")
                            .getBytes(ISO_8859_1));
            String first = new String(socket.getInputStream().readNBytes(17), ISO_8859_1);
            assertThat(first).startsWith("HTTP/1.1 100");
            socket.getOutputStream().write("abc".getBytes(ISO_8859_1));
            socket.shutdownOutput();
            assertThat(RawHttp.read(socket.getInputStream()).status()).isIn(400, 403);
        }
    }

    private String head(String key, String payload, int length, String more) {
        return "PUT /slow/" + account + " HTTP/1.1\r\nHost: localhost\r\nContent-Length: " + length
                + "\r\nx-amz-content-sha256: " + payload + "\r\n" + more
                + "Authorization: AWS4-HMAC-SHA256 Credential=" + key
                + "/20260101/us-east-1/s3/aws4_request, SignedHeaders=host, Signature=0\r\n\r\n";
    }
}
