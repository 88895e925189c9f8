package io.vpclocal.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import io.vpclocal.testing.Aws;
import io.vpclocal.testing.EmulatorTest;
import java.io.IOException;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;

/** Without an upstream a call is refused by name, in the form of its service. */
@EmulatorTest
class NoUpstreamTest {

    @Autowired
    private Aws aws;

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "GET|/bucket/key|s3||501|<Code>NotImplemented</Code><Message>VPC Local does not emulate s3:GetObject. Set"
                        + " VPCLOCAL_UPSTREAM_S3 or VPCLOCAL_UPSTREAM",
                "POST|/|kms|TrentService.Encrypt|400|\"__type\":\"UnknownOperationException\"",
                "POST|/?Action=ListTopics|sns||400|<Code>UnsupportedOperation</Code>",
                "POST|/2015-03-31/functions|lambda||400|VPC Local does not emulate lambda:lambda"
            })
    void aCallIsRefusedByName(String method, String path, String service, String target, int status, String text)
            throws IOException {
        RawHttp.Answer answer = RawHttp.send(
                aws.endpoint(),
                method + " " + path + " HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\nContent-Length: 0\r\n"
                        + (target == null ? "" : "X-Amz-Target: " + target + "\r\n")
                        + "Authorization: AWS4-HMAC-SHA256 Credential=test/20260101/us-east-1/" + service
                        + "/aws4_request, SignedHeaders=host, Signature=0\r\n\r\n");

        assertThat(answer.status()).as(answer.text()).isEqualTo(status);
        assertThat(answer.text()).contains(text);
    }
}
