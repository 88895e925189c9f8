package io.vpclocal.identity.federation;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * A signed JSON Web Token (RFC 7519) whose signature is not verified yet.
 *
 * @param signedText the part of the text that is signed
 */
record JsonWebToken(JsonNode header, JsonNode claims, String signedText, byte[] signature) {

    /** Empty if the text is not a token in compact form. */
    static Optional<JsonWebToken> parse(String text) {
        String[] parts = text.split("\\.", -1);
        if (parts.length != 3) {
            return Optional.empty();
        }
        try {
            JsonNode header = json(parts[0]);
            JsonNode claims = json(parts[1]);
            byte[] signature = Base64.getUrlDecoder().decode(parts[2]);
            return header.isObject() && claims.isObject()
                    ? Optional.of(new JsonWebToken(header, claims, parts[0] + "." + parts[1], signature))
                    : Optional.empty();
        } catch (IllegalArgumentException | JacksonException e) {
            return Optional.empty();
        }
    }

    byte[] signedBytes() {
        return signedText.getBytes(StandardCharsets.US_ASCII);
    }

    /** A claim that is a text. Null if it is missing or is not a text. */
    @Nullable
    String text(String claim) {
        JsonNode value = claims.get(claim);
        return value != null && value.isString() ? value.asString() : null;
    }

    private static JsonNode json(String part) {
        return JsonMapper.shared().readTree(Base64.getUrlDecoder().decode(part));
    }
}
