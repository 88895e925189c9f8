package io.vpclocal.identity.signature;

import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;

/** The example credentials of AWS's signing documentation, and requests written as header lines. */
final class Requests {

    static final String KEY_ID = "AKIDEXAMPLE";
    static final String SECRET = "wJalrXUtnFEMI/K7MDENG+bPxRfiCYEXAMPLEKEY";
    static final Instant SIGNED_AT = Instant.parse("2015-08-30T12:36:00Z");
    static final String DATE = "20150830T123600Z";
    static final String SCOPE = "20150830/us-east-1/service/aws4_request";
    static final ExpectedScope HERE = new ExpectedScope("us-east-1", "service");
    static final String VANILLA_SIGNATURE = "5fa00fa31553b73ebf1942676e86291e8372ff2a2260956d9b8aae1d763fbf31";
    static final String VANILLA_AUTHORIZATION = "AWS4-HMAC-SHA256 Credential=" + KEY_ID + "/" + SCOPE
            + ", SignedHeaders=host;x-amz-date, Signature=" + VANILLA_SIGNATURE;

    private Requests() {}

    /**
     * @param target path and query as in a request line
     * @param headerLines {@code Name:value} each
     */
    static SignedRequest request(String method, String target, String body, List<String> headerLines) {
        int question = target.indexOf('?');
        String path = question < 0 ? target : target.substring(0, question);
        String query = question < 0 ? "" : target.substring(question + 1);
        Map<String, List<String>> headers = new LinkedHashMap<>();
        for (String line : headerLines) {
            int colon = line.indexOf(':');
            headers.computeIfAbsent(line.substring(0, colon), name -> new ArrayList<>())
                    .add(line.substring(colon + 1));
        }
        return new SignedRequest(method, path, query, headers, body.getBytes(StandardCharsets.UTF_8));
    }

    static SignedRequest get(String target, String... headerLines) {
        return request("GET", target, "", List.of(headerLines));
    }

    /** The simplest request of the suite, with another Authorization header. */
    static SignedRequest authorizedBy(String authorization) {
        return get("/", "Host:example.amazonaws.com", "X-Amz-Date:" + DATE, "Authorization:" + authorization);
    }

    static SignatureFailure refusal(ThrowingCallable call) {
        var refused = assertThatExceptionOfType(RefusedSignatureException.class).isThrownBy(call);
        return ((RefusedSignatureException) refused.actual()).failure();
    }

    static SignedRequest presigned(String service, String more) {
        return get(
                "/?X-Amz-Algorithm=AWS4-HMAC-SHA256&X-Amz-Credential=AKID/20150830/us-east-1/" + service
                        + "/aws4_request&X-Amz-Date=" + DATE + "&X-Amz-SignedHeaders=host&X-Amz-Signature=first"
                        + more,
                "Host:example.amazonaws.com");
    }
}
