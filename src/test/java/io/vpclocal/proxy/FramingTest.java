package io.vpclocal.proxy;

import static org.assertj.core.api.Assertions.assertThat;

import io.vpclocal.testing.Aws;
import io.vpclocal.testing.People;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.Socket;
import java.net.URI;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Random;
import java.util.zip.CRC32;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import software.amazon.awssdk.auth.credentials.AwsCredentials;
import software.amazon.awssdk.core.sync.RequestBody;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.model.ChecksumAlgorithm;

/** Every way in which clients frame a body, and what must not be taken for one. */
class FramingTest extends ProxyTest {

    private static final byte[] CONTENT = bytes(300_000);

    private final String account = Aws.newAccount();

    @ParameterizedTest
    @ValueSource(strings = {"CRC32", "CRC32_C", "SHA1", "SHA256"})
    void signedChunksWithATrailingChecksum(String algorithm) {
        S3Client s3 = s3(user("trailer" + algorithm));

        s3.putObject(
                r -> r.bucket("chunks").key(algorithm).checksumAlgorithm(ChecksumAlgorithm.valueOf(algorithm)),
                RequestBody.fromBytes(CONTENT));

        assertThat(UPSTREAM.object("/chunks/" + algorithm)).isEqualTo(CONTENT);
        assertThat(UPSTREAM.last().headers().keySet())
                .anyMatch(name -> name.startsWith("x-amz-checksum-"))
                .doesNotContain("x-amz-trailer", "x-amz-decoded-content-length", "content-encoding");
    }

