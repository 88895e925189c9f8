package io.vpclocal.identity.federation;

import io.vpclocal.identity.iam.IamScope;
import io.vpclocal.identity.iam.provider.SamlMetadata;
import io.vpclocal.identity.iam.provider.SamlProviderEntity;
import io.vpclocal.identity.iam.provider.SamlProviderService;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Verifies SAML responses (IAM User Guide, "Configure SAML assertions for the authentication response"). The texts are
 * those of "Troubleshoot SAML federation with IAM", unless a comment says otherwise.
 */
@Component
public class SamlIdentities {

    private static final Pattern NAME = Pattern.compile("[a-zA-Z_0-9+=,.@-]{2,64}");
    /** AWS's sign-in endpoints, also of a Region and with the id of a provider. */
    private static final Pattern ENDPOINT = Pattern.compile(
            "https://([a-z0-9-]+\\.)?signin\\.(aws\\.amazon\\.com|amazonaws\\.cn|amazonaws-us-gov\\.com)/saml(/acs/[A-Z0-9]+)?");

    private final SamlProviderService providers;
    private final Clock clock;

    SamlIdentities(SamlProviderService providers, Clock clock) {
        this.providers = providers;
        this.clock = clock;
    }

    /**
     * @param scope the account of the role
     * @param text the response in Base64
     * @throws AwsException if the response is not valid for the provider and the role
     */
    public SamlIdentity verify(IamScope scope, String roleArn, String providerArn, String text) {
        SamlProviderEntity provider = providers
                .find(scope, providerArn)
                .orElseThrow(() -> FederationErrors.invalidToken("Specified provider doesn't exist"));
        SamlMetadata metadata = SamlMetadata.parse(provider.metadata()).orElseThrow();
        SamlResponse response = SamlResponse.parse(text, metadata.certificates());
        if (!metadata.entityId().equals(response.issuer())) {
            throw FederationErrors.invalidToken("Issuer not present in specified provider");
        }
        verifyTime(response);
        String recipient = response.recipient();
        if (!ENDPOINT.matcher(recipient).matches()) {
            throw FederationErrors.invalidToken("Response does not contain the required audience.");
        }
        requireRole(response, roleArn, providerArn);
        String name = response.first("RoleSessionName");
        if (name == null) {
            throw FederationErrors.invalidToken("RoleSessionName is required in AuthnResponse");
        }
        if (!NAME.matcher(name).matches()) {
            throw FederationErrors.invalidToken("RoleSessionName in AuthnResponse must match " + NAME.pattern());
        }
        String source = response.first("SourceIdentity");
        if (source != null && (!NAME.matcher(source).matches() || source.startsWith("aws:"))) {
            throw FederationErrors.invalidToken(
                    "Source Identity must match " + NAME.pattern() + " and not begin with \"aws:\"");
        }
        return SamlIdentity.of(response, scope, provider, name, sessionDuration(response), source);
    }

    /** Texts: our guess. */
    private void verifyTime(SamlResponse response) {
        Instant now = clock.instant();
        for (Instant end : response.ends()) {
            if (!now.isBefore(end)) {
                throw FederationErrors.expired(now, end.getEpochSecond());
            }
        }
        for (Instant start : response.starts()) {
            if (now.isBefore(start)) {
                throw FederationErrors.notYetValid(now, start.getEpochSecond());
            }
        }
    }

    /** A role attribute is a pair of ARNs in any order, separated by a comma. */
    private static void requireRole(SamlResponse response, String roleArn, String providerArn) {
        boolean named = response.attribute("Role").stream()
                .map(pair -> List.of(pair.split("\\s*,\\s*", -1)))
                .anyMatch(pair -> pair.size() == 2 && pair.contains(roleArn) && pair.contains(providerArn));
        if (!named) {
            throw FederationErrors.notAuthorized("sts:AssumeRoleWithSAML");
        }
    }

    private static @Nullable Integer sessionDuration(SamlResponse response) {
        String seconds = response.first("SessionDuration");
        if (seconds == null) {
            return null;
        }
        if (!seconds.matches("\\d{3,5}")) {
            // Our guess.
            throw FederationErrors.invalidToken("SessionDuration in AuthnResponse must be a number of seconds");
        }
        return Integer.valueOf(seconds);
    }
}
