package io.vpclocal.identity.iam.provider;

import io.vpclocal.identity.iam.IamScope;
import io.vpclocal.identity.iam.IamTags;
import io.vpclocal.identity.iam.IamWire;
import io.vpclocal.protocol.AwsAction;
import io.vpclocal.protocol.AwsController;
import io.vpclocal.protocol.AwsService;
import io.vpclocal.protocol.Call;
import software.amazon.awssdk.services.iam.model.AddClientIdToOpenIdConnectProviderRequest;
import software.amazon.awssdk.services.iam.model.AddClientIdToOpenIdConnectProviderResponse;
import software.amazon.awssdk.services.iam.model.CreateOpenIdConnectProviderRequest;
import software.amazon.awssdk.services.iam.model.CreateOpenIdConnectProviderResponse;
import software.amazon.awssdk.services.iam.model.DeleteOpenIdConnectProviderRequest;
import software.amazon.awssdk.services.iam.model.DeleteOpenIdConnectProviderResponse;
import software.amazon.awssdk.services.iam.model.GetOpenIdConnectProviderRequest;
import software.amazon.awssdk.services.iam.model.GetOpenIdConnectProviderResponse;
import software.amazon.awssdk.services.iam.model.ListOpenIdConnectProvidersRequest;
import software.amazon.awssdk.services.iam.model.ListOpenIdConnectProvidersResponse;
import software.amazon.awssdk.services.iam.model.OpenIDConnectProviderListEntry;
import software.amazon.awssdk.services.iam.model.RemoveClientIdFromOpenIdConnectProviderRequest;
import software.amazon.awssdk.services.iam.model.RemoveClientIdFromOpenIdConnectProviderResponse;
import software.amazon.awssdk.services.iam.model.UpdateOpenIdConnectProviderThumbprintRequest;
import software.amazon.awssdk.services.iam.model.UpdateOpenIdConnectProviderThumbprintResponse;

@AwsController(AwsService.IAM)
class OidcProviderController {

    private final OidcProviderService providers;
    private final OidcProviders rows;

    OidcProviderController(OidcProviderService providers, OidcProviders rows) {
        this.providers = providers;
        this.rows = rows;
    }

    @AwsAction("CreateOpenIDConnectProvider")
    CreateOpenIdConnectProviderResponse createOpenIdConnectProvider(
            CreateOpenIdConnectProviderRequest request, Call call) {
        OidcProviderEntity provider = providers.create(
                IamScope.of(call.scope()),
                request.url(),
                request.clientIDList(),
                request.thumbprintList(),
                request.tags());
        return CreateOpenIdConnectProviderResponse.builder()
                .openIDConnectProviderArn(provider.arn())
                .tags(IamWire.tags(provider))
                .build();
    }

    @AwsAction("GetOpenIDConnectProvider")
    GetOpenIdConnectProviderResponse getOpenIdConnectProvider(GetOpenIdConnectProviderRequest request, Call call) {
        OidcProviderEntity provider = providers.require(IamScope.of(call.scope()), request.openIDConnectProviderArn());
        return GetOpenIdConnectProviderResponse.builder()
                .url(provider.name())
                .clientIDList(provider.clientIds())
                .thumbprintList(provider.thumbprints())
                .createDate(provider.createdAt())
                .tags(IamTags.toWire(provider.tags()))
                .build();
    }

    @AwsAction("ListOpenIDConnectProviders")
    ListOpenIdConnectProvidersResponse listOpenIdConnectProviders(
            ListOpenIdConnectProvidersRequest request, Call call) {
        return ListOpenIdConnectProvidersResponse.builder()
                .openIDConnectProviderList(rows.all(IamScope.of(call.scope())).stream()
                        .map(provider -> OpenIDConnectProviderListEntry.builder()
                                .arn(provider.arn())
                                .build())
                        .toList())
                .build();
    }

    @AwsAction("DeleteOpenIDConnectProvider")
    DeleteOpenIdConnectProviderResponse deleteOpenIdConnectProvider(
            DeleteOpenIdConnectProviderRequest request, Call call) {
        providers.delete(IamScope.of(call.scope()), request.openIDConnectProviderArn());
        return DeleteOpenIdConnectProviderResponse.builder().build();
    }

    @AwsAction("UpdateOpenIDConnectProviderThumbprint")
    UpdateOpenIdConnectProviderThumbprintResponse updateOpenIdConnectProviderThumbprint(
            UpdateOpenIdConnectProviderThumbprintRequest request, Call call) {
        providers.replaceThumbprints(
                IamScope.of(call.scope()), request.openIDConnectProviderArn(), request.thumbprintList());
        return UpdateOpenIdConnectProviderThumbprintResponse.builder().build();
    }

    @AwsAction("AddClientIDToOpenIDConnectProvider")
    AddClientIdToOpenIdConnectProviderResponse addClientIdToOpenIdConnectProvider(
            AddClientIdToOpenIdConnectProviderRequest request, Call call) {
        providers.addClientId(IamScope.of(call.scope()), request.openIDConnectProviderArn(), request.clientID());
        return AddClientIdToOpenIdConnectProviderResponse.builder().build();
    }

    @AwsAction("RemoveClientIDFromOpenIDConnectProvider")
    RemoveClientIdFromOpenIdConnectProviderResponse removeClientIdFromOpenIdConnectProvider(
            RemoveClientIdFromOpenIdConnectProviderRequest request, Call call) {
        providers.removeClientId(IamScope.of(call.scope()), request.openIDConnectProviderArn(), request.clientID());
        return RemoveClientIdFromOpenIdConnectProviderResponse.builder().build();
    }
}
