package io.vpclocal.identity.iam.certificate;

import io.vpclocal.identity.iam.IamKind;
import io.vpclocal.identity.iam.IamPages;
import io.vpclocal.identity.iam.IamParams;
import io.vpclocal.identity.iam.IamScope;
import io.vpclocal.identity.iam.IamTags;
import io.vpclocal.identity.iam.IamWire;
import io.vpclocal.protocol.AwsAction;
import io.vpclocal.protocol.AwsController;
import io.vpclocal.protocol.AwsService;
import io.vpclocal.protocol.Call;
import software.amazon.awssdk.services.iam.model.DeleteServerCertificateRequest;
import software.amazon.awssdk.services.iam.model.DeleteServerCertificateResponse;
import software.amazon.awssdk.services.iam.model.GetServerCertificateRequest;
import software.amazon.awssdk.services.iam.model.GetServerCertificateResponse;
import software.amazon.awssdk.services.iam.model.ListServerCertificatesRequest;
import software.amazon.awssdk.services.iam.model.ListServerCertificatesResponse;
import software.amazon.awssdk.services.iam.model.ServerCertificateMetadata;
import software.amazon.awssdk.services.iam.model.UpdateServerCertificateRequest;
import software.amazon.awssdk.services.iam.model.UpdateServerCertificateResponse;
import software.amazon.awssdk.services.iam.model.UploadServerCertificateRequest;
import software.amazon.awssdk.services.iam.model.UploadServerCertificateResponse;

@AwsController(AwsService.IAM)
class ServerCertificateController {

    private final ServerCertificateService certificates;
    private final ServerCertificates rows;
    private final IamPages pages;

    ServerCertificateController(ServerCertificateService certificates, ServerCertificates rows, IamPages pages) {
        this.certificates = certificates;
        this.rows = rows;
        this.pages = pages;
    }

    @AwsAction
    UploadServerCertificateResponse uploadServerCertificate(UploadServerCertificateRequest request, Call call) {
        String chain = request.certificateChain();
        ServerCertificateEntity certificate = certificates.upload(
                IamScope.of(call.scope()),
                new ServerCertificateService.Upload(
                        IamParams.path(request.path()),
                        IamParams.newName(IamKind.SERVER_CERTIFICATE, request.serverCertificateName()),
                        // Without white space at the ends, as the Terraform provider expects.
                        IamParams.require(request.certificateBody(), "certificateBody")
                                .strip(),
                        IamParams.require(request.privateKey(), "privateKey"),
                        chain == null ? null : chain.strip(),
                        request.tags()));
        return UploadServerCertificateResponse.builder()
                .serverCertificateMetadata(metadata(certificate))
                .tags(IamWire.tags(certificate))
                .build();
    }

    @AwsAction
    GetServerCertificateResponse getServerCertificate(GetServerCertificateRequest request, Call call) {
        ServerCertificateEntity found =
                certificates.require(IamScope.of(call.scope()), request.serverCertificateName());
        return GetServerCertificateResponse.builder()
                .serverCertificate(certificate -> certificate
                        .serverCertificateMetadata(metadata(found))
                        .certificateBody(found.body())
                        .certificateChain(found.chain())
                        .tags(IamTags.toWire(found.tags())))
                .build();
    }

    @AwsAction
    ListServerCertificatesResponse listServerCertificates(ListServerCertificatesRequest request, Call call) {
        IamPages.Slice<ServerCertificateEntity> slice = pages.named(
                rows,
                "ListServerCertificates",
                IamScope.of(call.scope()),
                request.pathPrefix(),
                request.marker(),
                request.maxItems());
        return slice.answer(ListServerCertificatesResponse.builder()
                .serverCertificateMetadataList(slice.map(ServerCertificateController::metadata)));
    }

    @AwsAction
    UpdateServerCertificateResponse updateServerCertificate(UpdateServerCertificateRequest request, Call call) {
        certificates.rename(
                IamScope.of(call.scope()),
                request.serverCertificateName(),
                request.newPath() == null ? null : IamParams.path(request.newPath()),
                request.newServerCertificateName() == null
                        ? null
                        : IamParams.newName(IamKind.SERVER_CERTIFICATE, request.newServerCertificateName()));
        return UpdateServerCertificateResponse.builder().build();
    }

    @AwsAction
    DeleteServerCertificateResponse deleteServerCertificate(DeleteServerCertificateRequest request, Call call) {
        certificates.delete(IamScope.of(call.scope()), request.serverCertificateName());
        return DeleteServerCertificateResponse.builder().build();
    }

    private static ServerCertificateMetadata metadata(ServerCertificateEntity certificate) {
        return ServerCertificateMetadata.builder()
                .path(certificate.path())
                .serverCertificateName(certificate.name())
                .serverCertificateId(certificate.id())
                .arn(certificate.arn())
                .uploadDate(IamWire.seconds(certificate.createdAt()))
                .expiration(IamWire.seconds(certificate.expiresAt()))
                .build();
    }
}
