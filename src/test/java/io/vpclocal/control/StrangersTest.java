package io.vpclocal.control;

import static org.assertj.core.api.Assertions.assertThat;

import io.vpclocal.testing.Aws;
import io.vpclocal.testing.EmulatorTest;
import io.vpclocal.testing.RawHttp;
import java.io.IOException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;

/** Requests with a foreign Host or Origin, from web pages in a user's browser. */
@EmulatorTest
class StrangersTest {

    @Autowired
    private Aws aws;

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "localhost:4566 | Origin: http://evil.example.com",
                "localhost:4566 | Origin: http://localhost:3000",
                "localhost:4566 | Origin: null",
                "evil.example.com:4566 | Origin: http://evil.example.com:4566",
                "evil.example.com | Accept: */*",
                "localhost:4566 | Sec-Fetch-Site: cross-site",
                "localhost:4566 | Sec-Fetch-Site: same-site"
            })
    void areRefusedOnEveryPath(String host, String header) throws Exception {
        assertThat(send("POST", "/?Action=DescribeVpcs", host, header))
                .contains(" 403 ", "<Response><Errors><Error><Code>AccessDenied</Code>");
        assertThat(send("POST", "/?a=%zz", host, header)).contains(" 403 ");
        assertThat(send("GET", "/_vpclocal/health", host, header)).contains(" 403 ", "{\n  \"code\": \"AccessDenied\"");
        assertThat(send("GET", "/v3/api-docs", host, header)).contains(" 403 ");
        assertThat(send("OPTIONS", "/", host, header)).contains(" 403 ").doesNotContain("Access-Control-Allow-Origin");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Origin: http://vpc-local:4566",
                "Origin: https://VPC-local:4566",
                "Sec-Fetch-Site: same-origin",
                "Sec-Fetch-Site: none",
                "User-Agent: aws-sdk"
            })
    void theEmulatorsOwnPagesAndProgramsAreAllowed(String header) throws Exception {
        assertThat(send("GET", "/_vpclocal/health", "vpc-local:4566", header)).contains(" 200 ");
    }

    @Test
    void linksToTheDocumentationAndTheConsoleAreAllowed() throws Exception {
        String link = "Sec-Fetch-Site: cross-site\r\nSec-Fetch-Mode: navigate";
        assertThat(send("GET", "/swagger-ui/index.html", "localhost", link)).contains(" 200 ");
        assertThat(send("GET", "/", "localhost", "Accept: text/html\r\n" + link))
                .contains(" 200 ");
        assertThat(send("GET", "/?Action=DeleteVpc", "localhost", link)).contains(" 403 ");
        assertThat(send("POST", "/", "localhost", link)).contains(" 403 ");
        assertThat(send("GET", "/console/app.js", "localhost", link)).contains(" 403 ");
        assertThat(send("GET", "/_vpclocal/requests/stream", "localhost", link)).contains(" 403 ");
    }

    private String send(String method, String path, String host, String header) throws IOException {
        return RawHttp.bytes(
                aws.endpoint(),
                method + " " + path + " HTTP/1.1\r\nHost: " + host + "\r\n" + header
                        + "\r\nContent-Length: 0\r\nConnection: close\r\n\r\n");
    }
}
