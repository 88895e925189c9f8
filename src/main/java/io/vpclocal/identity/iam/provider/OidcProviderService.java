package io.vpclocal.identity.iam.provider;

import io.vpclocal.identity.iam.IamAccounts;
import io.vpclocal.identity.iam.IamErrors;
import io.vpclocal.identity.iam.IamKind;
import io.vpclocal.identity.iam.IamLimits;
import io.vpclocal.identity.iam.IamParams;
import io.vpclocal.identity.iam.IamScope;
import io.vpclocal.identity.iam.IamTags;
import io.vpclocal.protocol.AwsException;
import io.vpclocal.protocol.Ids;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Clock;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import software.amazon.awssdk.services.iam.model.Tag;

/** The rules of OpenID Connect providers. */
@Service
public class OidcProviderService {

    private static final String SCHEME = "https://";
    private static final Pattern URL = Pattern.compile("https://[A-Za-z0-9.-]+\\.[A-Za-z0-9-]+(:443)?(/[!-~]*)?");
    private static final Pattern THUMBPRINT = Pattern.compile("[0-9A-Fa-f]{40}");

    private final OidcProviders providers;
    private final IamAccounts accounts;
    private final Ids ids;
    private final Clock clock;

    OidcProviderService(OidcProviders providers, IamAccounts accounts, Ids ids, Clock clock) {
        this.providers = providers;
        this.accounts = accounts;
        this.ids = ids;
        this.clock = clock;
    }

    OidcProviderEntity create(
            IamScope scope, @Nullable String url, List<String> clientIds, List<String> thumbprints, List<Tag> tags) {
        accounts.change(scope);
        String name = name(IamParams.require(url, "url"));
        requireClientIds(clientIds);
        requireThumbprints(thumbprints);
        if (providers.find(scope, name).isPresent()) {
            throw IamErrors.alreadyExists(IamKind.OIDC_PROVIDER, name);
        }
        if (providers.count(scope) >= IamLimits.OIDC_PROVIDERS) {
            throw IamErrors.quota("OpenIdConnectProvidersPerAccount", IamLimits.OIDC_PROVIDERS);
        }
        OidcProviderEntity provider =
                new OidcProviderEntity(scope, IamKind.OIDC_PROVIDER.idPrefix() + ids.upper(17), name, clock.instant());
        provider.clientIds(List.copyOf(new LinkedHashSet<>(clientIds)));
        provider.thumbprints(thumbprints.isEmpty() ? List.of(ofIssuer(name)) : thumbprints);
        IamTags.put(provider, tags);
        return providers.save(provider);
    }

    public OidcProviderEntity require(IamScope scope, @Nullable String arn) {
        String given = IamParams.arn(scope, arn, "openIDConnectProviderArn");
        return byArn(scope, given).orElseThrow(() -> IamErrors.notFound(IamKind.OIDC_PROVIDER, given));
    }

    /** The provider, for a change. */
    public OidcProviderEntity change(IamScope scope, @Nullable String arn) {
        accounts.change(scope);
        return require(scope, arn);
    }

    /** The provider of an issuer, by the URL in its tokens. */
    public Optional<OidcProviderEntity> ofIssuer(IamScope scope, String issuer) {
        String name = issuer.startsWith(SCHEME) ? issuer.substring(SCHEME.length()) : issuer;
        return providers.find(scope, name).filter(provider -> provider.name().equals(name));
    }

    void delete(IamScope scope, @Nullable String arn) {
        accounts.change(scope);
        String given = IamParams.arn(scope, arn, "openIDConnectProviderArn");
        // The text differs from the one of GetOpenIDConnectProvider (recorded from AWS).
        providers.delete(byArn(scope, given).orElseThrow(() -> cannotBeFound(given)));
    }

    /** Adding an id that exists changes nothing (IAM API Reference). */
    void addClientId(IamScope scope, @Nullable String arn, @Nullable String id) {
        OidcProviderEntity provider = change(scope, arn);
        List<String> all = new ArrayList<>(provider.clientIds());
        String added = IamParams.require(id, "clientID");
        if (!all.contains(added)) {
            all.add(added);
            requireClientIds(all);
            provider.clientIds(all);
        }
    }

    /** Removing an id that does not exist changes nothing (IAM API Reference). */
    void removeClientId(IamScope scope, @Nullable String arn, @Nullable String id) {
        OidcProviderEntity provider = change(scope, arn);
        List<String> all = new ArrayList<>(provider.clientIds());
        all.remove(IamParams.require(id, "clientID"));
        provider.clientIds(all);
    }

    void replaceThumbprints(IamScope scope, @Nullable String arn, List<String> thumbprints) {
        OidcProviderEntity provider = change(scope, arn);
        requireThumbprints(thumbprints);
        provider.thumbprints(thumbprints);
    }

    private Optional<OidcProviderEntity> byArn(IamScope scope, String arn) {
        String prefix = scope.arn(IamKind.OIDC_PROVIDER.type() + "/");
        return arn.startsWith(prefix)
                ? providers.find(scope, arn.substring(prefix.length())).filter(found -> found.arn()
                        .equals(arn))
                : Optional.empty();
    }

    private static AwsException cannotBeFound(String arn) {
        return IamErrors.noSuchEntity("OpenId connect Provider " + arn + " cannot be found.");
    }

    private static String name(String url) {
        // Recorded from AWS, without a text.
        if (url.startsWith("http://")) {
            throw IamErrors.invalidInput("");
        }
        if (!URL.matcher(url).matches()) {
            throw IamErrors.validation("Invalid Open ID Connect Provider URL");
        }
        String name = url.substring(SCHEME.length());
        return name.endsWith("/") ? name.substring(0, name.length() - 1) : name;
    }

    private static void requireClientIds(List<String> ids) {
        if (ids.size() > IamLimits.CLIENT_IDS) {
            throw IamErrors.quota("ClientIdsPerOpenIdConnectProvider", IamLimits.CLIENT_IDS);
        }
    }

    private static void requireThumbprints(List<String> thumbprints) {
        for (String print : thumbprints) {
            if (print == null || !THUMBPRINT.matcher(print).matches()) {
                throw IamErrors.constraint(
                        "thumbprintList",
                        "Member must satisfy constraint: [Member must have length less than or equal to 40, Member must have length greater than or equal to 40]");
            }
        }
        if (thumbprints.size() > IamLimits.THUMBPRINTS) {
            throw IamErrors.invalidInput("Thumbprint list must contain fewer than 5 entries.");
        }
    }

    /** AWS reads the thumbprint from the issuer's server. The emulator derives one from the name. */
    private static String ofIssuer(String name) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-1").digest(name.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(digest);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java platform has SHA-1", e);
        }
    }
}
