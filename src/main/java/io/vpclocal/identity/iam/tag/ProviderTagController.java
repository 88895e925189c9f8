package io.vpclocal.identity.iam.tag;

import io.vpclocal.identity.iam.IamKind;
import io.vpclocal.identity.iam.IamPages;
import io.vpclocal.protocol.AwsAction;
import io.vpclocal.protocol.AwsController;
import io.vpclocal.protocol.AwsService;
import io.vpclocal.protocol.Call;
import software.amazon.awssdk.services.iam.model.ListMfaDeviceTagsRequest;
import software.amazon.awssdk.services.iam.model.ListMfaDeviceTagsResponse;
import software.amazon.awssdk.services.iam.model.ListOpenIdConnectProviderTagsRequest;
import software.amazon.awssdk.services.iam.model.ListOpenIdConnectProviderTagsResponse;
import software.amazon.awssdk.services.iam.model.ListSamlProviderTagsRequest;
import software.amazon.awssdk.services.iam.model.ListSamlProviderTagsResponse;
import software.amazon.awssdk.services.iam.model.ListServerCertificateTagsRequest;
import software.amazon.awssdk.services.iam.model.ListServerCertificateTagsResponse;
import software.amazon.awssdk.services.iam.model.Tag;
import software.amazon.awssdk.services.iam.model.TagMfaDeviceRequest;
import software.amazon.awssdk.services.iam.model.TagMfaDeviceResponse;
import software.amazon.awssdk.services.iam.model.TagOpenIdConnectProviderRequest;
import software.amazon.awssdk.services.iam.model.TagOpenIdConnectProviderResponse;
import software.amazon.awssdk.services.iam.model.TagSamlProviderRequest;
import software.amazon.awssdk.services.iam.model.TagSamlProviderResponse;
import software.amazon.awssdk.services.iam.model.TagServerCertificateRequest;
import software.amazon.awssdk.services.iam.model.TagServerCertificateResponse;
import software.amazon.awssdk.services.iam.model.UntagMfaDeviceRequest;
import software.amazon.awssdk.services.iam.model.UntagMfaDeviceResponse;
import software.amazon.awssdk.services.iam.model.UntagOpenIdConnectProviderRequest;
import software.amazon.awssdk.services.iam.model.UntagOpenIdConnectProviderResponse;
import software.amazon.awssdk.services.iam.model.UntagSamlProviderRequest;
import software.amazon.awssdk.services.iam.model.UntagSamlProviderResponse;
import software.amazon.awssdk.services.iam.model.UntagServerCertificateRequest;
import software.amazon.awssdk.services.iam.model.UntagServerCertificateResponse;

/** Tags of identity providers, server certificates and MFA devices. */
@AwsController(AwsService.IAM)
class ProviderTagController {

    private final IamTagService taggables;

    ProviderTagController(IamTagService taggables) {
        this.taggables = taggables;
    }

    @AwsAction("TagOpenIDConnectProvider")
    TagOpenIdConnectProviderResponse tagOpenIdConnectProvider(TagOpenIdConnectProviderRequest request, Call call) {
        taggables.tag(IamKind.OIDC_PROVIDER, call, request.openIDConnectProviderArn(), request.tags());
        return TagOpenIdConnectProviderResponse.builder().build();
    }

    @AwsAction("UntagOpenIDConnectProvider")
    UntagOpenIdConnectProviderResponse untagOpenIdConnectProvider(
            UntagOpenIdConnectProviderRequest request, Call call) {
        taggables.untag(IamKind.OIDC_PROVIDER, call, request.openIDConnectProviderArn(), request.tagKeys());
        return UntagOpenIdConnectProviderResponse.builder().build();
    }

    @AwsAction("ListOpenIDConnectProviderTags")
    ListOpenIdConnectProviderTagsResponse listOpenIdConnectProviderTags(
            ListOpenIdConnectProviderTagsRequest request, Call call) {
        IamPages.Slice<Tag> slice = taggables.list(
                IamKind.OIDC_PROVIDER, call, request.openIDConnectProviderArn(), request.marker(), request.maxItems());
        return slice.answer(ListOpenIdConnectProviderTagsResponse.builder().tags(slice.items()));
    }

    @AwsAction("TagSAMLProvider")
    TagSamlProviderResponse tagSamlProvider(TagSamlProviderRequest request, Call call) {
        taggables.tag(IamKind.SAML_PROVIDER, call, request.samlProviderArn(), request.tags());
        return TagSamlProviderResponse.builder().build();
    }

    @AwsAction("UntagSAMLProvider")
    UntagSamlProviderResponse untagSamlProvider(UntagSamlProviderRequest request, Call call) {
        taggables.untag(IamKind.SAML_PROVIDER, call, request.samlProviderArn(), request.tagKeys());
        return UntagSamlProviderResponse.builder().build();
    }

    @AwsAction("ListSAMLProviderTags")
    ListSamlProviderTagsResponse listSamlProviderTags(ListSamlProviderTagsRequest request, Call call) {
        IamPages.Slice<Tag> slice = taggables.list(
                IamKind.SAML_PROVIDER, call, request.samlProviderArn(), request.marker(), request.maxItems());
        return slice.answer(ListSamlProviderTagsResponse.builder().tags(slice.items()));
    }

    @AwsAction
    TagServerCertificateResponse tagServerCertificate(TagServerCertificateRequest request, Call call) {
        taggables.tag(IamKind.SERVER_CERTIFICATE, call, request.serverCertificateName(), request.tags());
        return TagServerCertificateResponse.builder().build();
    }

    @AwsAction
    UntagServerCertificateResponse untagServerCertificate(UntagServerCertificateRequest request, Call call) {
        taggables.untag(IamKind.SERVER_CERTIFICATE, call, request.serverCertificateName(), request.tagKeys());
        return UntagServerCertificateResponse.builder().build();
    }

    @AwsAction
    ListServerCertificateTagsResponse listServerCertificateTags(ListServerCertificateTagsRequest request, Call call) {
        IamPages.Slice<Tag> slice = taggables.list(
                IamKind.SERVER_CERTIFICATE,
                call,
                request.serverCertificateName(),
                request.marker(),
                request.maxItems());
        return slice.answer(ListServerCertificateTagsResponse.builder().tags(slice.items()));
    }

    @AwsAction("TagMFADevice")
    TagMfaDeviceResponse tagMfaDevice(TagMfaDeviceRequest request, Call call) {
        taggables.tag(IamKind.MFA_DEVICE, call, request.serialNumber(), request.tags());
        return TagMfaDeviceResponse.builder().build();
    }

    @AwsAction("UntagMFADevice")
    UntagMfaDeviceResponse untagMfaDevice(UntagMfaDeviceRequest request, Call call) {
        taggables.untag(IamKind.MFA_DEVICE, call, request.serialNumber(), request.tagKeys());
        return UntagMfaDeviceResponse.builder().build();
    }

    @AwsAction("ListMFADeviceTags")
    ListMfaDeviceTagsResponse listMfaDeviceTags(ListMfaDeviceTagsRequest request, Call call) {
        IamPages.Slice<Tag> slice =
                taggables.list(IamKind.MFA_DEVICE, call, request.serialNumber(), request.marker(), request.maxItems());
        return slice.answer(ListMfaDeviceTagsResponse.builder().tags(slice.items()));
    }
}
