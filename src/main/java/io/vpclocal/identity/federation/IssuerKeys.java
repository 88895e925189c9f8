package io.vpclocal.identity.federation;

import io.vpclocal.control.ControlErrors;
import java.security.interfaces.RSAPublicKey;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * The keys of issuers: those that were registered, and the local issuer's, which signs for every issuer. AWS downloads
 * the keys from the issuer. The emulator sends no requests.
 */
@Component
@Transactional(readOnly = true)
class IssuerKeys {

    private static final int LONGEST_ISSUER = 255;
    private static final int LARGEST_SET = 100_000;

    private final OidcIssuers issuers;
    private final LocalKey local;
    private final JsonMapper json = JsonMapper.shared();

    IssuerKeys(OidcIssuers issuers, LocalKey local) {
        this.issuers = issuers;
        this.local = local;
    }

    /** The keys that tokens of an issuer may be signed with. */
    List<JsonWebKey> of(String issuer) {
        List<JsonWebKey> keys = new ArrayList<>();
        issuers.findById(issuer).ifPresent(row -> keys.addAll(keys(json.readTree(row.jwks()))));
        local.publicKey().ifPresent(keys::add);
        return keys;
    }

    /** The key set of an issuer as JSON. */
    Map<String, Object> set(String issuer) {
        List<Object> keys = new ArrayList<>();
        issuers.findById(issuer)
                .ifPresent(row -> json.readTree(row.jwks()).path("keys").forEach(keys::add));
        local.publicKey()
                .map(key -> (RSAPublicKey) key.key())
                .ifPresent(key -> keys.add(JsonWebKey.ofRsa(LocalKey.ID, key)));
        return Map.of("keys", keys);
    }

    List<String> registered() {
        return issuers.findAllByOrderByIssuer().stream()
                .map(OidcIssuerEntity::issuer)
                .toList();
    }

    /** Replaces the registered keys of an issuer. */
    @Transactional
    void register(String issuer, JsonNode jwks) {
        requireIssuer(issuer);
        if (keys(jwks).isEmpty()) {
            throw ControlErrors.invalid("jwks must have a member keys with at least one key for signatures.");
        }
        String text = jwks.toString();
        if (text.length() > LARGEST_SET) {
            throw ControlErrors.invalid("jwks must not be longer than " + LARGEST_SET + " characters.");
        }
        issuers.findById(issuer)
                .ifPresentOrElse(row -> row.replace(text), () -> issuers.save(new OidcIssuerEntity(issuer, text)));
    }

    @Transactional
    void remove(String issuer) {
        issuers.delete(issuers.findById(issuer).orElseThrow(() -> ControlErrors.notFound("issuer", issuer)));
    }

    static void requireIssuer(String issuer) {
        if (!issuer.startsWith("https://") || issuer.length() > LONGEST_ISSUER) {
            throw ControlErrors.invalid("Invalid issuer '" + issuer
                    + "'. Use the URL in the tokens' iss claim, such as https://token.actions.githubusercontent.com.");
        }
    }

    private static List<JsonWebKey> keys(JsonNode jwks) {
        List<JsonWebKey> keys = new ArrayList<>();
        int number = 0;
        for (JsonNode member : jwks.path("keys")) {
            number++;
            if (member.path("use").asString("sig").equals("sig")) {
                try {
                    keys.add(JsonWebKey.of(member));
                } catch (JsonWebKey.UnusableKeyException e) {
                    throw ControlErrors.invalid("Key " + number + " of jwks cannot be used. " + e.getMessage());
                }
            }
        }
        return keys;
    }
}
