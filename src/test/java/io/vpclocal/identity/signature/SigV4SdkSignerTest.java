package io.vpclocal.identity.signature;

import static io.vpclocal.identity.signature.Requests.SECRET;
import static io.vpclocal.identity.signature.Requests.SIGNED_AT;
import static io.vpclocal.identity.signature.Requests.refusal;
import static org.assertj.core.api.Assertions.assertThat;
import static org.quicktheories.QuickTheory.qt;
import static org.quicktheories.generators.SourceDSL.arbitrary;
import static org.quicktheories.generators.SourceDSL.integers;
import static org.quicktheories.generators.SourceDSL.lists;
import static org.quicktheories.generators.SourceDSL.strings;

import io.vpclocal.identity.signature.SignatureFailure.Kind;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.quicktheories.core.Gen;
import software.amazon.awssdk.http.SdkHttpFullRequest;
import software.amazon.awssdk.http.SdkHttpMethod;
import software.amazon.awssdk.http.SdkHttpRequest;
import software.amazon.awssdk.utils.http.SdkHttpUtils;

/** Requests signed by the AWS SDK for Java are accepted. Altered requests are refused. */
class SigV4SdkSignerTest {

    private static final int EXAMPLES = 200;
    private static final ExpectedScope EC2 = new ExpectedScope("us-east-1", "ec2");

    private final SigV4Verifier verifier = new SigV4Verifier();

    record Unsigned(SdkHttpRequest http, byte[] body) {
        @Override
        public String toString() {
            return http + " " + http.headers() + " " + body.length + " bytes";
        }
    }

    @Test
    void acceptsWhatTheSdkSignsInTheHeader() {
        qt().withExamples(EXAMPLES).forAll(requests()).checkAssert(unsigned -> Stream.of(
                        SdkSigner.LONG_TERM, SdkSigner.TEMPORARY)
                .map(keys -> SdkSigner.inHeader(keys, "ec2", unsigned.http(), unsigned.body()))
                .forEach(request -> accept(request, EC2)));
    }

    @Test
    void acceptsWhatTheSdkPresigns() {
        Duration lifetime = Duration.ofHours(1);
        qt().withExamples(EXAMPLES).forAll(requests()).checkAssert(unsigned -> Stream.of(
                        SdkSigner.LONG_TERM, SdkSigner.TEMPORARY)
                .map(keys -> SdkSigner.presigned(keys, "ec2", unsigned.http(), unsigned.body(), lifetime))
                .forEach(request -> accept(request, EC2)));
    }

    @Test
    void acceptsUnchangedPathsOfObjectStorage() {
        qt().withExamples(EXAMPLES)
                .forAll(requests())
                .checkAssert(unsigned -> accept(
                        SdkSigner.inHeader(SdkSigner.LONG_TERM, "s3", unsigned.http(), unsigned.body()),
                        new ExpectedScope("us-east-1", "s3")));
    }

    @Test
    void refusesAnyFlippedBitOfTheBody() {
        qt().withExamples(EXAMPLES)
                .forAll(
                        requests().assuming(unsigned -> unsigned.body().length > 0),
                        integers().allPositive())
                .checkAssert((unsigned, where) -> {
                    SignedRequest signed =
                            SdkSigner.inHeader(SdkSigner.LONG_TERM, "ec2", unsigned.http(), unsigned.body());
                    byte[] body = signed.body();
                    body[where % body.length] ^= (byte) (1 << (where % Byte.SIZE));
                    SignedRequest altered = new SignedRequest(
                            signed.method(), signed.rawPath(), signed.rawQuery(), signed.headers(), body);

                    assertThat(refusal(() -> check(altered, EC2)).kind()).isEqualTo(Kind.MISMATCH);
                });
    }

    @Test
    void refusesAnyChangedCharacterOfASignedHeader() {
        qt().withExamples(EXAMPLES).forAll(requests(), integers().allPositive()).checkAssert((unsigned, where) -> {
            SignedRequest signed = SdkSigner.inHeader(SdkSigner.TEMPORARY, "ec2", unsigned.http(), unsigned.body());
            List<String> names = verifier.read(signed, EC2, SIGNED_AT).signedHeaders();
            String name = names.get(where % names.size());
            SignedRequest altered = withHeader(signed, name, value -> changed(value, where));

            refusal(() -> check(altered, EC2));
        });
    }

    @Test
    void refusesEveryChangedDigitOfTheSignature() {
        SignedRequest signed = Requests.authorizedBy(Requests.VANILLA_AUTHORIZATION);
        int start = Requests.VANILLA_AUTHORIZATION.length() - 64;
        for (int i = 0; i < 64; i++) {
            int at = start + i;
            SignedRequest altered = withHeader(signed, "authorization", value -> changed(value, at));
            assertThat(refusal(() -> check(altered, Requests.HERE)).kind()).isEqualTo(Kind.MISMATCH);
        }
    }

