package io.vpclocal.proxy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.vpclocal.flowlog.FlowLogAccount;
import io.vpclocal.testing.People;
import io.vpclocal.testkit.VpcLocalControl;
import java.io.IOException;
import java.net.URI;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Random;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import software.amazon.awssdk.auth.credentials.AwsCredentials;
import software.amazon.awssdk.core.sync.RequestBody;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.model.ChecksumAlgorithm;
import software.amazon.awssdk.services.s3.model.CompletedPart;
import software.amazon.awssdk.services.s3.model.S3Exception;

/** Unusual and hostile calls through endpoints: they arrive as they were sent, or end in an error of Amazon S3. */
class EndpointEdgesTest extends ProxyTest {

    private FlowLogAccount lan;
    private AwsCredentials user;
    private URI inside;
    private String name;
    private S3Client s3;

    @BeforeEach
    void network() {
        lan = new FlowLogAccount(aws);
        LanEndpoints endpoints = new LanEndpoints(lan);
        String account = lan.scope.account();
        user = people.user(account, "app", People.allowing("s3:*"));
        endpoints.gateway(lan.vpc, "s3");
        name = endpoints
                .interfaceEndpoint("s3", endpoints.openGroup())
                .dnsEntries()
                .get(0)
                .dnsName()
                .replace("*.", "bucket.");
        inside = VpcLocalControl.at(aws.endpoint()).in(account, "us-east-1").from(lan.networkInterface);
        s3 = s3(user, inside);
    }

    @Test
    void keysArriveAsTheyAreNamed() {
        String keys =
                "lead| lead|a b|a+b|a%b|a%20b|%|%%|%zz|\u00fc/\u00df|\u65e5\u672c|\ud83d\ude00|a//b|/lead|//x|a/../b|a/..|.|a/./b|"
                        + "a?b|a#b|a&b=c|a;b|a\\b|a\"b'|<>|trailing/|a\u0001b|a\nb|a\tb|*|a:b|a@b|~|(x)!$,|[x]|{x}|^|`";
        for (String key : keys.split("\\|", -1)) {
            s3.putObject(r -> r.bucket("keys").key(key), RequestBody.fromString("of " + key));
            assertThat(s3.getObjectAsBytes(r -> r.bucket("keys").key(key)).asUtf8String())
                    .as(key)
                    .isEqualTo("of " + key);
            String sent = UPSTREAM.last().uri().getRawPath().replace("+", "%2B");
            assertThat(URLDecoder.decode(sent, StandardCharsets.UTF_8)).isEqualTo("/keys/" + key);
        }
        assertThatThrownBy(() -> s3.getObjectAsBytes(r -> r.bucket("keys").key("..")))
                .isInstanceOfSatisfying(
                        S3Exception.class,
                        e -> assertThat(e.awsErrorDetails().errorCode()).isEqualTo("InvalidURI"));
    }

    @ParameterizedTest
    @EnumSource(
            value = ChecksumAlgorithm.class,
            names = {"CRC32", "CRC32_C", "SHA1", "SHA256"})
    void chunksWithTrailersAndPartsArriveWhole(ChecksumAlgorithm algorithm) {
        byte[] content = new byte[200_000];
        new Random(1).nextBytes(content);
        s3.putObject(r -> r.bucket("parts").key("whole").checksumAlgorithm(algorithm), RequestBody.fromBytes(content));
        assertThat(UPSTREAM.object("/parts/whole")).isEqualTo(content);

        String upload = s3.createMultipartUpload(r -> r.bucket("parts").key("p").checksumAlgorithm(algorithm))
                .uploadId();
        String tag = s3.uploadPart(
                        r -> r.bucket("parts")
                                .key("p")
                                .uploadId(upload)
                                .partNumber(1)
                                .checksumAlgorithm(algorithm),
                        RequestBody.fromBytes(content))
                .eTag();
        assertThat(UPSTREAM.last().body()).isEqualTo(content);
        s3.completeMultipartUpload(r -> r.bucket("parts")
                .key("p")
                .uploadId(upload)
                .multipartUpload(m ->
                        m.parts(CompletedPart.builder().partNumber(1).eTag(tag).build())));
        assertThat(UPSTREAM.last().uri()).hasToString("/parts/p?uploadId=" + upload);
        assertThat(new String(UPSTREAM.last().body(), StandardCharsets.UTF_8)).contains("<PartNumber>1</PartNumber>");
        s3.abortMultipartUpload(r -> r.bucket("parts").key("p").uploadId(upload));
        assertThat(UPSTREAM.last().method()).isEqualTo("DELETE");
    }

