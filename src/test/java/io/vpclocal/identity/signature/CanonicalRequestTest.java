package io.vpclocal.identity.signature;

import static io.vpclocal.identity.signature.Requests.DATE;
import static io.vpclocal.identity.signature.Requests.HERE;
import static io.vpclocal.identity.signature.Requests.SCOPE;
import static io.vpclocal.identity.signature.Requests.SECRET;
import static io.vpclocal.identity.signature.Requests.SIGNED_AT;
import static io.vpclocal.identity.signature.Requests.VANILLA_AUTHORIZATION;
import static io.vpclocal.identity.signature.Requests.authorizedBy;
import static io.vpclocal.identity.signature.Requests.get;
import static io.vpclocal.identity.signature.Requests.refusal;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import io.vpclocal.identity.signature.SignatureFailure.Kind;
import java.util.List;
import org.junit.jupiter.api.Test;

/**
 * The canonical request, and the explanation of a mismatch. Source: AWS documentation, "Create a signed AWS API
 * request".
 */
class CanonicalRequestTest {

    private static final String HOST = "Host:example.amazonaws.com";

    private static final String X_AMZ_DATE = "X-Amz-Date:" + DATE;

    private final SigV4Verifier verifier = new SigV4Verifier();

    /** The short text is recorded from STS, the explanation from services with a REST protocol. */
    @Test
    void mismatchContainsTheExpectedCanonicalRequest() {
        SignedRequest request = authorizedBy(VANILLA_AUTHORIZATION);
        ClaimedSignature claimed = verifier.read(request, HERE, SIGNED_AT);

        SignatureFailure failure = refusal(() -> verifier.verify(request, claimed, "another secret"));

        assertThat(failure.message())
                .isEqualTo("The request signature we calculated does not match the signature you provided. Check your"
                        + " AWS Secret Access Key and signing method. Consult the service documentation for"
                        + " details.");
        assertThat(failure.explanation())
                .isEqualTo(failure.message()
                        + "\n\nThe Canonical String for this request should have been\n'GET\n/\n\n"
                        + "host:example.amazonaws.com\nx-amz-date:20150830T123600Z\n\nhost;x-amz-date\n"
                        + "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855'\n\n"
                        + "The String-to-Sign should have been\n'AWS4-HMAC-SHA256\n20150830T123600Z\n" + SCOPE + "\n"
                        + "bb579772317eb040ac9ed261061d46c1f17a8133879d6129b6e1c25292927e63'\n");
    }

    @Test
    void unsignedPayloadIsForObjectStorageOnly() {
        for (String service : List.of("ec2", "iam", "sts", "logs")) {
            String canonical = canonicalRequest(service, "UNSIGNED-PAYLOAD");
            assertThat(canonical).endsWith(Digests.sha256Hex(Digests.utf8("body")));
        }
        assertThat(canonicalRequest("s3", "UNSIGNED-PAYLOAD")).endsWith("\nUNSIGNED-PAYLOAD");
        assertThat(refusal(() -> canonicalRequest("s3", "STREAMING-AWS4-HMAC-SHA256-PAYLOAD"))
                        .kind())
                .isEqualTo(Kind.UNSUPPORTED_PAYLOAD);
    }

    @Test
    void statedHashOfAnotherPayloadIsRefused() {
        assertThat(canonicalRequest("s3", "0".repeat(64))).endsWith(Digests.sha256Hex(Digests.utf8("body")));
    }

    @Test
    void headersAreSignedAsReceivedBytes() {
        assertThat(CanonicalRequest.bytes("\u00C3\u00A9")).isEqualTo(new byte[] {(byte) 0xC3, (byte) 0xA9});
        assertThat(CanonicalRequest.bytes("\u20AC")).isEqualTo(Digests.utf8("\u20AC"));
    }

    @Test
    void nothingSecretIsPrinted() {
        SignedRequest request = get(
                "/", HOST, X_AMZ_DATE, "X-Amz-Security-Token:secret-token", "Authorization:" + VANILLA_AUTHORIZATION);
        ClaimedSignature claimed = verifier.read(request, HERE, SIGNED_AT);

        assertThat(claimed.sessionToken()).isEqualTo("secret-token");
        assertThat(claimed.toString() + request).doesNotContain("secret-token", claimed.signature());
    }

    @Test
    void signingKeysAreCachedAndEvicted() {
        SigningKeys keys = new SigningKeys(2);
        SigningScope scope = new SigningScope("AKID", "20150830", "us-east-1", "iam");

        byte[] first = keys.of(scope, SECRET);
        assertThat(keys.of(scope, SECRET)).isSameAs(first);
        assertThat(keys.of(scope, "another")).isNotEqualTo(first);
        assertThatCode(() -> keys.of(scope, "a third")).doesNotThrowAnyException();
        assertThat(keys.size()).isEqualTo(2);
        assertThat(keys.of(scope, SECRET)).isEqualTo(first).isNotSameAs(first);
    }

    private static String canonicalRequest(String service, String statedHash) {
        SignedRequest request =
                Requests.request("POST", "/", "body", List.of(HOST, "x-amz-content-sha256:" + statedHash));
        SigningScope scope = new SigningScope("AKID", "20150830", "us-east-1", service);
        return CanonicalRequest.of(request, new ClaimedSignature(scope, SIGNED_AT, List.of("host"), "0", null, false));
    }
}
