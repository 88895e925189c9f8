package io.vpclocal.identity.signature;

import static org.assertj.core.api.Assertions.assertThat;

import io.vpclocal.identity.signature.SignatureErrors.Family;
import io.vpclocal.identity.signature.SignatureFailure.Kind;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/** One row per scenario: what EC2, IAM and STS, and CloudWatch Logs answer. */
class SignatureErrorsTest {

    private static final String NOT_VALIDATED = "AWS was not able to validate the provided access credentials";
    private static final String INVALID = "The security token included in the request is invalid";
    private static final String EXPIRED = "The security token included in the request is expired";
    private static final String NO_MATCH = SignatureFailure.wrongSecret().message();
    private static final WireError EC2_REFUSES = new WireError("AuthFailure", NOT_VALIDATED, 401);
    private static final WireError EC2_EXPIRED = new WireError("RequestExpired", "Request has expired.", 400);

    static Stream<Arguments> recordedFromAws() {
        return Stream.of(
                Arguments.of(
                        SignatureFailure.unknownAccessKey(),
                        EC2_REFUSES,
                        new WireError("InvalidClientTokenId", INVALID + ".", 403),
                        new WireError("UnrecognizedClientException", INVALID + ".", 400)),
                Arguments.of(
                        SignatureFailure.regionNotEnabled(),
                        EC2_REFUSES,
                        new WireError("InvalidClientTokenId", INVALID + ".", 403),
                        new WireError("UnrecognizedClientException", INVALID + ".", 400)),
                Arguments.of(
                        SignatureFailure.missingSessionToken(),
                        EC2_REFUSES,
                        new WireError("InvalidClientTokenId", INVALID + ".", 403),
                        new WireError("UnrecognizedClientException", INVALID + ".", 400)),
                Arguments.of(
                        SignatureFailure.brokenSessionToken(),
                        EC2_REFUSES,
                        new WireError("InvalidClientTokenId", INVALID, 403),
                        new WireError("UnrecognizedClientException", INVALID, 400)),
                Arguments.of(
                        SignatureFailure.wrongSecret(),
                        EC2_REFUSES,
                        new WireError("SignatureDoesNotMatch", NO_MATCH, 403),
                        new WireError("InvalidSignatureException", NO_MATCH, 400)),
                Arguments.of(
                        SignatureFailure.mismatch("canonical", "to sign"),
                        EC2_REFUSES,
                        new WireError("SignatureDoesNotMatch", NO_MATCH, 403),
                        new WireError("InvalidSignatureException", NO_MATCH, 400)),
                Arguments.of(
                        SignatureFailure.expired("Signature expired: T"),
                        EC2_EXPIRED,
                        new WireError("SignatureDoesNotMatch", "Signature expired: T", 403),
                        new WireError("InvalidSignatureException", "Signature expired: T", 400)),
                Arguments.of(
                        SignatureFailure.wrongScope("Credential should be scoped"),
                        EC2_REFUSES,
                        new WireError("SignatureDoesNotMatch", "Credential should be scoped", 403),
                        new WireError("InvalidSignatureException", "Credential should be scoped", 400)),
                Arguments.of(
                        SignatureFailure.missingAuthentication(),
                        new WireError("MissingParameter", "The request must contain the parameter AWSAccessKeyId", 400),
                        new WireError("MissingAuthenticationToken", "Request is missing Authentication Token", 403),
                        new WireError("MissingAuthenticationTokenException", "Missing Authentication Token", 400)));
    }

    /** Partly recorded. {@link SignatureErrors} lists the UNVERIFIED cells. */
    static Stream<Arguments> guessedForSomeService() {
        return Stream.of(
                Arguments.of(
                        SignatureFailure.notYetValid("Signature not yet current: T"),
                        EC2_EXPIRED,
                        new WireError("SignatureDoesNotMatch", "Signature not yet current: T", 403),
                        new WireError("InvalidSignatureException", "Signature not yet current: T", 400)),
                Arguments.of(
                        SignatureFailure.expiredSessionToken(),
                        EC2_EXPIRED,
                        new WireError("ExpiredToken", EXPIRED, 403),
                        new WireError("ExpiredTokenException", EXPIRED, 400)),
                Arguments.of(
                        SignatureFailure.incomplete("why"),
                        new WireError("IncompleteSignature", "why", 400),
                        new WireError("IncompleteSignature", "why", 400),
                        new WireError("IncompleteSignatureException", "why", 400)),
                Arguments.of(
                        SignatureFailure.ambiguous(),
                        EC2_REFUSES,
                        new WireError("SignatureDoesNotMatch", "", 403),
                        new WireError("InvalidSignatureException", "", 400)),
                Arguments.of(
                        SignatureFailure.malformedQuery("why"),
                        new WireError("MalformedQueryString", "why", 400),
                        new WireError("MalformedQueryString", "why", 404),
                        new WireError("MalformedQueryStringException", "why", 400)));
    }

    @ParameterizedTest
    @MethodSource({"recordedFromAws", "guessedForSomeService"})
    void eachServiceHasItsOwnError(SignatureFailure failure, WireError ec2, WireError query, WireError json) {
        assertThat(SignatureErrors.of(failure, Family.EC2)).isEqualTo(ec2);
        assertThat(SignatureErrors.of(failure, Family.QUERY)).isEqualTo(query);
        assertThat(SignatureErrors.of(failure, Family.JSON)).isEqualTo(json);
    }

    @ParameterizedTest
    @EnumSource
    void everyKindHasAnError(Kind kind) {
        SignatureFailure failure = new SignatureFailure(kind, "why", null);
        for (Family family : Family.values()) {
            WireError error = SignatureErrors.of(failure, family);
            assertThat(error.code()).isNotEmpty();
            assertThat(error.status()).isBetween(400, 501);
        }
    }

    @Test
    void theExplanationIsNotPrinted() {
        assertThat(SignatureFailure.mismatch("x-amz-security-token:secret", "").toString())
                .doesNotContain("secret");
    }
}
