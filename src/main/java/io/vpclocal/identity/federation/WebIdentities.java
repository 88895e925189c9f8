package io.vpclocal.identity.federation;

import io.vpclocal.identity.iam.IamScope;
import io.vpclocal.identity.iam.provider.OidcProviderEntity;
import io.vpclocal.identity.iam.provider.OidcProviderService;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;

/** Verifies web identity tokens. The order of the checks is our guess. */
@Component
public class WebIdentities {

    /** Trust policies name these by host, and accounts need no provider for them (IAM User Guide). */
    private static final Set<String> KNOWN_TO_AWS = Set.of("accounts.google.com", "cognito-identity.amazonaws.com");

    private final OidcProviderService providers;
    private final IssuerKeys keys;
    private final Clock clock;

    WebIdentities(OidcProviderService providers, IssuerKeys keys, Clock clock) {
        this.providers = providers;
        this.keys = keys;
        this.clock = clock;
    }

    /**
     * @param scope the account of the role
     * @throws AwsException if the token is not valid for a provider of the account
     */
    public WebIdentity verify(IamScope scope, String token) {
        JsonWebToken jwt = JsonWebToken.parse(token).orElseThrow(FederationErrors::notAToken);
        String issuer = required(jwt, "iss");
        String host = issuer.startsWith("https://") ? issuer.substring("https://".length()) : issuer;
        Optional<OidcProviderEntity> provider = providers.ofIssuer(scope, issuer);
        if (provider.isEmpty() && !KNOWN_TO_AWS.contains(host)) {
            throw FederationErrors.noProvider(issuer);
        }
        verifySignature(jwt, issuer);
        verifyTime(jwt);
        String subject = required(jwt, "sub");
        List<String> audiences = audiences(jwt);
        if (provider.isPresent() && audiences.stream().noneMatch(provider.get().clientIds()::contains)) {
            throw FederationErrors.wrongAudience();
        }
        String name = provider.map(OidcProviderEntity::arn).orElse(host);
        return new WebIdentity(TokenClaims.of(jwt, name, host, audiences), subject, audiences.get(0));
    }

    private void verifySignature(JsonWebToken jwt, String issuer) {
        JsonNode id = jwt.header().get("kid");
        String keyId = id != null && id.isString() ? id.asString() : null;
        JwsAlgorithm algorithm =
                JwsAlgorithm.of(jwt.header().path("alg").asString("")).orElseThrow(FederationErrors::notAToken);
        List<JsonWebKey> candidates = keys.of(issuer).stream()
                .filter(key -> key.fits(algorithm, keyId))
                .toList();
        if (candidates.isEmpty()) {
            throw FederationErrors.noKey();
        }
        if (candidates.stream().noneMatch(key -> algorithm.verifies(key.key(), jwt.signedBytes(), jwt.signature()))) {
            throw FederationErrors.wrongSignature();
        }
    }

    private void verifyTime(JsonWebToken jwt) {
        Instant now = clock.instant();
        Long expiry = seconds(jwt, "exp");
        if (expiry == null) {
            throw FederationErrors.missingClaim("exp");
        }
        if (now.getEpochSecond() >= expiry) {
            throw FederationErrors.expired(now, expiry);
        }
        Long start = seconds(jwt, "nbf");
        if (start != null && now.getEpochSecond() < start) {
            throw FederationErrors.notYetValid(now, start);
        }
    }

    /** The authorized party if the token names one, or else the audiences (IAM User Guide, "aud"). */
    private static List<String> audiences(JsonWebToken jwt) {
        String party = jwt.text("azp");
        if (party != null) {
            return List.of(party);
        }
        List<String> audiences = new ArrayList<>(TokenClaims.texts(jwt.claims().get("aud")));
        if (audiences.isEmpty()) {
            throw FederationErrors.missingClaim("aud");
        }
        return audiences;
    }

    private static String required(JsonWebToken jwt, String claim) {
        String value = jwt.text(claim);
        if (value == null || value.isEmpty()) {
            throw FederationErrors.missingClaim(claim);
        }
        return value;
    }

    private static @Nullable Long seconds(JsonWebToken jwt, String claim) {
        JsonNode value = jwt.claims().get(claim);
        return value != null && value.isNumber() ? (Long) value.asLong(0) : null;
    }
}
