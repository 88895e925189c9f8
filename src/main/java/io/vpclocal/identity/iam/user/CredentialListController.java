package io.vpclocal.identity.iam.user;

import io.vpclocal.identity.iam.IamErrors;
import io.vpclocal.protocol.AwsAction;
import io.vpclocal.protocol.AwsController;
import io.vpclocal.protocol.AwsException;
import io.vpclocal.protocol.AwsService;
import io.vpclocal.protocol.Call;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.iam.model.DeleteLoginProfileRequest;
import software.amazon.awssdk.services.iam.model.DeleteLoginProfileResponse;
import software.amazon.awssdk.services.iam.model.GetLoginProfileRequest;
import software.amazon.awssdk.services.iam.model.GetLoginProfileResponse;
import software.amazon.awssdk.services.iam.model.ListServiceSpecificCredentialsRequest;
import software.amazon.awssdk.services.iam.model.ListServiceSpecificCredentialsResponse;
import software.amazon.awssdk.services.iam.model.ListSigningCertificatesRequest;
import software.amazon.awssdk.services.iam.model.ListSigningCertificatesResponse;
import software.amazon.awssdk.services.iam.model.ListSshPublicKeysRequest;
import software.amazon.awssdk.services.iam.model.ListSshPublicKeysResponse;

/** Lists credentials that are not emulated. The lists are empty. Terraform calls them before it deletes a user. */
@AwsController(AwsService.IAM)
class CredentialListController {

    private static final String NONE = "creating these credentials: the list is always empty";

    private final UserService users;

    CredentialListController(UserService users) {
        this.users = users;
    }

    @AwsAction(value = "ListSSHPublicKeys", missing = NONE)
    ListSshPublicKeysResponse listSshPublicKeys(ListSshPublicKeysRequest request, Call call) {
        users.requireOrCaller(call, request.userName());
        return ListSshPublicKeysResponse.builder().isTruncated(false).build();
    }

    @AwsAction(missing = NONE)
    ListSigningCertificatesResponse listSigningCertificates(ListSigningCertificatesRequest request, Call call) {
        users.requireOrCaller(call, request.userName());
        return ListSigningCertificatesResponse.builder().isTruncated(false).build();
    }

    @AwsAction(missing = NONE)
    ListServiceSpecificCredentialsResponse listServiceSpecificCredentials(
            ListServiceSpecificCredentialsRequest request, Call call) {
        users.requireOrCaller(call, request.userName());
        return ListServiceSpecificCredentialsResponse.builder()
                .isTruncated(false)
                .build();
    }

    @AwsAction(missing = NONE)
    GetLoginProfileResponse getLoginProfile(GetLoginProfileRequest request, Call call) {
        throw noLoginProfile(call, request.userName());
    }

    @AwsAction(missing = NONE)
    DeleteLoginProfileResponse deleteLoginProfile(DeleteLoginProfileRequest request, Call call) {
        throw noLoginProfile(call, request.userName());
    }

    private AwsException noLoginProfile(Call call, @Nullable String userName) {
        UserEntity user = users.requireOrCaller(call, userName);
        return IamErrors.loginProfileNotFound(user == null ? call.caller().account() : user.name());
    }
}