    @Test
    void unsignedChunksWithATrailingChecksum_andTheWrongOne() throws IOException {
        RawHttp.Answer good = RawHttp.send(aws.endpoint(), unsignedChunks("good", crc32(CONTENT)));
        assertThat(good.status()).as(good.text()).isEqualTo(200);
        assertThat(UPSTREAM.object("/raw/good")).isEqualTo(CONTENT);
        assertThat(UPSTREAM.last().header("x-amz-checksum-crc32")).isEqualTo(crc32(CONTENT));

        RawHttp.Answer bad = RawHttp.send(aws.endpoint(), unsignedChunks("bad", crc32(new byte[] {1})));
        assertThat(bad.status()).isEqualTo(400);
        assertThat(bad.text()).contains("<Code>BadDigest</Code>");
        assertThat(UPSTREAM.got("PUT", "/raw/bad")).isFalse();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "zz\r\nabc\r\n0\r\n\r\n",
                "3\r\nabcd\r\n0\r\n\r\n",
                "3\r\nabc\r\n",
                "3\nabc\n0\n\n",
                "-3\r\nabc\r\n0\r\n\r\n",
                "ffffffffffffffff\r\nabc",
                "3;chunk-signature=0\r\nabc\r\n0\r\n\r\n",
                "3\r\nabc\r\n0\r\nbroken trailer\r\n\r\n",
                "3\r\nabc\r\n0\r\nx-amz-checksum-crc32:AAAAAA==\r\n\r\nGET / HTTP/1.1\r\n"
            })
    void brokenChunksNeverReachTheUpstream(String body) throws IOException {
        RawHttp.Answer answer = RawHttp.send(
                aws.endpoint(),
                head("PUT", "/raw/broken", "STREAMING-UNSIGNED-PAYLOAD-TRAILER", body.length())
                        + "x-amz-decoded-content-length: 3\r\nx-amz-trailer: x-amz-checksum-crc32\r\n\r\n" + body);

        assertThat(answer.status()).as(answer.text()).isEqualTo(400);
        assertThat(UPSTREAM.got("PUT", "/raw/broken")).isFalse();
    }

    @Test
    void aBodyThatIsNotTheSignedOneIsRefused() throws IOException {
        RawHttp.Answer answer = RawHttp.send(aws.endpoint(), head("PUT", "/raw/other", "0".repeat(64), 3) + "\r\nabc");

        assertThat(answer.text()).contains("XAmzContentSHA256Mismatch");
        assertThat(UPSTREAM.got("PUT", "/raw/other")).isFalse();
    }

    /** Two framings, or two lengths, are how requests are smuggled past whoever checks them (RFC 9112, section 6). */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "Content-Length: 3\r\nTransfer-Encoding: chunked\r\n",
                "Content-Length: 3\r\nContent-Length: 4\r\n",
                "Content-Length: 3, 3\r\n",
                "Content-Length: +3\r\n",
                "Transfer-Encoding: chunked, identity\r\n",
                "Transfer-Encoding: xchunked\r\n"
            })
    void ambiguousFramingIsRefusedOrReadOneWay(String framing) throws IOException {
        int before = UPSTREAM.received().size();
        RawHttp.Answer answer = RawHttp.send(
                aws.endpoint(),
                "PUT /raw/smuggled HTTP/1.1\r\nHost: localhost\r\n" + authorization() + framing
                        + "x-amz-content-sha256: UNSIGNED-PAYLOAD\r\nConnection: close\r\n\r\n"
                        + "0\r\n\r\nGET /raw/hidden HTTP/1.1\r\nHost: localhost\r\n\r\n");

        assertThat(UPSTREAM.got("GET", "/raw/hidden")).isFalse();
        assertThat(answer.status()).isIn(0, 200, 400, 501);
        assertThat(UPSTREAM.received().size() - before).isLessThanOrEqualTo(1);
    }

    /** The client's Host, path and forwarding headers never decide where a call goes. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "//evil.example/x",
                "/@evil.example/x",
                "/raw/..%2f..%2fx",
                "/raw/%2e%2e/x",
                "/raw/a%5Cb",
                "/raw/x?url=http://evil.example/",
                "/raw/x%0d%0aHost:%20evil.example"
            })
    void everythingGoesToTheUpstreamOfTheSettings(String path) throws IOException {
        RawHttp.Answer answer = RawHttp.send(
                aws.endpoint(),
                "GET " + path + " HTTP/1.1\r\nHost: localhost\r\n" + authorization()
                        + "X-Forwarded-Host: evil.example\r\nX-Original-URL: http://evil.example/\r\n"
                        + "x-amz-content-sha256: UNSIGNED-PAYLOAD\r\nConnection: close\r\n\r\n");

        assertThat(answer.status()).isIn(200, 400, 404);
        if (answer.status() != 400) {
            assertThat(UPSTREAM.last().header("host")).isEqualTo(UPSTREAM.url().substring("http://".length()));
        }
    }

    @Test
    void aRefusedUploadIsRefusedBeforeItIsSent() throws IOException {
        AwsCredentials nobody = people.user(account, "nobody");
        URI to = aws.endpoint();
        try (Socket socket = new Socket(to.getHost(), to.getPort())) {
            socket.setSoTimeout(10_000);
            socket.getOutputStream()
                    .write(("PUT /raw/expected HTTP/1.1\r\nHost: localhost\r\nContent-Length: 1000000000\r\n"
                                    + "Expect: 100-continue\r\nx-amz-content-sha256: UNSIGNED-PAYLOAD\r\n"
                                    + "Authorization: AWS4-HMAC-SHA256 Credential=" + nobody.accessKeyId()
                                    + "/20260101/us-east-1/s3/aws4_request, SignedHeaders=host, Signature=0\r\n\r\n")
                            .getBytes(StandardCharsets.ISO_8859_1));
            byte[] first = socket.getInputStream().readNBytes(12);
            assertThat(new String(first, StandardCharsets.ISO_8859_1)).isIn("HTTP/1.1 400", "HTTP/1.1 403");
        }
    }

    @Test
    void anUploadThatMayComeIsAskedFor() throws IOException {
        URI to = aws.endpoint();
        try (Socket socket = new Socket(to.getHost(), to.getPort())) {
            socket.setSoTimeout(10_000);
            socket.getOutputStream()
                    .write((head("PUT", "/raw/asked", "UNSIGNED-PAYLOAD", 3) + "Expect: 100-continue\r\n\r\n")
                            .getBytes(StandardCharsets.ISO_8859_1));
            InputStream in = socket.getInputStream();
            assertThat(new String(in.readNBytes(12), StandardCharsets.ISO_8859_1))
                    .isEqualTo("HTTP/1.1 100");
            assertThat(new String(in.readNBytes(5), StandardCharsets.ISO_8859_1))
                    .isEqualTo(" \r\n\r\n");
            socket.getOutputStream().write("abc".getBytes(StandardCharsets.ISO_8859_1));
            assertThat(RawHttp.read(in).status()).isEqualTo(200);
        }
        assertThat(UPSTREAM.object("/raw/asked")).isEqualTo("abc".getBytes(StandardCharsets.ISO_8859_1));
    }

    @Test
    void anUploadThatStopsHalfwayNeverReachesTheUpstream() throws IOException {
        URI to = aws.endpoint();
        try (Socket socket = new Socket(to.getHost(), to.getPort())) {
            socket.setSoTimeout(10_000);
            socket.getOutputStream()
                    .write((head("PUT", "/raw/half", "UNSIGNED-PAYLOAD", 1000) + "\r\nonly this")
                            .getBytes(StandardCharsets.ISO_8859_1));
            socket.shutdownOutput();
            assertThat(RawHttp.read(socket.getInputStream()).status()).isNotEqualTo(200);
        }
        assertThat(UPSTREAM.got("PUT", "/raw/half")).isFalse();
    }

    private AwsCredentials user(String name) {
        return people.user(account, name, People.allowing("s3:*"));
    }

    private byte[] unsignedChunks(String key, String checksum) throws IOException {
        ByteArrayOutputStream body = new ByteArrayOutputStream();
        body.write((Integer.toHexString(100_000) + "\r\n").getBytes(StandardCharsets.US_ASCII));
        body.write(CONTENT, 0, 100_000);
        body.write(("\r\n" + Integer.toHexString(200_000) + "\r\n").getBytes(StandardCharsets.US_ASCII));
        body.write(CONTENT, 100_000, 200_000);
        body.write(("\r\n0\r\nx-amz-checksum-crc32:" + checksum + "\r\n\r\n").getBytes(StandardCharsets.US_ASCII));
        ByteArrayOutputStream request = new ByteArrayOutputStream();
        request.write((head("PUT", "/raw/" + key, "STREAMING-UNSIGNED-PAYLOAD-TRAILER", body.size())
                        + "Content-Encoding: aws-chunked\r\nx-amz-decoded-content-length: 300000\r\n"
                        + "x-amz-trailer: x-amz-checksum-crc32\r\n\r\n")
                .getBytes(StandardCharsets.US_ASCII));
        body.writeTo(request);
        return request.toByteArray();
    }

    private String head(String method, String path, String payload, int length) {
        return method + " " + path + " HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\nContent-Length: " + length
                + "\r\n" + authorization() + "x-amz-content-sha256: " + payload + "\r\n";
    }

    private String authorization() {
        return "Authorization: AWS4-HMAC-SHA256 Credential=" + account
                + "/20260101/us-east-1/s3/aws4_request, SignedHeaders=host, Signature=0\r\n";
    }

    private static String crc32(byte[] content) {
        CRC32 crc = new CRC32();
        crc.update(content);
        return Base64.getEncoder()
                .encodeToString(
                        ByteBuffer.allocate(4).putInt((int) crc.getValue()).array());
    }

    private static byte[] bytes(int count) {
        byte[] bytes = new byte[count];
        new Random(count).nextBytes(bytes);
        return bytes;
    }
}
