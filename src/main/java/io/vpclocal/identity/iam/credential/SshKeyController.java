package io.vpclocal.identity.iam.credential;

import io.vpclocal.identity.iam.IamPages;
import io.vpclocal.identity.iam.IamParams;
import io.vpclocal.identity.iam.IamWire;
import io.vpclocal.identity.iam.user.UserEntity;
import io.vpclocal.identity.iam.user.UserService;
import io.vpclocal.protocol.AwsAction;
import io.vpclocal.protocol.AwsController;
import io.vpclocal.protocol.AwsException;
import io.vpclocal.protocol.AwsService;
import io.vpclocal.protocol.Call;
import java.security.interfaces.RSAPublicKey;
import java.util.List;
import software.amazon.awssdk.services.iam.model.DeleteSshPublicKeyRequest;
import software.amazon.awssdk.services.iam.model.DeleteSshPublicKeyResponse;
import software.amazon.awssdk.services.iam.model.GetSshPublicKeyRequest;
import software.amazon.awssdk.services.iam.model.GetSshPublicKeyResponse;
import software.amazon.awssdk.services.iam.model.ListSshPublicKeysRequest;
import software.amazon.awssdk.services.iam.model.ListSshPublicKeysResponse;
import software.amazon.awssdk.services.iam.model.SSHPublicKey;
import software.amazon.awssdk.services.iam.model.SSHPublicKeyMetadata;
import software.amazon.awssdk.services.iam.model.UpdateSshPublicKeyRequest;
import software.amazon.awssdk.services.iam.model.UpdateSshPublicKeyResponse;
import software.amazon.awssdk.services.iam.model.UploadSshPublicKeyRequest;
import software.amazon.awssdk.services.iam.model.UploadSshPublicKeyResponse;

@AwsController(AwsService.IAM)
class SshKeyController {

    private static final CredentialKind KIND = CredentialKind.SSH_KEY;

    private final UserCredentialService credentials;
    private final UserService users;
    private final IamPages pages;

    SshKeyController(UserCredentialService credentials, UserService users, IamPages pages) {
        this.credentials = credentials;
        this.users = users;
        this.pages = pages;
    }

    @AwsAction("UploadSSHPublicKey")
    UploadSshPublicKeyResponse uploadSshPublicKey(UploadSshPublicKeyRequest request, Call call) {
        UserEntity user = credentials.user(call, IamParams.require(request.userName(), "userName"));
        String body = IamParams.require(request.sshPublicKeyBody(), "sSHPublicKeyBody");
        String print = SshKeys.fingerprint(SshKeys.parse(body));
        if (credentials.of(KIND, user).stream().anyMatch(other -> SshKeys.fingerprint(SshKeys.parse(other.body()))
                .equals(print))) {
            // The text is our guess.
            throw new AwsException("DuplicateSSHPublicKey", "The SSH public key is already associated with the user.");
        }
        UserCredentialEntity key = credentials.create(KIND, user, body);
        return UploadSshPublicKeyResponse.builder()
                .sshPublicKey(toWire(user, key, body))
                .build();
    }

    @AwsAction("GetSSHPublicKey")
    GetSshPublicKeyResponse getSshPublicKey(GetSshPublicKeyRequest request, Call call) {
        UserEntity user = credentials.user(call, IamParams.require(request.userName(), "userName"));
        UserCredentialEntity key =
                credentials.require(KIND, user, IamParams.require(request.sshPublicKeyId(), "sSHPublicKeyId"));
        RSAPublicKey parsed = SshKeys.parse(key.body());
        String body =
                switch (IamParams.require(request.encodingAsString(), "encoding")) {
                    case "SSH" -> key.body().startsWith("ssh-rsa ") ? key.body() : SshKeys.toSsh(parsed);
                    case "PEM" -> SshKeys.toPem(parsed);
                    default ->
                        throw new AwsException(
                                "UnrecognizedPublicKeyEncoding", "The encoding of a public key is SSH or PEM.");
                };
        return GetSshPublicKeyResponse.builder()
                .sshPublicKey(toWire(user, key, body))
                .build();
    }

    @AwsAction("ListSSHPublicKeys")
    ListSshPublicKeysResponse listSshPublicKeys(ListSshPublicKeysRequest request, Call call) {
        UserEntity user = users.requireOrCaller(call, request.userName());
        List<UserCredentialEntity> all = user == null ? List.of() : credentials.of(KIND, user);
        IamPages.Slice<UserCredentialEntity> slice = pages.of(
                all,
                UserCredentialEntity::id,
                "ListSSHPublicKeys\n" + (user == null ? "" : user.id()),
                request.marker(),
                request.maxItems());
        return slice.answer(
                ListSshPublicKeysResponse.builder().sshPublicKeys(slice.map(key -> SSHPublicKeyMetadata.builder()
                        .userName(user == null ? null : user.name())
                        .sshPublicKeyId(key.id())
                        .status(key.status())
                        .uploadDate(IamWire.seconds(key.createdAt()))
                        .build())));
    }

    @AwsAction("UpdateSSHPublicKey")
    UpdateSshPublicKeyResponse updateSshPublicKey(UpdateSshPublicKeyRequest request, Call call) {
        credentials.changeStatus(
                KIND,
                credentials.user(call, IamParams.require(request.userName(), "userName")),
                IamParams.require(request.sshPublicKeyId(), "sSHPublicKeyId"),
                request.statusAsString());
        return UpdateSshPublicKeyResponse.builder().build();
    }

    @AwsAction("DeleteSSHPublicKey")
    DeleteSshPublicKeyResponse deleteSshPublicKey(DeleteSshPublicKeyRequest request, Call call) {
        credentials.delete(
                KIND,
                credentials.user(call, IamParams.require(request.userName(), "userName")),
                IamParams.require(request.sshPublicKeyId(), "sSHPublicKeyId"));
        return DeleteSshPublicKeyResponse.builder().build();
    }

    private static SSHPublicKey toWire(UserEntity user, UserCredentialEntity key, String body) {
        return SSHPublicKey.builder()
                .userName(user.name())
                .sshPublicKeyId(key.id())
                .fingerprint(SshKeys.fingerprint(SshKeys.parse(key.body())))
                .sshPublicKeyBody(body)
                .status(key.status())
                .uploadDate(IamWire.seconds(key.createdAt()))
                .build();
    }
}
