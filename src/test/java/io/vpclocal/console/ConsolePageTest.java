package io.vpclocal.console;

import static org.assertj.core.api.Assertions.assertThat;

import io.vpclocal.testing.Aws;
import io.vpclocal.testing.EmulatorTest;
import io.vpclocal.testing.OwnEmulator;
import io.vpclocal.testing.RawHttp;
import java.io.IOException;
import java.net.URI;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;

/** Which requests of {@code /} get the page, and which get an AWS answer; our design. */
@EmulatorTest
class ConsolePageTest {

    private static final String BROWSER = "Accept: text/html,application/xhtml+xml,application/xml;q=0.9,*/*;q=0.8\r\n"
            + "Sec-Fetch-Mode: navigate\r\nSec-Fetch-Dest: document\r\nSec-Fetch-Site: none";
    private static final String MISSING_ACTION = "<Code>MissingAction</Code>";

    @Autowired
    private Aws aws;

    @Test
    void aBrowserGetsThePageWithItsHeaders() throws Exception {
        String answer = send("GET", "/", BROWSER);
        assertThat(answer)
                .startsWith("HTTP/1.1 200 ")
                .contains("<title>VPC Local</title>", "Content-Type: text/html;charset=utf-8")
                .contains("Content-Security-Policy: default-src 'self'; base-uri 'none'; form-action 'none';"
                        + " frame-ancestors 'none'")
                .contains("Cache-Control: no-cache\r\n", "Vary: Accept, Sec-Fetch-Mode", "X-Frame-Options: DENY")
                .contains("X-Content-Type-Options: nosniff", "Referrer-Policy: no-referrer")
                .doesNotContain("unsafe-inline", "Access-Control-Allow-Origin", "Set-Cookie");
        assertThat(send("HEAD", "/", BROWSER)).startsWith("HTTP/1.1 200 ").doesNotContain("<title>");
    }

    @Test
    void aBrowserWithoutFetchMetadataGetsThePageToo() throws Exception {
        assertThat(send("GET", "/", "Accept: text/html,application/xhtml+xml,*/*;q=0.8"))
                .contains("<title>VPC Local</title>");
    }

    @Test
    void anUnchangedFileIsNotSentAgain() throws Exception {
        String first = send("GET", "/console/app.js", "Accept: */*");
        String tag = first.lines()
                .filter(line -> line.startsWith("ETag: "))
                .findFirst()
                .orElseThrow()
                .substring("ETag: ".length());
        assertThat(first).contains("Content-Type: text/javascript;charset=utf-8", "Cache-Control: no-cache");
        assertThat(send("GET", "/console/app.js", "If-None-Match: " + tag))
                .startsWith("HTTP/1.1 304 ")
                .endsWith("\r\n\r\n");
        assertThat(send("GET", "/console/app.js", "If-None-Match: \"other\"")).startsWith("HTTP/1.1 200 ");
    }

    /** The last line is what Java's own HTTP client sends. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "Accept: */*",
                "Accept: application/json",
                "Accept: text/html\r\nSec-Fetch-Mode: cors",
                "Accept: text/html,application/xhtml+xml\r\nAuthorization: AWS4-HMAC-SHA256 Credential=test/20260101/us-east-1/ec2/aws4_request, SignedHeaders=host, Signature=0",
                "Accept: text/html, image/gif, image/jpeg, *; q=.2, */*; q=.2"
            })
    void aProgramThatGetsTheRootDoesNotGetTheConsole(String header) throws Exception {
        assertThat(send("GET", "/", header)).doesNotContain("<title>").contains("<Response><Errors><Error><Code>");
    }

    /** An unsigned GET of an SDK lists the buckets of Amazon S3. */
    @Test
    void anSdkThatGetsTheRootDoesNotGetTheConsole() throws Exception {
        assertThat(send("GET", "/", "User-Agent: aws-sdk-java/2.31"))
                .doesNotContain("<title>")
                .contains("<Error><Code>NotImplemented</Code><Message>VPC Local does not emulate s3:ListBuckets.");
    }

    @Test
    void callsOfSdksDoNotGetTheConsole() throws Exception {
        assertThat(RawHttp.form(aws.endpoint(), "Action=DescribeVpcs&Version=2016-11-15")
                        .body())
                .contains("<DescribeVpcsResponse");
        assertThat(send("POST", "/", BROWSER + "\r\nAuthorization: Basic dGVzdDp0ZXN0"))
                .contains(MISSING_ACTION);
        assertThat(send(
                        "GET",
                        "/?Action=DescribeVpcs&Version=2016-11-15",
                        BROWSER + "\r\nAuthorization: Basic dGVzdDp0ZXN0"))
                .contains("<DescribeVpcsResponse");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/console/",
                "/console/none.js",
                "/console/../application.yml",
                "/console/%2e%2e/application.yml",
                "/console/views/../app.js",
                "/console//app.js",
                "/console/views"
            })
    void nothingElseIsServed(String path) throws Exception {
        assertThat(send("GET", path, "Accept: */*")).doesNotStartWith("HTTP/1.1 200 ");
    }

    @Test
    void filesAreForBrowsersNotForSignedRequests() throws Exception {
        String signed = "Authorization: AWS4-HMAC-SHA256 Credential=test/20260101/us-east-1/s3/aws4_request, S=0";
        assertThat(send("GET", "/console/app.js", signed)).doesNotStartWith("HTTP/1.1 200 ");
        assertThat(send("GET", "/console/app.js?X-Amz-Signature=0", "Accept: */*"))
                .doesNotStartWith("HTTP/1.1 200 ");
    }

    @ParameterizedTest
    @CsvSource({"vpclocal.console.enabled", "vpclocal.control.enabled"})
    void switchedOff_theRootIsNotTheConsole(String property) throws Exception {
        try (OwnEmulator emulator = OwnEmulator.start(Map.of(property, "false"))) {
            URI endpoint = emulator.aws().endpoint();
            assertThat(send(endpoint, "GET", "/", BROWSER + "\r\nAuthorization: Basic dGVzdDp0ZXN0"))
                    .contains(MISSING_ACTION);
            assertThat(send(endpoint, "GET", "/console/app.js", "Accept: */*")).startsWith("HTTP/1.1 404 ");
        }
    }

    private String send(String method, String path, String headers) throws IOException {
        return send(aws.endpoint(), method, path, headers);
    }

    private static String send(URI endpoint, String method, String path, String headers) throws IOException {
        return RawHttp.bytes(
                endpoint,
                method + " " + path + " HTTP/1.1\r\nHost: localhost\r\n" + headers
                        + "\r\nContent-Length: 0\r\nConnection: close\r\n\r\n");
    }
}
