package io.vpclocal.proxy;

import static org.assertj.core.api.Assertions.assertThat;

import io.vpclocal.testing.Aws;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Upstreams that are not there, say nothing, or stop halfway. */
class BrokenUpstreamTest extends ProxyTest {

    private final String account = Aws.newAccount();

    @Test
    void anUpstreamThatIsNotThere() throws IOException {
        RawHttp.Answer answer = call("glue", "AWSGlue.GetDatabases", "{}");

        assertThat(answer.status()).isEqualTo(503);
        assertThat(answer.text()).contains("\"__type\":\"ServiceUnavailableException\"", "http://127.0.0.1:1");
    }

    @ParameterizedTest
    @ValueSource(strings = {"silent", "drops"})
    void anUpstreamThatFailsBeforeTheClientHasSeenAnything(String how) throws IOException {
        RawHttp.Answer answer = call("ssm", "AmazonSSM.GetParameter", "{\"Name\":\"" + how + "\"}");

        assertThat(answer.status()).as(answer.head()).isEqualTo(503);
        assertThat(answer.text()).contains("ServiceUnavailableException");
    }

    @ParameterizedTest
    @ValueSource(strings = {"long", "short"})
    void aPartOfAnAnswerDoesNotLookLikeAllOfIt(String how) throws IOException {
        RawHttp.Answer answer = call("ssm", "AmazonSSM.GetParameter", "{\"Name\":\"" + how + "\"}");

        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.head()).contains("Content-Length: 1000000");
        assertThat(answer.body()).hasSizeLessThan(1_000_000);
    }

    /** The client gets a part of the answer, and its connection ends. */
    @Test
    void anAnswerThatStopsHalfwayEnds() throws IOException {
        RawHttp.Answer answer = call("ssm", "AmazonSSM.GetParameter", "{\"Name\":\"stalls\"}");

        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.body()).hasSize(5);
    }

    private RawHttp.Answer call(String service, String target, String body) throws IOException {
        String request = "POST / HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\nContent-Length: " + body.length()
                + "\r\nX-Amz-Target: " + target + "\r\nAuthorization: AWS4-HMAC-SHA256 Credential=" + account
                + "/20260101/us-east-1/" + service + "/aws4_request, SignedHeaders=host, Signature=0\r\n\r\n" + body;
        return RawHttp.send(aws.endpoint(), request.getBytes(StandardCharsets.ISO_8859_1));
    }
}