    @Test
    void rangesAndConditionsAreTheUpstreams() {
        s3.putObject(r -> r.bucket("reads").key("k"), RequestBody.fromString("0123456789"));
        assertThat(s3.getObjectAsBytes(r -> r.bucket("reads").key("k").range("bytes=2-4"))
                        .asUtf8String())
                .isEqualTo("234");
        assertThat(s3.getObjectAsBytes(r -> r.bucket("reads").key("k").ifMatch("\"etag\""))
                        .asUtf8String())
                .isEqualTo("0123456789");
        assertThatThrownBy(() ->
                        s3.getObjectAsBytes(r -> r.bucket("reads").key("k").ifMatch("\"other\"")))
                .isInstanceOfSatisfying(
                        S3Exception.class, e -> assertThat(e.statusCode()).isEqualTo(412));
        assertThatThrownBy(() ->
                        s3.getObjectAsBytes(r -> r.bucket("reads").key("k").ifNoneMatch("\"etag\"")))
                .isInstanceOfSatisfying(
                        S3Exception.class, e -> assertThat(e.statusCode()).isEqualTo(304));
    }

    /** NAME is the endpoint's own. The answer tells the bucket by what the upstream got. */
    @ParameterizedTest
    @CsvSource({
        "NAME, /bkt/k, /bkt/k",
        "NAME., /bkt/k, /bkt/k",
        "NAME:443, /bkt/k, /bkt/k",
        "bkt.NAME, /k, /bkt/k",
        "bkt.NAME, /k/l%2Fm, /bkt/k/l%2Fm",
        "a.b.NAME, /k, /a.b/k",
        "xn--bcher-kva.NAME, //k, /xn--bcher-kva//k",
        "s3.us-east-1.amazonaws.com, /bkt/k, /bkt/k",
        "bkt.s3.us-east-1.amazonaws.com, /k, /bkt/k",
        "bkt.s3.amazonaws.com, /k?versionId=1, /bkt/k?versionId=1"
    })
    void theBucketIsInTheHostOrInThePath(String host, String path, String upstream) throws IOException {
        RawHttp.Answer answer = RawHttp.signed(inside, user, "GET", host.replace("NAME", name), path, "s3");
        assertThat(answer.status()).as(answer.text()).isEqualTo(404);
        assertThat(UPSTREAM.last().uri()).hasToString(upstream);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "-bkt.NAME",
                "bkt_.NAME",
                "user@NAME",
                "a%2eb.NAME",
                "bkt\u00fc.NAME",
                "bucket..vpce-",
                "[::1",
                "NAME\r\nHost: other"
            })
    void aHostThatIsNoNameIsRefused(String host) throws IOException {
        int before = UPSTREAM.received().size();
        RawHttp.Answer answer = RawHttp.send(
                inside,
                "GET /bkt/k HTTP/1.1\r\nHost: " + host.replace("NAME", name) + "\r\nAuthorization: AWS4-HMAC-SHA256"
                        + " Credential=" + lan.scope.account()
                        + "/20260101/us-east-1/s3/aws4_request, SignedHeaders=host, Signature=0\r\n\r\n");
        error(answer, 400, "BadRequest", "An error occurred when parsing the HTTP request.");
        assertThat(UPSTREAM.received()).hasSize(before);
    }

    /** KEY is the user's. Texts of presigned requests are from users' reports. */
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '~',
            value = {
                "AWS4-HMAC-SHA256 | 400 | AuthorizationHeaderMalformed",
                "AWS4-HMAC-SHA256 Credential= | 400 | AuthorizationHeaderMalformed",
                "AWS4-HMAC-SHA256 Credential=KEY/2026/us-east-1/s3/aws4_request, SignedHeaders=host, Signature=0 | 400"
                        + " | AuthorizationHeaderMalformed",
                "AWS4-HMAC-SHA256 Credential=KEY/20260101/us-east-1/s3/aws4_request | 400"
                        + " | AuthorizationHeaderMalformed",
                "AWS4-HMAC-SHA256 Credential=a/b/c, SignedHeaders=host, Signature=zz | 400"
                        + " | AuthorizationHeaderMalformed",
                "AWS4-ECDSA-P256-SHA256 Credential=KEY/20260101/us-east-1/s3/aws4_request | 400"
                        + " | AuthorizationHeaderMalformed",
                "AWS KEY:x | 400 | InvalidRequest",
                "Bearer x | 400 | InvalidArgument",
                "Basic YTpi | 400 | InvalidArgument",
                "~~ | 403 | AccessDenied"
            })
    void aMalformedSignatureIsRefused(String authorization, int status, String code) throws IOException {
        String now = Instant.now().truncatedTo(ChronoUnit.SECONDS).toString().replaceAll("[-:]", "");
        RawHttp.Answer answer = RawHttp.send(
                inside,
                "GET /bkt/k HTTP/1.1\r\nHost: " + name + "\r\nx-amz-date: " + now + "\r\nAuthorization: "
                        + authorization.replace("KEY", user.accessKeyId()) + "\r\nConnection: close\r\n\r\n");
        error(answer, status, code, "");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "X-Amz-Algorithm=AWS4-HMAC-SHA256 | AuthorizationQueryParametersError | Query-string authentication"
                        + " version 4 requires the X-Amz-Algorithm, X-Amz-Credential, X-Amz-Signature, X-Amz-Date,"
                        + " X-Amz-SignedHeaders, and X-Amz-Expires parameters.",
                "X-Amz-Algorithm=x&SCOPE&REST&X-Amz-Expires=60 | AuthorizationQueryParametersError"
                        + " | X-Amz-Algorithm only supports &quot;AWS4-HMAC-SHA256&quot;",
                "X-Amz-Algorithm=AWS4-HMAC-SHA256&SCOPE&REST&X-Amz-Expires=-1 | AuthorizationQueryParametersError"
                        + " | X-Amz-Expires must be non-negative",
                "X-Amz-Algorithm=AWS4-HMAC-SHA256&SCOPE&REST&X-Amz-Expires=x | AuthorizationQueryParametersError"
                        + " | X-Amz-Expires should be a number",
                "X-Amz-Algorithm=AWS4-HMAC-SHA256&SCOPE&REST&X-Amz-Expires=604801 | AuthorizationQueryParametersError"
                        + " | X-Amz-Expires must be less than a week (in seconds) that is 604800",
                "X-Amz-Algorithm=AWS4-HMAC-SHA256&SCOPE&REST&X-Amz-Expires=60 | AccessDenied | Request has expired"
            })
    void aBrokenPresignedRequestIsRefused(String query, String code, String text) throws IOException {
        String whole = query.replace(
                        "SCOPE",
                        "X-Amz-Credential=" + user.accessKeyId() + "%2F20260101%2Fus-east-1%2Fs3%2Faws4_request")
                .replace(
                        "REST",
                        "X-Amz-Date=20260101T000000Z&X-Amz-SignedHeaders=host&X-Amz-Signature=" + "0".repeat(64));
        RawHttp.Answer answer = RawHttp.send(
                inside, "GET /bkt/k?" + whole + " HTTP/1.1\r\nHost: " + name + "\r\nConnection: close\r\n\r\n");
        error(answer, code.equals("AccessDenied") ? 403 : 400, code, text);
    }

    /** Otherwise the upstream could run another operation than the one that was authorized. */
    @ParameterizedTest
    @CsvSource({
        "GET, /b?policy&acl, 'acl, policy'",
        "PUT, /b?policy&acl, 'acl, policy'",
        "DELETE, /b?%70olicy=&tagging, 'policy, tagging'",
        "GET, /b/k?uploads&uploadId=1, 'uploadId, uploads'"
    })
    void aRequestForTwoOperationsIsRefused(String method, String path, String names) throws IOException {
        int before = UPSTREAM.received().size();
        RawHttp.Answer answer = RawHttp.signed(inside, user, method, name, path, "s3");
        error(answer, 400, "InvalidArgument", "Conflicting query string parameters: " + names);
        assertThat(UPSTREAM.received()).hasSize(before);
    }

    @ParameterizedTest
    @ValueSource(strings = {"/b/%", "/b/%zz", "/b/a%00b", "/b%2fk", "/b/%2e%2e/x"})
    void aPathThatIsNoUriIsRefused(String path) throws IOException {
        RawHttp.Answer answer = RawHttp.send(
                inside,
                "GET " + path + " HTTP/1.1\r\nHost: " + name + "\r\nAuthorization: AWS4-HMAC-SHA256 Credential="
                        + lan.scope.account()
                        + "/20260101/us-east-1/s3/aws4_request, SignedHeaders=host, Signature=0\r\n"
                        + "Connection: close\r\n\r\n");
        error(answer, 400, "InvalidURI", "Couldn't parse the specified URI.");
    }

    @Test
    void aTunnelNeedsANameAndAPort() throws IOException {
        assertThat(RawHttp.send(inside, "CONNECT /bkt/k HTTP/1.1\r\nHost: x\r\n\r\n")
                        .status())
                .isEqualTo(400);
    }

    private static void error(RawHttp.Answer answer, int status, String code, String text) {
        assertThat(answer.status()).as(answer.text()).isEqualTo(status);
        assertThat(answer.text())
                .contains("<Error><Code>" + code + "</Code><Message>")
                .contains(text);
        assertThat(answer.header("content-type")).startsWith("application/xml");
    }
}
