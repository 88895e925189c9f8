package io.vpclocal.identity.federation;

import io.vpclocal.control.ControlErrors;
import io.vpclocal.protocol.Ids;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/** Makes ID tokens in the name of any issuer, signed with the emulator's own key. */
@Component
class LocalIssuer {

    private static final Duration USUAL = Duration.ofHours(1);

    private final LocalKey key;
    private final Ids ids;
    private final Clock clock;
    private final JsonMapper json = JsonMapper.shared();

    LocalIssuer(LocalKey key, Ids ids, Clock clock) {
        this.key = key;
        this.ids = ids;
        this.clock = clock;
    }

    /**
     * A signed token. Given claims replace the usual ones, so that invalid tokens can be made too.
     *
     * @param audience one or several
     * @param lifetime an hour if null
     */
    String token(
            String issuer,
            String subject,
            List<String> audience,
            @Nullable Duration lifetime,
            Map<String, Object> claims) {
        IssuerKeys.requireIssuer(issuer);
        Duration valid = lifetime == null ? USUAL : lifetime;
        if (valid.isNegative() || valid.compareTo(Duration.ofDays(365)) > 0) {
            throw ControlErrors.invalid("expiresIn must be between PT0S and P365D.");
        }
        Instant now = clock.instant();
        Map<String, Object> all = new LinkedHashMap<>();
        all.put("iss", issuer);
        all.put("sub", subject);
        all.put("aud", audience.size() == 1 ? audience.get(0) : audience);
        all.put("iat", now.getEpochSecond());
        all.put("nbf", now.getEpochSecond());
        all.put("exp", now.plus(valid).getEpochSecond());
        all.put("jti", ids.uuid());
        all.putAll(claims);
        Map<String, String> header = new LinkedHashMap<>();
        header.put("typ", "JWT");
        header.put("alg", JwsAlgorithm.RS256.name());
        header.put("kid", LocalKey.ID);
        String signed = encoded(json.writeValueAsBytes(header)) + "." + encoded(json.writeValueAsBytes(all));
        byte[] signature = JwsAlgorithm.RS256.sign(key.pair().getPrivate(), signed.getBytes(StandardCharsets.US_ASCII));
        return signed + "." + encoded(signature);
    }

    private static String encoded(byte[] bytes) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }
}
