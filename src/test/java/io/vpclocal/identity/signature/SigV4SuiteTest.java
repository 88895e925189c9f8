package io.vpclocal.identity.signature;

import static io.vpclocal.identity.signature.Requests.DATE;
import static io.vpclocal.identity.signature.Requests.HERE;
import static io.vpclocal.identity.signature.Requests.KEY_ID;
import static io.vpclocal.identity.signature.Requests.SCOPE;
import static io.vpclocal.identity.signature.Requests.SECRET;
import static io.vpclocal.identity.signature.Requests.SIGNED_AT;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** The signatures come from AWS's public Signature Version 4 test suite, first and second edition. */
class SigV4SuiteTest {

    private static final String ALPHABET = "-._~0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz";
    private static final String FORM = "application/x-www-form-urlencoded";
    private static final String STS_TOKEN =
            "AQoDYXdzEPT//////////wEXAMPLEtc764bNrC9SAPBSM22wDOk4x4HIZ8j4FZTwdQWLWsKWHGBuFqwAeMicRXmxfpSPfIeoIYRqTflf"
                    + "KD8YUuwthAx7mSEI/qkPpKPi/kMcGdQrmGdeehM4IC1NtBmUpp2wUE8phUZampKsburEDy0KPkyQDYwT7WZ0wq5VSXDvp75Y"
                    + "U9HFvlRd8Tx6q6fE8YQcHNVXAkiY9q6d+xo0rKwT38xVqr7ZD0u0iPPkUL64lIZbqBAz+scqKmlzm8FDrypNC9Yjc8fPOLn9"
                    + "FX9KSYvKTr4rvx3iSIlTJabIQwj2ICCR/oLxBA==";
    private static final String TOKEN = "6e86291e8372ff2a2260956d9b8aae1d763fbf315fa00fa31553b73ebf194267";

    private final SigV4Verifier verifier = new SigV4Verifier();

    static Stream<Arguments> queries() {
        return Stream.of(
                get("vanilla", "/", Requests.VANILLA_SIGNATURE),
                get(
                        "empty query key",
                        "/?Param1=value1",
                        "a67d582fa61cc504c4bae71f336f98b97f1ea3c7a6bfe1b6e45aec72011b9aeb"),
                get(
                        "query ordered by key",
                        "/?Param2=value2&Param1=value1",
                        "b97d918cfa904a5beff61c982a1b6f458b799221646efd99d3219ec94cdf2500"),
                get(
                        "repeated parameter, capitals first",
                        "/?Param1=value2&Param1=Value1",
                        "eedbc4e291e521cf13422ffca22be7d2eb8146eecf653089df300a15b2382bd1"),
                get(
                        "repeated parameter ordered by value",
                        "/?Param1=value2&Param1=value1",
                        "5772eed61e12b33fae39ee5e7012498b51d56abc0abb7c60486157bd471c4694"),
                get(
                        "query ordered by encoded name before value",
                        "/?Param-3=Value3&Param=Value2&%E1%88%B4=Value1",
                        "371d3713e185cc334048618a97f809c9ffe339c62934c032af5a0e595648fcac"),
                get(
                        "unreserved characters in query",
                        "/?" + ALPHABET + "=" + ALPHABET,
                        "9c3e54bfcdf0b19771a7f523ee5669cdf59bc7cc0884027167c21bb143a40197"),
                get(
                        "UTF-8 in query",
                        "/?\u1234=bar",
                        "2cdec8eed098649ff3a119c94853b13c643bcf08f8b0a1d91e12c9027818dd04"));
    }

    static Stream<Arguments> paths() {
        String root = Requests.VANILLA_SIGNATURE;
        return Stream.of(
                get("empty path", "", root),
                get("relative", "/example/..", root),
                get("relative relative", "/example1/example2/../..", root),
                get("slash dot slash", "/./", root),
                get("slash slash", "//", root),
                get("slashes", "//example//", "9a624bd73a37c9a373b5312afbebe7a714a789de108f0bdfe846570885f57e84"),
                get("pointless dot", "/./example", "ef75d96142cf21edca26f06005da7988e4f8dc83a165a80865db7089db637ec5"),
                get("space", "/example space/", "652487583200325589f1fba4c7e578f72c47cb61beeca81406b39ddec1366741"),
                get(
                        "unreserved characters in path",
                        "/" + ALPHABET,
                        "07ef7494c76fa4850883e2b006601f940f8a34d404d0cfa977f52a65bbf5f24f"),
                get("UTF-8 in path", "/\u1234", "8318018e0b0f223aa2bbf98705b62bb787dc9c0e678f255a891fd03141be5d85"));
    }

