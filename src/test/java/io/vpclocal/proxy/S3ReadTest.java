package io.vpclocal.proxy;

import static org.assertj.core.api.Assertions.assertThat;

import io.vpclocal.testing.Aws;
import io.vpclocal.testing.People;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.auth.credentials.AwsCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.core.sync.RequestBody;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.S3Configuration;
import software.amazon.awssdk.services.s3.presigner.S3Presigner;

/** Reads of Amazon S3, and signatures in the URL. */
class S3ReadTest extends ProxyTest {

    private static final HttpClient HTTP = HttpClient.newHttpClient();

    private final String account = Aws.newAccount();

    @Test
    void rangesHeadsAndEmptyObjects() {
        S3Client s3 = s3(people.user(account, "ranges", People.allowing("s3:*")));
        s3.putObject(r -> r.bucket("ranges").key("k"), RequestBody.fromString("0123456789"));
        s3.putObject(r -> r.bucket("ranges").key("empty"), RequestBody.empty());

        assertThat(s3.getObjectAsBytes(r -> r.bucket("ranges").key("k").range("bytes=2-4"))
                        .asUtf8String())
                .isEqualTo("234");
        assertThat(s3.headObject(r -> r.bucket("ranges").key("k")).contentLength())
                .isEqualTo(10);
        assertThat(s3.getObjectAsBytes(r -> r.bucket("ranges").key("empty")).asByteArray())
                .isEmpty();
    }

    @Test
    void presignedRequestsOfAUser() throws Exception {
        AwsCredentials user = people.user(account, "presigner", People.allowing("s3:*Object"));
        try (S3Presigner presigner = S3Presigner.builder()
                .endpointOverride(aws.endpoint())
                .region(Region.US_EAST_1)
                .serviceConfiguration(
                        S3Configuration.builder().pathStyleAccessEnabled(true).build())
                .credentialsProvider(StaticCredentialsProvider.create(user))
                .build()) {
            URI put = presigner
                    .presignPutObject(r -> r.signatureDuration(Duration.ofMinutes(5))
                            .putObjectRequest(o -> o.bucket("signed").key("k")))
                    .url()
                    .toURI();
            URI get = presigner
                    .presignGetObject(r -> r.signatureDuration(Duration.ofMinutes(5))
                            .getObjectRequest(o -> o.bucket("signed").key("k")))
                    .url()
                    .toURI();
            assertThat(HTTP.send(
                                    HttpRequest.newBuilder(put)
                                            .PUT(HttpRequest.BodyPublishers.ofByteArray(
                                                    "content".getBytes(StandardCharsets.US_ASCII)))
                                            .build(),
                                    BodyHandlers.ofString())
                            .statusCode())
                    .isEqualTo(200);
            assertThat(String.valueOf(UPSTREAM.last().uri().getRawQuery())).doesNotContain("X-Amz-Signature");
            assertThat(HTTP.send(HttpRequest.newBuilder(get).build(), BodyHandlers.ofByteArray())
                            .body())
                    .isEqualTo("content".getBytes(StandardCharsets.US_ASCII));
            URI forged = URI.create(get.toString().replace("/signed/k?", "/signed/other?"));
            assertThat(HTTP.send(HttpRequest.newBuilder(forged).build(), BodyHandlers.ofString())
                            .body())
                    .contains("<Code>SignatureDoesNotMatch</Code>");
        }
    }

    /** AWS CLI 1 presigns that way for endpoints that are given to it. */
    @Test
    void signaturesOfVersionTwo() throws IOException {
        AwsCredentials user = people.user(account, "old", People.allowing("s3:*"));
        String get = "GET /raw/old?AWSAccessKeyId=%s&Signature=x%%3D&Expires=1796036252 HTTP/1.1\r\nHost: localhost\r\n"
                + "Connection: close\r\n\r\n";

        assertThat(RawHttp.send(aws.endpoint(), String.format(get, "test")).text())
                .contains("NoSuchKey");
        assertThat(UPSTREAM.last().uri().getRawQuery()).isNull();
        assertThat(RawHttp.send(aws.endpoint(), String.format(get, user.accessKeyId()))
                        .text())
                .contains("<Code>InvalidRequest</Code>", "Please use AWS4-HMAC-SHA256");
        assertThat(RawHttp.send(aws.endpoint(), "GET /raw/old HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n")
                        .text())
                .contains("<Code>AccessDenied</Code><Message>Access Denied</Message>");
    }
}
