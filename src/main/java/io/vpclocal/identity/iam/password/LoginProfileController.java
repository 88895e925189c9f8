package io.vpclocal.identity.iam.password;

import io.vpclocal.identity.iam.IamWire;
import io.vpclocal.identity.iam.user.UserEntity;
import io.vpclocal.protocol.AwsAction;
import io.vpclocal.protocol.AwsController;
import io.vpclocal.protocol.AwsService;
import io.vpclocal.protocol.Call;
import software.amazon.awssdk.services.iam.model.ChangePasswordRequest;
import software.amazon.awssdk.services.iam.model.ChangePasswordResponse;
import software.amazon.awssdk.services.iam.model.CreateLoginProfileRequest;
import software.amazon.awssdk.services.iam.model.CreateLoginProfileResponse;
import software.amazon.awssdk.services.iam.model.DeleteLoginProfileRequest;
import software.amazon.awssdk.services.iam.model.DeleteLoginProfileResponse;
import software.amazon.awssdk.services.iam.model.GetLoginProfileRequest;
import software.amazon.awssdk.services.iam.model.GetLoginProfileResponse;
import software.amazon.awssdk.services.iam.model.LoginProfile;
import software.amazon.awssdk.services.iam.model.UpdateLoginProfileRequest;
import software.amazon.awssdk.services.iam.model.UpdateLoginProfileResponse;

@AwsController(AwsService.IAM)
class LoginProfileController {

    private final LoginProfileService profiles;

    LoginProfileController(LoginProfileService profiles) {
        this.profiles = profiles;
    }

    @AwsAction
    CreateLoginProfileResponse createLoginProfile(CreateLoginProfileRequest request, Call call) {
        UserEntity user = profiles.user(call, request.userName());
        LoginProfileEntity profile =
                profiles.create(user, request.password(), Boolean.TRUE.equals(request.passwordResetRequired()));
        return CreateLoginProfileResponse.builder()
                .loginProfile(toWire(user, profile))
                .build();
    }

    @AwsAction
    GetLoginProfileResponse getLoginProfile(GetLoginProfileRequest request, Call call) {
        UserEntity user = profiles.user(call, request.userName());
        return GetLoginProfileResponse.builder()
                .loginProfile(toWire(user, profiles.require(user)))
                .build();
    }

    @AwsAction
    UpdateLoginProfileResponse updateLoginProfile(UpdateLoginProfileRequest request, Call call) {
        profiles.update(profiles.user(call, request.userName()), request.password(), request.passwordResetRequired());
        return UpdateLoginProfileResponse.builder().build();
    }

    @AwsAction
    DeleteLoginProfileResponse deleteLoginProfile(DeleteLoginProfileRequest request, Call call) {
        profiles.delete(profiles.user(call, request.userName()));
        return DeleteLoginProfileResponse.builder().build();
    }

    @AwsAction
    ChangePasswordResponse changePassword(ChangePasswordRequest request, Call call) {
        profiles.change(profiles.user(call, null), request.oldPassword(), request.newPassword());
        return ChangePasswordResponse.builder().build();
    }

    private static LoginProfile toWire(UserEntity user, LoginProfileEntity profile) {
        return LoginProfile.builder()
                .userName(user.name())
                .createDate(IamWire.seconds(profile.createdAt()))
                .passwordResetRequired(profile.resetRequired())
                .build();
    }
}