    static Stream<Arguments> headers() {
        return Stream.of(
                get(
                        "repeated header",
                        "/",
                        "c9d5ea9f3f72853aea855b47ea873832890dbdd183b4468f858259531a5138ea",
                        "My-Header1:value2",
                        "My-Header1:value2",
                        "My-Header1:value1"),
                get(
                        "repeated header keeps its order",
                        "/",
                        "08c7e5a9acfcfeb3ab6b2185e75ce8b1deb5e634ec47601a50643f830c755c01",
                        "My-Header1:value4",
                        "My-Header1:value1",
                        "My-Header1:value3",
                        "My-Header1:value2"),
                get(
                        "trimmed header values",
                        "/",
                        "acc3ed3afb60bb290fc8d2dd0098b9911fcaa05412b367055dee359757a9c736",
                        "My-Header1: value1",
                        "My-Header2: \"a   b   c\""),
                get(
                        "lines of a folded header as values (first edition)",
                        "/",
                        "ba17b383a53190154eb5fa66a1b836cc297cc0a3d70a5d00705980573d8ff790",
                        "My-Header1:value1",
                        "My-Header1:  value2",
                        "My-Header1:     value3"),
                get(
                        "lines of a folded header as one value (second edition)",
                        "/",
                        "cfd34249e4b1c8d6b91ef74165d41a32e5fab3306300901bb65a51a73575eefd",
                        "My-Header1:value1\n  value2\n     value3"));
    }

    static Stream<Arguments> posts() {
        return Stream.of(
                post("vanilla", "/", "", "5da7c1a2acd57cee7505fc6676e4e544621c30862966e37dddb68e92efbe5d6b"),
                post(
                        "query",
                        "/?Param1=value1",
                        "",
                        "28038455d6de14eafc1f9222cf5aa6f1a96197d7deb8263271d420d138af7f11"),
                post(
                        "another header",
                        "/",
                        "",
                        "c5410059b04c1ee005303aed430f6e6645f61f4dc9e1461ec8f8916fdf18852c",
                        "My-Header1:value1"),
                post(
                        "case of header values",
                        "/",
                        "",
                        "cdbc9802e29d2942e5e10b5bccfdd67c5f22c7c4e8ae67b53629efa58b974b7d",
                        "My-Header1:VALUE1"),
                post(
                        "signed session token",
                        "/",
                        "",
                        "85d96828115b5dc0cfc3bd16ad9e210dd772bbebba041836c64533a82be05ead",
                        "X-Amz-Security-Token:" + STS_TOKEN),
                post(
                        "form",
                        "/",
                        "Param1=value1",
                        "d3875051da38690788ef43de4db0d8f280229d82040bfac253562e56c3f20e0b",
                        "Content-Type:" + FORM,
                        "Content-Length:13",
                        "x-amz-content-sha256:9095672bbd1f56dfc5b65f3e153adc8731a4a654192329106275f4c7b24d0b6e"),
                post(
                        "form with charset",
                        "/",
                        "Param1=value1",
                        "328d1b9eaadca9f5818ef05e8392801e091653bafec24fcab71e7344e7f51422",
                        "Content-Type:" + FORM + "; charset=utf-8",
                        "Content-Length:13",
                        "x-amz-content-sha256:9095672bbd1f56dfc5b65f3e153adc8731a4a654192329106275f4c7b24d0b6e"));
    }

