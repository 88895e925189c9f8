package io.vpclocal.identity.iam.provider;

import io.vpclocal.identity.iam.IamScope;
import io.vpclocal.identity.iam.IamTags;
import io.vpclocal.identity.iam.IamWire;
import io.vpclocal.protocol.AwsAction;
import io.vpclocal.protocol.AwsController;
import io.vpclocal.protocol.AwsService;
import io.vpclocal.protocol.Call;
import io.vpclocal.protocol.CommonErrors;
import java.util.List;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.iam.model.CreateSamlProviderRequest;
import software.amazon.awssdk.services.iam.model.CreateSamlProviderResponse;
import software.amazon.awssdk.services.iam.model.DeleteSamlProviderRequest;
import software.amazon.awssdk.services.iam.model.DeleteSamlProviderResponse;
import software.amazon.awssdk.services.iam.model.GetSamlProviderRequest;
import software.amazon.awssdk.services.iam.model.GetSamlProviderResponse;
import software.amazon.awssdk.services.iam.model.ListSamlProvidersRequest;
import software.amazon.awssdk.services.iam.model.ListSamlProvidersResponse;
import software.amazon.awssdk.services.iam.model.SAMLPrivateKey;
import software.amazon.awssdk.services.iam.model.SAMLProviderListEntry;
import software.amazon.awssdk.services.iam.model.UpdateSamlProviderRequest;
import software.amazon.awssdk.services.iam.model.UpdateSamlProviderResponse;

@AwsController(AwsService.IAM)
class SamlProviderController {

    private static final String NO_ENCRYPTION = "private keys and encrypted assertions";

    private final SamlProviderService providers;
    private final SamlProviders rows;

    SamlProviderController(SamlProviderService providers, SamlProviders rows) {
        this.providers = providers;
        this.rows = rows;
    }

    @AwsAction(value = "CreateSAMLProvider", missing = NO_ENCRYPTION)
    CreateSamlProviderResponse createSamlProvider(CreateSamlProviderRequest request, Call call) {
        requireNoKeys(request.assertionEncryptionModeAsString(), request.addPrivateKey());
        SamlProviderEntity provider = providers.create(
                IamScope.of(call.scope()), request.name(), request.samlMetadataDocument(), request.tags());
        return CreateSamlProviderResponse.builder()
                .samlProviderArn(provider.arn())
                .tags(IamWire.tags(provider))
                .build();
    }

    @AwsAction("GetSAMLProvider")
    GetSamlProviderResponse getSamlProvider(GetSamlProviderRequest request, Call call) {
        SamlProviderEntity provider = providers.require(IamScope.of(call.scope()), request.samlProviderArn());
        return GetSamlProviderResponse.builder()
                .samlProviderUUID(provider.id())
                .samlMetadataDocument(provider.metadata())
                .createDate(provider.createdAt())
                .validUntil(provider.validUntil())
                .tags(IamTags.toWire(provider.tags()))
                .assertionEncryptionMode(provider.encryptionMode())
                .privateKeyList(List.<SAMLPrivateKey>of())
                .build();
    }

    @AwsAction("ListSAMLProviders")
    ListSamlProvidersResponse listSamlProviders(ListSamlProvidersRequest request, Call call) {
        return ListSamlProvidersResponse.builder()
                .samlProviderList(rows.all(IamScope.of(call.scope())).stream()
                        .map(provider -> SAMLProviderListEntry.builder()
                                .arn(provider.arn())
                                .createDate(provider.createdAt())
                                .validUntil(provider.validUntil())
                                .build())
                        .toList())
                .build();
    }

    @AwsAction(value = "UpdateSAMLProvider", missing = NO_ENCRYPTION)
    UpdateSamlProviderResponse updateSamlProvider(UpdateSamlProviderRequest request, Call call) {
        requireNoKeys(request.assertionEncryptionModeAsString(), request.addPrivateKey());
        requireNoKeys(null, request.removePrivateKey());
        SamlProviderEntity provider = providers.update(
                IamScope.of(call.scope()),
                request.samlProviderArn(),
                request.samlMetadataDocument(),
                request.assertionEncryptionModeAsString());
        return UpdateSamlProviderResponse.builder()
                .samlProviderArn(provider.arn())
                .build();
    }

    @AwsAction("DeleteSAMLProvider")
    DeleteSamlProviderResponse deleteSamlProvider(DeleteSamlProviderRequest request, Call call) {
        providers.delete(IamScope.of(call.scope()), request.samlProviderArn());
        return DeleteSamlProviderResponse.builder().build();
    }

    private static void requireNoKeys(@Nullable String encryptionMode, @Nullable String privateKey) {
        SamlProviderService.requireEncryptionAllowed(encryptionMode);
        if (privateKey != null) {
            throw CommonErrors.notHere("private keys of SAML providers");
        }
    }
}