    @Test
    void refusesAnotherMethodPathQueryOrSecret() {
        SdkHttpRequest http = http("/a", Map.of("b", List.of("c")), Map.of());
        SignedRequest signed = SdkSigner.inHeader(SdkSigner.LONG_TERM, "ec2", http, new byte[0]);
        check(signed, EC2);
        var headers = signed.headers();
        Stream.of(
                        new SignedRequest("PUT", "/a", "b=c", headers, new byte[0]),
                        new SignedRequest("POST", "/b", "b=c", headers, new byte[0]),
                        new SignedRequest("POST", "/a", "b=d", headers, new byte[0]),
                        new SignedRequest("POST", "/a", "b=c&b=c", headers, new byte[0]),
                        new SignedRequest("POST", "/a", "", headers, new byte[0]))
                .forEach(altered ->
                        assertThat(refusal(() -> check(altered, EC2)).kind()).isEqualTo(Kind.MISMATCH));
        ClaimedSignature claimed = verifier.read(signed, EC2, SIGNED_AT);
        assertThat(refusal(() -> verifier.verify(signed, claimed, SECRET + " ")).kind())
                .isEqualTo(Kind.MISMATCH);
    }

    private void accept(SignedRequest request, ExpectedScope expected) {
        check(request, expected);
        assertThat(SigningScope.peek(request)).map(SigningScope::service).contains(expected.service());
    }

    private void check(SignedRequest request, ExpectedScope expected) {
        verifier.verify(request, verifier.read(request, expected, SIGNED_AT), SECRET);
    }

    private static SignedRequest withHeader(SignedRequest request, String name, UnaryOperator<String> change) {
        Map<String, List<String>> headers = new LinkedHashMap<>(request.headers());
        headers.computeIfPresent(
                name, (unused, values) -> values.stream().map(change).toList());
        return new SignedRequest(request.method(), request.rawPath(), request.rawQuery(), headers, request.body());
    }

    /** Another letter. White space would not do, because canonicalization may remove it. */
    private static String changed(String value, int where) {
        if (value.isBlank()) {
            return value + "!";
        }
        int at = where % value.length();
        char replacement = value.charAt(at) == '0' ? '1' : '0';
        return value.substring(0, at) + replacement + value.substring(at + 1);
    }

    private static Gen<Unsigned> requests() {
        Gen<String> text = strings().basicMultilingualPlaneAlphabet().ofLengthBetween(0, 8);
        Gen<String> segment = arbitrary()
                .pick("", ".", "..", "a", "b c", "%", "+:=&", "é", "x%2Fy")
                .mix(text, 30);
        Gen<List<String>> segments = lists().of(segment).ofSizeBetween(0, 6);
        Gen<List<String>> words = lists().of(text).ofSizeBetween(0, 6);
        Gen<List<String>> values = lists().of(
                        strings().betweenCodePoints(0x20, 0x7E).ofLengthBetween(0, 20))
                .ofSizeBetween(0, 3);
        return segments.zip(
                words,
                values,
                integers().all(),
                (path, query, headers, seed) ->
                        new Unsigned(http(path(path), query(query), headers(headers)), body(seed)));
    }

    /** Enough segments that no path leads above the root. */
    private static String path(List<String> segments) {
        StringBuilder path = new StringBuilder();
        segments.forEach(segment -> path.append("/deep"));
        segments.forEach(segment -> path.append('/').append(SdkHttpUtils.urlEncode(segment)));
        return path.isEmpty() ? "/" : path.toString();
    }

    private static Map<String, List<String>> query(List<String> words) {
        Map<String, List<String>> query = new LinkedHashMap<>();
        for (int i = 0; i + 1 < words.size(); i += 2) {
            query.put(words.get(i) + "p", List.of(words.get(i + 1), "again", words.get(i)));
        }
        return query;
    }

    private static Map<String, List<String>> headers(List<String> values) {
        return values.isEmpty() ? Map.of() : Map.of("X-Test", values);
    }

    private static byte[] body(int seed) {
        Random random = new Random(seed);
        byte[] body = new byte[random.nextInt(64)];
        random.nextBytes(body);
        return body;
    }

    private static SdkHttpRequest http(
            String path, Map<String, List<String>> query, Map<String, List<String>> headers) {
        return SdkHttpFullRequest.builder()
                .method(SdkHttpMethod.POST)
                .protocol("https")
                .host("ec2.us-east-1.amazonaws.com")
                .encodedPath(path)
                .rawQueryParameters(query)
                .headers(headers)
                .build();
    }
}
