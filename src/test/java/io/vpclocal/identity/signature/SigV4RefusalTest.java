package io.vpclocal.identity.signature;

import static io.vpclocal.identity.signature.Requests.DATE;
import static io.vpclocal.identity.signature.Requests.HERE;
import static io.vpclocal.identity.signature.Requests.SCOPE;
import static io.vpclocal.identity.signature.Requests.SECRET;
import static io.vpclocal.identity.signature.Requests.SIGNED_AT;
import static io.vpclocal.identity.signature.Requests.VANILLA_AUTHORIZATION;
import static io.vpclocal.identity.signature.Requests.authorizedBy;
import static io.vpclocal.identity.signature.Requests.get;
import static io.vpclocal.identity.signature.Requests.presigned;
import static io.vpclocal.identity.signature.Requests.refusal;
import static org.assertj.core.api.Assertions.assertThat;
import static org.quicktheories.QuickTheory.qt;
import static org.quicktheories.generators.SourceDSL.integers;
import static org.quicktheories.generators.SourceDSL.strings;

import io.vpclocal.identity.signature.SignatureFailure.Kind;
import java.time.Duration;
import java.time.Instant;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Texts and order of checks as recorded from AWS STS, unless a test says otherwise. */
class SigV4RefusalTest {

    private static final String HOST = "Host:example.amazonaws.com";
    private static final String X_AMZ_DATE = "X-Amz-Date:" + DATE;
    private static final String CREDENTIAL = "Credential=AKIDEXAMPLE/" + SCOPE;

    private final SigV4Verifier verifier = new SigV4Verifier();

    static Stream<Arguments> incompleteHeaders() {
        String algorithm = "AWS4-HMAC-SHA256";
        String spaced = algorithm + " Credential= AKID/" + SCOPE + ", SignedHeaders=host, Signature=0";
        String twoParts = algorithm + " " + CREDENTIAL + ", SignedHeaders=host";
        return Stream.of(
                Arguments.of("Bearer abc", "Unsupported AWS 'algorithm': 'Bearer'."),
                Arguments.of("", "Unsupported AWS 'algorithm': ''."),
                Arguments.of(
                        "AWS4-ECDSA-P256-SHA256 " + CREDENTIAL,
                        "Unsupported AWS 'algorithm': 'AWS4-ECDSA-P256-SHA256'."),
                Arguments.of(
                        algorithm,
                        "Authorization header requires 'Credential' parameter. Authorization header requires"
                                + " 'Signature' parameter. Authorization header requires 'SignedHeaders' parameter."
                                + " Authorization=AWS4-HMAC-SHA256"),
                Arguments.of(
                        twoParts, "Authorization header requires 'Signature' parameter. Authorization=" + twoParts),
                Arguments.of(
                        spaced,
                        "'AKID/" + SCOPE + "' not a valid key=value pair (missing equal-sign) in Authorization header:"
                                + " '" + spaced + "'."));
    }

    @ParameterizedTest
    @MethodSource("incompleteHeaders")
    void incompleteHeader(String authorization, String message) {
        assertRefused(authorizedBy(authorization), Kind.INCOMPLETE_SIGNATURE, message);
    }