    static Stream<Arguments> presigned() {
        return Stream.of(
                Arguments.of("GET", "/?", "e93c787ed7f371d5c6b165c1b38ede9550f4dce4144713e844b25b7192d3865d"),
                Arguments.of("POST", "/?", "2ce6e6d2e0cf2f9d1b55fafec88cd20574c31dc2e7631979f71ba2310083e95b"),
                Arguments.of(
                        "GET",
                        "/?Param2=value2&Param1=value1&",
                        "86012e2c9ad4d77369f5d81c11f75158aae4f895a085212cc6d3f923d300bed5"),
                Arguments.of(
                        "GET",
                        "/?Param-3=Value3&Param=Value2&%E1%88%B4=Value1&",
                        "c5f1848ceec943ac2ca68ee720460c23aaae30a2300586597ada94c4a65e4787"),
                Arguments.of("GET", "/\u1234?", "10eae3f14a260bd3911cc6d008d3c576d143b05b62f09782a7a4b37f52178e44"),
                Arguments.of(
                        "GET",
                        "/?X-Amz-Security-Token=" + TOKEN + "&",
                        "7ff2b50b376cb4d151970630573d6291dc128cc5c2a12ffb237f73cc53f67b6c"));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource({"queries", "paths", "headers", "posts"})
    void acceptsEveryRequestOfTheSuite(String name, SignedRequest request) {
        ClaimedSignature claimed = verifier.read(request, HERE, SIGNED_AT);

        assertThat(claimed.scope()).isEqualTo(new SigningScope(KEY_ID, "20150830", "us-east-1", "service"));
        assertThat(claimed.presigned()).isFalse();
        assertThatCode(() -> verifier.verify(request, claimed, SECRET)).doesNotThrowAnyException();
    }

    @ParameterizedTest(name = "{0} {1}")
    @MethodSource("presigned")
    void acceptsEveryPresignedRequestOfTheSuite(String method, String target, String signature) {
        String query = "X-Amz-Algorithm=AWS4-HMAC-SHA256&X-Amz-Credential=" + KEY_ID + "%2F" + SCOPE.replace("/", "%2F")
                + "&X-Amz-Date=" + DATE + "&X-Amz-SignedHeaders=host&X-Amz-Expires=3600&X-Amz-Signature=" + signature;
        SignedRequest request = Requests.request(method, target + query, "", List.of("Host:example.amazonaws.com"));

        ClaimedSignature claimed = verifier.read(request, HERE, SIGNED_AT.plusSeconds(3600));

        assertThat(claimed.presigned()).isTrue();
        assertThat(claimed.sessionToken()).isEqualTo(target.contains("Token") ? TOKEN : null);
        assertThatCode(() -> verifier.verify(request, claimed, SECRET)).doesNotThrowAnyException();
    }

    @Test
    void acceptsASessionTokenAddedAfterSigning() {
        SignedRequest request = Requests.request(
                "POST",
                "/",
                "",
                List.of(
                        "Host:example.amazonaws.com",
                        "X-Amz-Date:" + DATE,
                        "X-Amz-Security-Token:" + STS_TOKEN,
                        "Authorization:AWS4-HMAC-SHA256 Credential=" + KEY_ID + "/" + SCOPE
                                + ", SignedHeaders=host;x-amz-date,"
                                + " Signature=5da7c1a2acd57cee7505fc6676e4e544621c30862966e37dddb68e92efbe5d6b"));

        ClaimedSignature claimed = verifier.read(request, HERE, SIGNED_AT);

        assertThat(claimed.sessionToken()).isEqualTo(STS_TOKEN);
        assertThatCode(() -> verifier.verify(request, claimed, SECRET)).doesNotThrowAnyException();
    }

    private static Arguments get(String name, String target, String signature, String... headerLines) {
        return signed(name, "GET", target, "", signature, headerLines);
    }

    private static Arguments post(String name, String target, String body, String signature, String... headerLines) {
        return signed(name, "POST", target, body, signature, headerLines);
    }

    private static Arguments signed(
            String name, String method, String target, String body, String signature, String... headerLines) {
        List<String> lines = new ArrayList<>(List.of(headerLines));
        lines.add("Host:example.amazonaws.com");
        lines.add("X-Amz-Date:" + DATE);
        String signedHeaders = lines.stream()
                .map(line -> line.substring(0, line.indexOf(':')).toLowerCase(Locale.ROOT))
                .distinct()
                .sorted()
                .collect(Collectors.joining(";"));
        lines.add("Authorization:AWS4-HMAC-SHA256 Credential=" + KEY_ID + "/" + SCOPE + ", SignedHeaders="
                + signedHeaders + ", Signature=" + signature);
        return Arguments.of(method + " " + name, Requests.request(method, target, body, lines));
    }
}
