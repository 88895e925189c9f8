package io.vpclocal.identity.signature;

import static io.vpclocal.identity.signature.Requests.get;
import static io.vpclocal.identity.signature.Requests.refusal;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import io.vpclocal.identity.signature.SignatureFailure.Kind;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Basic credentials are a feature of the emulator. AWS does not accept them. */
class BasicCredentialTest {

    @ParameterizedTest
    @ValueSource(strings = {"Basic ", "basic ", "BASIC   "})
    void readsKeyIdAndSecret(String scheme) {
        BasicCredential credential = parsed(scheme + base64("AKIDEXAMPLE:se:cret/+="));

        assertThat(credential.accessKeyId()).isEqualTo("AKIDEXAMPLE");
        assertThat(credential.sessionToken()).isNull();
        assertThatCode(() -> credential.verify("se:cret/+=")).doesNotThrowAnyException();
        assertThat(refusal(() -> credential.verify("se:cret/+")).kind()).isEqualTo(Kind.MISMATCH);
        assertThat(credential.toString()).doesNotContain("se:cret");
    }

    @Test
    void anotherSchemeIsNotBasic() {
        assertThat(BasicCredential.parse(get("/"))).isEmpty();
        assertThat(BasicCredential.parse(get("/", "Authorization:Bearer x"))).isEmpty();
        assertThat(BasicCredential.parse(Requests.authorizedBy(Requests.VANILLA_AUTHORIZATION)))
                .isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"%%%", "QUtJRA==", "OnNlY3JldA=="})
    void unreadableCredentialsAreRefused(String credentials) {
        assertThat(refusal(() -> BasicCredential.parse(get("/", "Authorization:Basic " + credentials)))
                        .kind())
                .isEqualTo(Kind.INCOMPLETE_SIGNATURE);
    }

    @Test
    void temporaryKeyNeedsItsTokenHeader() {
        String authorization = "Authorization:Basic " + base64("ASIAEXAMPLE:secret");

        assertThat(refusal(() -> BasicCredential.parse(get("/", authorization))).kind())
                .isEqualTo(Kind.MISSING_SESSION_TOKEN);
        assertThat(BasicCredential.parse(get("/", authorization, "X-Amz-Security-Token:token")))
                .map(BasicCredential::sessionToken)
                .contains("token");
    }

    private static BasicCredential parsed(String authorization) {
        return BasicCredential.parse(get("/", "Authorization:" + authorization)).orElseThrow();
    }

    private static String base64(String text) {
        return Base64.getEncoder().encodeToString(text.getBytes(StandardCharsets.UTF_8));
    }
}
