package io.vpclocal.identity.iam.credential;

import io.vpclocal.identity.iam.IamPages;
import io.vpclocal.identity.iam.IamParams;
import io.vpclocal.identity.iam.IamWire;
import io.vpclocal.identity.iam.certificate.Pem;
import io.vpclocal.identity.iam.user.UserEntity;
import io.vpclocal.identity.iam.user.UserService;
import io.vpclocal.protocol.AwsAction;
import io.vpclocal.protocol.AwsController;
import io.vpclocal.protocol.AwsException;
import io.vpclocal.protocol.AwsService;
import io.vpclocal.protocol.Call;
import java.util.List;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.iam.model.DeleteSigningCertificateRequest;
import software.amazon.awssdk.services.iam.model.DeleteSigningCertificateResponse;
import software.amazon.awssdk.services.iam.model.ListSigningCertificatesRequest;
import software.amazon.awssdk.services.iam.model.ListSigningCertificatesResponse;
import software.amazon.awssdk.services.iam.model.SigningCertificate;
import software.amazon.awssdk.services.iam.model.UpdateSigningCertificateRequest;
import software.amazon.awssdk.services.iam.model.UpdateSigningCertificateResponse;
import software.amazon.awssdk.services.iam.model.UploadSigningCertificateRequest;
import software.amazon.awssdk.services.iam.model.UploadSigningCertificateResponse;

@AwsController(AwsService.IAM)
class SigningCertificateController {

    private static final CredentialKind KIND = CredentialKind.SIGNING_CERTIFICATE;
    private static final String NOT_ROOT = "certificates of the root user";

    private final UserCredentialService credentials;
    private final UserService users;
    private final IamPages pages;

    SigningCertificateController(UserCredentialService credentials, UserService users, IamPages pages) {
        this.credentials = credentials;
        this.users = users;
        this.pages = pages;
    }

    @AwsAction(missing = NOT_ROOT)
    UploadSigningCertificateResponse uploadSigningCertificate(UploadSigningCertificateRequest request, Call call) {
        UserEntity user = credentials.user(call, request.userName());
        String body = IamParams.require(request.certificateBody(), "certificateBody");
        if (body.length() > 16_384 || Pem.certificate(body).isEmpty()) {
            throw new AwsException("MalformedCertificate", "Certificate " + body + " is malformed.");
        }
        if (credentials.of(KIND, user).stream()
                .anyMatch(other -> Pem.certificate(other.body()).equals(Pem.certificate(body)))) {
            // The text is our guess.
            throw new AwsException("DuplicateCertificate", "The certificate is already associated with the user.", 409);
        }
        return UploadSigningCertificateResponse.builder()
                .certificate(toWire(user, credentials.create(KIND, user, body)))
                .build();
    }

    @AwsAction
    ListSigningCertificatesResponse listSigningCertificates(ListSigningCertificatesRequest request, Call call) {
        UserEntity user = users.requireOrCaller(call, request.userName());
        List<UserCredentialEntity> all = user == null ? List.of() : credentials.of(KIND, user);
        IamPages.Slice<UserCredentialEntity> slice = pages.of(
                all,
                UserCredentialEntity::id,
                "ListSigningCertificates\n" + (user == null ? "" : user.id()),
                request.marker(),
                request.maxItems());
        return slice.answer(ListSigningCertificatesResponse.builder()
                .certificates(slice.map(certificate -> toWire(user, certificate))));
    }

    @AwsAction(missing = NOT_ROOT)
    UpdateSigningCertificateResponse updateSigningCertificate(UpdateSigningCertificateRequest request, Call call) {
        credentials.changeStatus(
                KIND,
                credentials.user(call, request.userName()),
                IamParams.require(request.certificateId(), "certificateId"),
                request.statusAsString());
        return UpdateSigningCertificateResponse.builder().build();
    }

    @AwsAction(missing = NOT_ROOT)
    DeleteSigningCertificateResponse deleteSigningCertificate(DeleteSigningCertificateRequest request, Call call) {
        credentials.delete(
                KIND,
                credentials.user(call, request.userName()),
                IamParams.require(request.certificateId(), "certificateId"));
        return DeleteSigningCertificateResponse.builder().build();
    }

    private static SigningCertificate toWire(@Nullable UserEntity user, UserCredentialEntity certificate) {
        return SigningCertificate.builder()
                .userName(user == null ? null : user.name())
                .certificateId(certificate.id())
                .certificateBody(certificate.body())
                .status(certificate.status())
                .uploadDate(IamWire.seconds(certificate.createdAt()))
                .build();
    }
}
