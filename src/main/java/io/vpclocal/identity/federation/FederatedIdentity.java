package io.vpclocal.identity.federation;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * An identity that a provider has proved.
 *
 * @param provider as trust policies name it: an ARN, or the host name of a provider that AWS knows
 * @param keys the condition keys for trust policies, with a list for multivalued ones
 * @param sessionKeys those that the session keeps
 * @param tags session tags that the provider sets
 * @param transitiveTags keys of tags that chained sessions inherit
 */
public record FederatedIdentity(
        String provider,
        Map<String, List<String>> keys,
        Map<String, List<String>> sessionKeys,
        Map<String, String> tags,
        List<String> transitiveTags,
        @Nullable String sourceIdentity) {}
