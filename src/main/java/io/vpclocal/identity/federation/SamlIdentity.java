package io.vpclocal.identity.federation;

import io.vpclocal.identity.iam.IamScope;
import io.vpclocal.identity.iam.provider.SamlProviderEntity;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The content of a verified SAML response.
 *
 * @param nameQualifier a hash that identifies the provider, as in the condition key {@code saml:namequalifier}
 * @param subjectType the last part of the name's format, such as {@code persistent}
 * @param sessionDuration in seconds; null if the response does not limit it
 */
public record SamlIdentity(
        FederatedIdentity identity,
        String roleSessionName,
        String issuer,
        String audience,
        String subject,
        String subjectType,
        String nameQualifier,
        @Nullable Integer sessionDuration) {

    private static final String TAG = "PrincipalTag:";

    static SamlIdentity of(
            SamlResponse response,
            IamScope scope,
            SamlProviderEntity provider,
            String name,
            @Nullable Integer sessionDuration,
            @Nullable String sourceIdentity) {
        String qualifier = qualifier(response.issuer(), scope.account(), provider.name());
        String format = response.subjectFormat();
        String type = format.substring(format.lastIndexOf(':') + 1);
        Map<String, List<String>> session = new LinkedHashMap<>();
        session.put("aws:FederatedProvider", List.of(provider.arn()));
        session.put("saml:namequalifier", List.of(qualifier));
        session.put("saml:sub", List.of(response.subject()));
        session.put("saml:sub_type", List.of(type));
        Map<String, List<String>> keys = new LinkedHashMap<>(session);
        keys.put("saml:aud", List.of(response.recipient()));
        keys.put("saml:iss", List.of(response.issuer()));
        keys.put("saml:doc", List.of(scope.account() + "/" + provider.name()));
        keys.put("sts:RoleSessionName", List.of(name));
        Map<String, String> tags = new LinkedHashMap<>();
        response.attributes().forEach((key, values) -> {
            if (key.startsWith(TAG) && !values.isEmpty()) {
                tags.put(key.substring(TAG.length()), values.get(0));
            }
        });
        FederatedIdentity identity = new FederatedIdentity(
                provider.arn(),
                Map.copyOf(keys),
                Map.copyOf(session),
                tags,
                response.attribute("TransitiveTagKeys"),
                sourceIdentity);
        return new SamlIdentity(
                identity,
                name,
                response.issuer(),
                response.recipient(),
                response.subject(),
                type,
                qualifier,
                sessionDuration);
    }

    /** STS API Reference: Base64 of SHA-1 of issuer, account, a slash and the provider's name. */
    private static String qualifier(String issuer, String account, String provider) {
        try {
            byte[] text = (issuer + account + "/" + provider).getBytes(StandardCharsets.UTF_8);
            return Base64.getEncoder()
                    .encodeToString(MessageDigest.getInstance("SHA-1").digest(text));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java platform has SHA-1", e);
        }
    }
}
