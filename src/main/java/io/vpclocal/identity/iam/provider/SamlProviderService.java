package io.vpclocal.identity.iam.provider;

import io.vpclocal.identity.iam.IamAccounts;
import io.vpclocal.identity.iam.IamErrors;
import io.vpclocal.identity.iam.IamKind;
import io.vpclocal.identity.iam.IamLimits;
import io.vpclocal.identity.iam.IamParams;
import io.vpclocal.identity.iam.IamScope;
import io.vpclocal.identity.iam.IamTags;
import io.vpclocal.protocol.CommonErrors;
import io.vpclocal.protocol.Ids;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import software.amazon.awssdk.services.iam.model.Tag;

/** The rules of SAML providers. */
@Service
public class SamlProviderService {

    /** Metadata without an end is valid this long. */
    private static final int YEARS = 100;

    private final SamlProviders providers;
    private final IamAccounts accounts;
    private final Ids ids;
    private final Clock clock;

    SamlProviderService(SamlProviders providers, IamAccounts accounts, Ids ids, Clock clock) {
        this.providers = providers;
        this.accounts = accounts;
        this.ids = ids;
        this.clock = clock;
    }

    SamlProviderEntity create(IamScope scope, @Nullable String name, @Nullable String metadata, List<Tag> tags) {
        accounts.change(scope);
        String document = IamParams.require(metadata, "sAMLMetadataDocument");
        String given = IamParams.require(name, "name");
        Instant end = end(document);
        if (providers.find(scope, given).isPresent()) {
            throw IamErrors.alreadyExists(IamKind.SAML_PROVIDER, given);
        }
        if (providers.count(scope) >= IamLimits.SAML_PROVIDERS) {
            throw IamErrors.quota("SAMLProvidersPerAccount", IamLimits.SAML_PROVIDERS);
        }
        SamlProviderEntity provider = new SamlProviderEntity(
                scope, IamKind.SAML_PROVIDER.idPrefix() + ids.upper(17), given, clock.instant(), document, end);
        IamTags.put(provider, tags);
        return providers.save(provider);
    }

    public SamlProviderEntity require(IamScope scope, @Nullable String arn) {
        String given = IamParams.arn(scope, arn, "sAMLProviderArn");
        return find(scope, given).orElseThrow(() -> IamErrors.notFound(IamKind.SAML_PROVIDER, given));
    }

    /** The provider, for a change. */
    public SamlProviderEntity change(IamScope scope, @Nullable String arn) {
        accounts.change(scope);
        return require(scope, arn);
    }

    public Optional<SamlProviderEntity> find(IamScope scope, String arn) {
        return providers.find(scope, arn.substring(arn.lastIndexOf('/') + 1)).filter(found -> found.arn()
                .equals(arn));
    }

    SamlProviderEntity update(
            IamScope scope, @Nullable String arn, @Nullable String metadata, @Nullable String encryptionMode) {
        SamlProviderEntity provider = change(scope, arn);
        requireEncryptionAllowed(encryptionMode);
        if (metadata != null) {
            provider.replaceMetadata(metadata, end(metadata));
        }
        return provider;
    }

    void delete(IamScope scope, @Nullable String arn) {
        providers.delete(change(scope, arn));
    }

    /** Encrypted assertions need private keys, which are not emulated. */
    static void requireEncryptionAllowed(@Nullable String mode) {
        if (mode != null && !mode.equals("Allowed")) {
            throw CommonErrors.notHere("encrypted SAML assertions");
        }
    }

    private Instant end(String document) {
        if (document.length() > SamlProviderEntity.LONGEST_METADATA) {
            throw IamErrors.quota("SAMLMetadataDocumentSize", SamlProviderEntity.LONGEST_METADATA);
        }
        SamlMetadata metadata =
                SamlMetadata.parse(document).orElseThrow(() -> IamErrors.invalidInput("Could not parse metadata"));
        return Objects.requireNonNullElseGet(
                metadata.validUntil(),
                () -> clock.instant().atOffset(ZoneOffset.UTC).plusYears(YEARS).toInstant());
    }
}
