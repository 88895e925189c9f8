package io.vpclocal.identity.signature;

import static io.vpclocal.identity.signature.Requests.HERE;
import static io.vpclocal.identity.signature.Requests.SIGNED_AT;
import static io.vpclocal.identity.signature.Requests.authorizedBy;
import static io.vpclocal.identity.signature.Requests.presigned;
import static io.vpclocal.identity.signature.Requests.refusal;
import static org.assertj.core.api.Assertions.assertThat;

import io.vpclocal.identity.signature.SignatureFailure.Kind;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Windows and texts as recorded from AWS STS and CloudWatch Logs, unless a test says otherwise. */
class SigV4ClockTest {

    private final SigV4Verifier verifier = new SigV4Verifier();

    @ParameterizedTest
    @CsvSource({
        "sts,  2015-08-30T12:51:00Z,",
        "sts,  2015-08-30T12:51:01Z, Signature expired: 20150830T123600Z is now earlier than 20150830T123601Z"
                + " (20150830T125101Z - 15 min.)",
        "sts,  2015-08-30T12:21:00Z,",
        "sts,  2015-08-30T12:20:59Z, Signature not yet current: 20150830T123600Z is still later than 20150830T123559Z"
                + " (20150830T122059Z + 15 min.)",
        "logs, 2015-08-30T12:41:00Z,",
        "logs, 2015-08-30T12:41:01Z, Signature expired: 20150830T123600Z is now earlier than 20150830T123601Z"
                + " (20150830T124101Z - 5 min.)",
        "logs, 2015-08-30T12:30:59Z, Signature not yet current: 20150830T123600Z is still later than 20150830T123559Z"
                + " (20150830T123059Z + 5 min.)",
    })
    void clocksMayDifferByTheServicesWindow(String service, Instant now, String message) {
        SignedRequest request = authorizedBy("AWS4-HMAC-SHA256 Credential=AKID/20150830/us-east-1/" + service
                + "/aws4_request, SignedHeaders=host, Signature=0");
        ExpectedScope expected = new ExpectedScope("us-east-1", service);
        if (message == null) {
            assertThat(verifier.read(request, expected, now).signedAt()).isEqualTo(SIGNED_AT);
        } else {
            assertThat(refusal(() -> verifier.read(request, expected, now)).message())
                    .isEqualTo(message);
        }
    }

    /** AWS documentation: the range of X-Amz-Expires. UNVERIFIED: the text for an expired presigned request. */
    @ParameterizedTest
    @CsvSource({
        "service, 1,      1,      ",
        "service, 1,      2,      EXPIRED",
        "service, 604800, 604800, ",
        "service, 604800, 604801, EXPIRED",
        "service, 0,      0,      INCOMPLETE_SIGNATURE",
        "service, 604801, 0,      INCOMPLETE_SIGNATURE",
        "service, -1,     0,      INCOMPLETE_SIGNATURE",
        "service, 1h,     0,      INCOMPLETE_SIGNATURE",
        "sts,     60,     900,    ",
        "sts,     60,     901,    EXPIRED",
        "sts,     604800, 901,    EXPIRED",
    })
    void presignedRequestsExpireAfterTheRequestedTimeExceptWithSts(
            String service, String expires, long age, Kind refused) {
        SignedRequest request = presigned(service, "&X-Amz-Expires=" + expires);
        ExpectedScope expected = new ExpectedScope("us-east-1", service);
        Instant now = SIGNED_AT.plus(Duration.ofSeconds(age));
        if (refused == null) {
            assertThat(verifier.read(request, expected, now).presigned()).isTrue();
        } else {
            assertThat(refusal(() -> verifier.read(request, expected, now)).kind())
                    .isEqualTo(refused);
        }
    }

    @Test
    void presignedWithoutLifetimeHasTheUsualWindow_unverified() {
        SignedRequest request = presigned("service", "");

        assertThat(verifier.read(request, HERE, SIGNED_AT.plusSeconds(900)).presigned())
                .isTrue();
        assertThat(refusal(() -> verifier.read(request, HERE, SIGNED_AT.plusSeconds(901)))
                        .kind())
                .isEqualTo(Kind.EXPIRED);
    }
}
