package io.vpclocal.identity.iam.user;

import io.vpclocal.identity.iam.IamKind;
import io.vpclocal.identity.iam.IamPages;
import io.vpclocal.identity.iam.IamParams;
import io.vpclocal.identity.iam.IamScope;
import io.vpclocal.protocol.AwsAction;
import io.vpclocal.protocol.AwsController;
import io.vpclocal.protocol.AwsService;
import io.vpclocal.protocol.Call;
import java.time.Instant;
import software.amazon.awssdk.services.iam.model.CreateUserRequest;
import software.amazon.awssdk.services.iam.model.CreateUserResponse;
import software.amazon.awssdk.services.iam.model.DeleteUserRequest;
import software.amazon.awssdk.services.iam.model.DeleteUserResponse;
import software.amazon.awssdk.services.iam.model.GetUserRequest;
import software.amazon.awssdk.services.iam.model.GetUserResponse;
import software.amazon.awssdk.services.iam.model.ListUsersRequest;
import software.amazon.awssdk.services.iam.model.ListUsersResponse;
import software.amazon.awssdk.services.iam.model.UpdateUserRequest;
import software.amazon.awssdk.services.iam.model.UpdateUserResponse;
import software.amazon.awssdk.services.iam.model.User;

@AwsController(AwsService.IAM)
class UserController {

    private final UserService users;
    private final Users rows;
    private final IamPages pages;

    UserController(UserService users, Users rows, IamPages pages) {
        this.users = users;
        this.rows = rows;
        this.pages = pages;
    }

    @AwsAction
    CreateUserResponse createUser(CreateUserRequest request, Call call) {
        UserEntity user = users.create(
                IamScope.of(call.scope()),
                IamParams.path(request.path()),
                IamParams.newName(IamKind.USER, request.userName()),
                request.permissionsBoundary(),
                request.tags());
        return CreateUserResponse.builder().user(UserWire.userInFull(user)).build();
    }

    @AwsAction
    GetUserResponse getUser(GetUserRequest request, Call call) {
        UserEntity user = users.requireOrCaller(call, request.userName());
        return GetUserResponse.builder()
                .user(user == null ? root(call) : UserWire.userInFull(user))
                .build();
    }

    @AwsAction
    ListUsersResponse listUsers(ListUsersRequest request, Call call) {
        IamPages.Slice<UserEntity> slice = pages.named(
                rows,
                "ListUsers",
                IamScope.of(call.scope()),
                request.pathPrefix(),
                request.marker(),
                request.maxItems());
        return slice.answer(ListUsersResponse.builder().users(slice.map(UserWire::user)));
    }

    @AwsAction
    UpdateUserResponse updateUser(UpdateUserRequest request, Call call) {
        users.rename(
                IamScope.of(call.scope()),
                request.userName(),
                request.newPath() == null ? null : IamParams.path(request.newPath()),
                request.newUserName() == null ? null : IamParams.newName(IamKind.USER, request.newUserName()));
        return UpdateUserResponse.builder().build();
    }

    @AwsAction
    DeleteUserResponse deleteUser(DeleteUserRequest request, Call call) {
        users.delete(IamScope.of(call.scope()), request.userName());
        return DeleteUserResponse.builder().build();
    }

    /** The root user has no name and no path. */
    private static User root(Call call) {
        return User.builder()
                .userId(call.caller().userId())
                .arn(call.caller().arn())
                .createDate(Instant.EPOCH)
                .build();
    }
}
