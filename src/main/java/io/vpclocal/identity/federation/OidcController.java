package io.vpclocal.identity.federation;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import io.vpclocal.control.ControlErrors;
import io.vpclocal.protocol.PlainText;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.JsonNode;

/** The local issuer of ID tokens, and the keys of other issuers. */
@Tag(name = "control")
@RestController
@RequestMapping("/_vpclocal/oidc")
class OidcController {

    private static final String AUDIENCE = "sts.amazonaws.com";

    private final LocalIssuer local;
    private final IssuerKeys keys;

    OidcController(LocalIssuer local, IssuerKeys keys) {
        this.local = local;
        this.keys = keys;
    }

    /**
     * @param audience {@code sts.amazonaws.com} if null; a text or a list of texts
     * @param expiresIn the lifetime as an ISO 8601 duration, an hour if null
     * @param claims further claims
     */
    @Schema(name = "OidcTokenRequest")
    record TokenRequest(
            @Nullable String issuer,
            @Nullable String subject,
            @Nullable Object audience,
            @Nullable Duration expiresIn,
            @Nullable Map<String, Object> claims) {}

    @Schema(name = "OidcToken")
    record Token(String token) implements PlainText {

        @Override
        public String plainText() {
            return token + "\n";
        }

        /** Leaves out the token. */
        @Override
        public String toString() {
            return "Token";
        }
    }

    @Schema(name = "OidcIssuerRequest")
    record IssuerRequest(@Nullable String issuer, @Nullable JsonNode jwks) {}

    @Schema(name = "OidcIssuer")
    record Issuer(String issuer, Map<String, Object> jwks) {}

    @Operation(
            summary = "Make an ID token for AssumeRoleWithWebIdentity in the name of an issuer, such as GitHub Actions")
    @PostMapping("/tokens")
    @ResponseStatus(HttpStatus.CREATED)
    Token token(@RequestBody TokenRequest request) {
        return new Token(local.token(
                required(request.issuer(), "issuer"),
                required(request.subject(), "subject"),
                audience(request.audience()),
                request.expiresIn(),
                Objects.requireNonNullElse(request.claims(), Map.of())));
    }

    @Operation(summary = "The key set that verifies an issuer's tokens (JWKS)")
    @GetMapping("/jwks")
    Map<String, Object> jwks(@RequestParam(required = false, defaultValue = "") String issuer) {
        return keys.set(issuer);
    }

    @Operation(summary = "List the issuers with registered keys")
    @GetMapping("/issuers")
    List<Issuer> issuers() {
        return keys.registered().stream()
                .map(issuer -> new Issuer(issuer, keys.set(issuer)))
                .toList();
    }

    @Operation(summary = "Register the key set of an issuer (JWKS), so that tokens made elsewhere are verified")
    @PutMapping("/issuers")
    Issuer register(@RequestBody IssuerRequest request) {
        String issuer = required(request.issuer(), "issuer");
        if (request.jwks() == null) {
            throw ControlErrors.invalid("jwks is missing. Give the JSON object that the issuer's jwks_uri returns.");
        }
        keys.register(issuer, request.jwks());
        return new Issuer(issuer, keys.set(issuer));
    }

    @Operation(summary = "Remove the registered keys of an issuer")
    @DeleteMapping("/issuers")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void remove(@RequestParam String issuer) {
        keys.remove(issuer);
    }

    private static List<String> audience(@Nullable Object given) {
        if (given == null) {
            return List.of(AUDIENCE);
        }
        if (given instanceof String text) {
            return List.of(text);
        }
        if (given instanceof List<?> list && !list.isEmpty() && list.stream().allMatch(String.class::isInstance)) {
            return list.stream().map(String.class::cast).toList();
        }
        throw ControlErrors.invalid("audience must be a string or a list of strings.");
    }

    private static String required(@Nullable String value, String member) {
        if (value == null || value.isEmpty()) {
            throw ControlErrors.invalid(member + " is missing.");
        }
        return value;
    }
}