    @Test
    void headerWithoutADate() {
        assertRefused(
                get("/", HOST, "Authorization:" + VANILLA_AUTHORIZATION),
                Kind.INCOMPLETE_SIGNATURE,
                "Authorization header requires existence of either a 'X-Amz-Date' or a 'Date' header. Authorization="
                        + VANILLA_AUTHORIZATION);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "20150830", "Sun, 30 Aug 2015 12:36:00 GMT", "20150230T123600Z", "20150830T123600"})
    void dateInAnotherFormat(String date) {
        assertRefused(
                get("/", HOST, "X-Amz-Date:" + date, "Authorization:" + VANILLA_AUTHORIZATION),
                Kind.INCOMPLETE_SIGNATURE,
                "Date must be in ISO-8601 'basic format'. Got '" + date
                        + "'. See http://en.wikipedia.org/wiki/ISO_8601");
    }

    @Test
    void dateMayBeExtendedFormatOrInTheDateHeader() {
        SignedRequest request = get("/", HOST, "Date:2015-08-30T12:36:00Z", "Authorization:" + VANILLA_AUTHORIZATION);

        assertThat(verifier.read(request, HERE, SIGNED_AT).signedAt()).isEqualTo(SIGNED_AT);
    }

    @Test
    void neitherHeaderNorQuery() {
        assertRefused(
                get("/?X-Amz-Signature=00", HOST, X_AMZ_DATE),
                Kind.MISSING_AUTHENTICATION,
                "Request is missing Authentication Token");
    }

    @Test
    void bothHeaderAndQuery() {
        assertRefused(
                get("/?X-Amz-Algorithm=AWS4-HMAC-SHA256", HOST, X_AMZ_DATE, "Authorization:" + VANILLA_AUTHORIZATION),
                Kind.AMBIGUOUS_AUTHENTICATION,
                "");
    }

    @Test
    void presignedWithAnotherAlgorithmCountsAsUnsigned() {
        assertRefused(
                get("/?X-Amz-Algorithm=AWS4-HMAC-SHA512", HOST),
                Kind.MISSING_AUTHENTICATION,
                "Request is missing Authentication Token");
    }

    @Test
    void presignedWithoutItsParts() {
        assertRefused(
                get("/?X-Amz-Algorithm=AWS4-HMAC-SHA256", HOST),
                Kind.INCOMPLETE_SIGNATURE,
                "AWS query-string parameters must include 'X-Amz-Credential'. AWS query-string parameters must include"
                        + " 'X-Amz-Signature'. AWS query-string parameters must include 'X-Amz-SignedHeaders'. AWS"
                        + " query-string parameters must include 'X-Amz-Date'. Re-examine the query-string"
                        + " parameters.");
    }

    @ParameterizedTest
    @CsvSource({
        "/?a=%, MALFORMED_QUERY_STRING, Incomplete trailing escape % sequence",
        "/?a=%4, MALFORMED_QUERY_STRING, Incomplete trailing escape % sequence",
        "/?a=%zz, MALFORMED_QUERY_STRING, Illegal hex character in escape % pattern: %zz",
        "/%zz, MALFORMED_URI, Couldn't parse the specified URI.",
        "/.., MALFORMED_URI, Couldn't parse the specified URI.",
        "a, MALFORMED_URI, Couldn't parse the specified URI.",
    })
    void malformedTarget(String target, Kind kind, String message) {
        assertRefused(get(target, HOST), kind, message);
    }

    @Test
    void hostMustBeSigned() {
        assertRefused(
                authorizedBy("AWS4-HMAC-SHA256 " + CREDENTIAL + ", SignedHeaders=x-amz-date, Signature=0"),
                Kind.HOST_NOT_SIGNED,
                "'Host' or ':authority' must be a 'SignedHeader' in the AWS Authorization.");
    }

    @ParameterizedTest
    @CsvSource({
        "AKID/20150830/us-east-1/service",
        "AKID",
        "A/K/20150830/us-east-1/service/aws4_request",
    })
    void credentialNeedsFiveElements(String credential) {
        assertRefused(
                authorizedBy("AWS4-HMAC-SHA256 Credential=" + credential + ", SignedHeaders=host, Signature=0"),
                Kind.INCOMPLETE_SIGNATURE,
                "Credential must have exactly 5 slash-delimited elements, e.g. keyid/date/region/service/term, got '"
                        + credential + "'");
    }

    @Test
    void anotherScopeIsRefusedNamingEveryDifference() {
        assertRefused(
                authorizedBy("AWS4-HMAC-SHA256 Credential=AKID/20150831/eu-west-1/ec2/aws3, SignedHeaders=host,"
                        + " Signature=0"),
                Kind.WRONG_SCOPE,
                "Credential should be scoped to a valid region, not 'eu-west-1'. Credential should be scoped to correct"
                        + " service: 'service'. Credential should be scoped with a valid terminator: 'aws4_request',"
                        + " not 'aws3'. Date in Credential scope does not match YYYYMMDD from ISO-8601 version of date"
                        + " from HTTP: '20150831' != '20150830', from '20150830T123600Z'.");
    }

    @Test
    void anEndpointForAllRegionsAcceptsAnyRegion() {
        SignedRequest request =
                authorizedBy("AWS4-HMAC-SHA256 Credential=AKID/20150830/eu-west-1/ec2/aws4_request, SignedHeaders=host,"
                        + " Signature=0");

        assertThat(verifier.read(request, new ExpectedScope(null, "ec2"), SIGNED_AT)
                        .scope()
                        .region())
                .isEqualTo("eu-west-1");
    }

    @Test
    void theLastRepeatedPartOfAHeaderAndTheFirstOfAQueryCount() {
        SignedRequest header = authorizedBy(VANILLA_AUTHORIZATION + ", Signature=last");
        SignedRequest query = presigned("service", "&X-Amz-Signature=last");

        assertThat(verifier.read(header, HERE, SIGNED_AT).signature()).isEqualTo("last");
        assertThat(verifier.read(query, HERE, SIGNED_AT).signature()).isEqualTo("first");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " "})
    void temporaryKeyNeedsItsToken(String token) {
        String authorization = VANILLA_AUTHORIZATION.replace("AKIDEXAMPLE", "ASIAEXAMPLE");
        SignedRequest without = authorizedBy(authorization);
        SignedRequest blank =
                get("/", HOST, X_AMZ_DATE, "X-Amz-Security-Token:" + token, "Authorization:" + authorization);

        String message = "The security token included in the request is invalid.";
        assertRefused(without, Kind.MISSING_SESSION_TOKEN, message);
        assertRefused(blank, Kind.MISSING_SESSION_TOKEN, message);
    }

    @Test
    void checksComeInTheOrderOfAws() {
        Instant later = SIGNED_AT.plus(Duration.ofDays(1));
        String tooOldForElsewhere = "AWS4-HMAC-SHA256 Credential=short, SignedHeaders=host, Signature=0";
        String hostUnsigned = "AWS4-HMAC-SHA256 Credential=short, SignedHeaders=a, Signature=0";

        assertThat(kind(get("/%?%", HOST), later)).isEqualTo(Kind.MALFORMED_URI);
        assertThat(kind(get("/?%&X-Amz-Algorithm=a", "Authorization:b"), later)).isEqualTo(Kind.MALFORMED_QUERY_STRING);
        assertThat(kind(get("/?X-Amz-Algorithm=a", "Authorization:b"), later)).isEqualTo(Kind.AMBIGUOUS_AUTHENTICATION);
        assertThat(kind(get("/", "X-Amz-Date:b", "Authorization:" + hostUnsigned), later))
                .isEqualTo(Kind.HOST_NOT_SIGNED);
        assertThat(kind(get("/", "X-Amz-Date:b", "Authorization:" + tooOldForElsewhere), later))
                .isEqualTo(Kind.INCOMPLETE_SIGNATURE);
        assertThat(kind(authorizedBy(tooOldForElsewhere), later)).isEqualTo(Kind.EXPIRED);
        assertThat(kind(authorizedBy(tooOldForElsewhere), SIGNED_AT)).isEqualTo(Kind.INCOMPLETE_SIGNATURE);
    }

    @Test
    void arbitraryTextIsOnlyEverRefused() {
        qt().withExamples(2_000)
                .forAll(
                        strings().allPossible().ofLengthBetween(0, 60),
                        integers().between(0, VANILLA_AUTHORIZATION.length()),
                        integers().between(0, 20))
                .checkAssert((text, at, cut) -> {
                    int end = Math.min(VANILLA_AUTHORIZATION.length(), at + cut);
                    String mangled =
                            VANILLA_AUTHORIZATION.substring(0, at) + text + VANILLA_AUTHORIZATION.substring(end);
                    Stream.of(
                                    authorizedBy(text),
                                    authorizedBy(mangled),
                                    authorizedBy("Basic " + text),
                                    get("/" + text, HOST),
                                    get("/?X-Amz-Algorithm=AWS4-HMAC-SHA256&" + text, HOST),
                                    get("/", HOST, "X-Amz-Date:" + text, "Authorization:" + VANILLA_AUTHORIZATION))
                            .forEach(this::refusedOrVerified);
                });
    }

    @Test
    void readingTheScopeForRoutingNeverFails() {
        assertThat(SigningScope.peek(authorizedBy(VANILLA_AUTHORIZATION)))
                .contains(new SigningScope("AKIDEXAMPLE", "20150830", "us-east-1", "service"));
        assertThat(SigningScope.peek(presigned("ec2", "")))
                .map(SigningScope::service)
                .contains("ec2");
        assertThat(SigningScope.peek(get("/", HOST))).isEmpty();
        assertThat(SigningScope.peek(get("/?%", HOST))).isEmpty();
        assertThat(SigningScope.peek(authorizedBy("Basic eDp5"))).isEmpty();
        assertThat(SigningScope.peek(authorizedBy("AWS4-HMAC-SHA256 Credential=a/b")))
                .isEmpty();
    }

    private void refusedOrVerified(SignedRequest request) {
        try {
            if (BasicCredential.parse(request).isEmpty()) {
                verifier.verify(request, verifier.read(request, HERE, SIGNED_AT), SECRET);
            }
        } catch (RefusedSignatureException e) {
            assertThat(e.failure().kind()).isNotNull();
        }
    }

    private void assertRefused(SignedRequest request, Kind kind, String message) {
        SignatureFailure failure = refusal(() -> verifier.read(request, HERE, SIGNED_AT));
        assertThat(failure).isEqualTo(new SignatureFailure(kind, message, null));
    }

    private Kind kind(SignedRequest request, Instant now) {
        return refusal(() -> verifier.read(request, HERE, now)).kind();
    }
}
