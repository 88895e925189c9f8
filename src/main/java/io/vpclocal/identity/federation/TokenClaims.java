package io.vpclocal.identity.federation;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** The condition keys and session tags that follow from a token's claims. */
final class TokenClaims {

    private static final String TAGS = "https://aws.amazon.com/tags";
    private static final String SOURCE_IDENTITY = "https://aws.amazon.com/source_identity";

    /** Claims of GitHub's tokens that are condition keys (AWS, January 2026). */
    private static final Map<String, List<String>> OF_ISSUERS = Map.of(
            "token.actions.githubusercontent.com",
            List.of(
                    "actor",
                    "actor_id",
                    "enterprise_id",
                    "environment",
                    "job_workflow_ref",
                    "ref",
                    "repository",
                    "repository_id",
                    "workflow"));

    private TokenClaims() {}

    /**
     * @param provider as trust policies name it
     * @param host the issuer without {@code https://}, which condition keys begin with
     */
    static FederatedIdentity of(JsonWebToken jwt, String provider, String host, List<String> audiences) {
        JsonNode claims = jwt.claims();
        Map<String, List<String>> session = new LinkedHashMap<>();
        session.put("aws:FederatedProvider", List.of(provider));
        session.put(host + ":aud", audiences);
        put(session, host + ":sub", claims.get("sub"));
        put(session, host + ":amr", claims.get("amr"));
        Map<String, List<String>> keys = new LinkedHashMap<>(session);
        put(keys, host + ":email", claims.get("email"));
        if (claims.has("azp")) {
            put(keys, host + ":oaud", claims.get("aud"));
        }
        OF_ISSUERS.getOrDefault(host, List.of()).forEach(claim -> put(keys, host + ":" + claim, claims.get(claim)));
        return new FederatedIdentity(
                provider,
                Map.copyOf(keys),
                Map.copyOf(session),
                tags(claims),
                texts(claims.path(TAGS).path("transitive_tag_keys")),
                jwt.text(SOURCE_IDENTITY));
    }

    /** The texts of a claim that is a text, a number, a boolean or a list of them. */
    static List<String> texts(@Nullable JsonNode value) {
        if (value == null) {
            return List.of();
        }
        if (value.isArray()) {
            List<String> texts = new ArrayList<>();
            value.forEach(element -> texts.addAll(texts(element)));
            return texts;
        }
        return value.isValueNode() && !value.isNull() ? List.of(value.asString()) : List.of();
    }

    private static Map<String, String> tags(JsonNode claims) {
        Map<String, String> tags = new LinkedHashMap<>();
        claims.path(TAGS).path("principal_tags").properties().forEach(tag -> texts(tag.getValue()).stream()
                .findFirst()
                .ifPresent(value -> tags.put(tag.getKey(), value)));
        return tags;
    }

    private static void put(Map<String, List<String>> keys, String name, @Nullable JsonNode value) {
        List<String> texts = texts(value);
        if (!texts.isEmpty()) {
            keys.put(name, texts);
        }
    }
}
