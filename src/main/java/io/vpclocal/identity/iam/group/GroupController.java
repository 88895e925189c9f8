package io.vpclocal.identity.iam.group;

import io.vpclocal.identity.iam.IamEntity;
import io.vpclocal.identity.iam.IamKind;
import io.vpclocal.identity.iam.IamPages;
import io.vpclocal.identity.iam.IamParams;
import io.vpclocal.identity.iam.IamScope;
import io.vpclocal.identity.iam.user.UserEntity;
import io.vpclocal.identity.iam.user.UserService;
import io.vpclocal.identity.iam.user.UserWire;
import io.vpclocal.identity.iam.user.Users;
import io.vpclocal.protocol.AwsAction;
import io.vpclocal.protocol.AwsController;
import io.vpclocal.protocol.AwsService;
import io.vpclocal.protocol.Call;
import software.amazon.awssdk.services.iam.model.AddUserToGroupRequest;
import software.amazon.awssdk.services.iam.model.AddUserToGroupResponse;
import software.amazon.awssdk.services.iam.model.CreateGroupRequest;
import software.amazon.awssdk.services.iam.model.CreateGroupResponse;
import software.amazon.awssdk.services.iam.model.DeleteGroupRequest;
import software.amazon.awssdk.services.iam.model.DeleteGroupResponse;
import software.amazon.awssdk.services.iam.model.GetGroupRequest;
import software.amazon.awssdk.services.iam.model.GetGroupResponse;
import software.amazon.awssdk.services.iam.model.ListGroupsForUserRequest;
import software.amazon.awssdk.services.iam.model.ListGroupsForUserResponse;
import software.amazon.awssdk.services.iam.model.ListGroupsRequest;
import software.amazon.awssdk.services.iam.model.ListGroupsResponse;
import software.amazon.awssdk.services.iam.model.RemoveUserFromGroupRequest;
import software.amazon.awssdk.services.iam.model.RemoveUserFromGroupResponse;
import software.amazon.awssdk.services.iam.model.UpdateGroupRequest;
import software.amazon.awssdk.services.iam.model.UpdateGroupResponse;

@AwsController(AwsService.IAM)
class GroupController {

    private final GroupService groups;
    private final UserService users;
    private final Groups rows;
    private final Users userRows;
    private final IamPages pages;

    GroupController(GroupService groups, UserService users, Groups rows, Users userRows, IamPages pages) {
        this.groups = groups;
        this.users = users;
        this.rows = rows;
        this.userRows = userRows;
        this.pages = pages;
    }

    @AwsAction
    CreateGroupResponse createGroup(CreateGroupRequest request, Call call) {
        GroupEntity group = groups.create(
                IamScope.of(call.scope()),
                IamParams.path(request.path()),
                IamParams.newName(IamKind.GROUP, request.groupName()));
        return CreateGroupResponse.builder().group(GroupWire.group(group)).build();
    }

    @AwsAction
    GetGroupResponse getGroup(GetGroupRequest request, Call call) {
        GroupEntity group = groups.require(IamScope.of(call.scope()), request.groupName());
        IamPages.Slice<UserEntity> slice = pages.of(
                userRows.findMembers(group.seq()),
                user -> IamEntity.key(user.name()),
                "GetGroup\n" + group.id(),
                request.marker(),
                request.maxItems());
        return slice.answer(
                GetGroupResponse.builder().group(GroupWire.group(group)).users(slice.map(UserWire::user)));
    }

    @AwsAction
    ListGroupsResponse listGroups(ListGroupsRequest request, Call call) {
        IamPages.Slice<GroupEntity> slice = pages.named(
                rows,
                "ListGroups",
                IamScope.of(call.scope()),
                request.pathPrefix(),
                request.marker(),
                request.maxItems());
        return slice.answer(ListGroupsResponse.builder().groups(slice.map(GroupWire::group)));
    }

    @AwsAction
    UpdateGroupResponse updateGroup(UpdateGroupRequest request, Call call) {
        groups.rename(
                IamScope.of(call.scope()),
                request.groupName(),
                request.newPath() == null ? null : IamParams.path(request.newPath()),
                request.newGroupName() == null ? null : IamParams.newName(IamKind.GROUP, request.newGroupName()));
        return UpdateGroupResponse.builder().build();
    }

    @AwsAction
    DeleteGroupResponse deleteGroup(DeleteGroupRequest request, Call call) {
        groups.delete(IamScope.of(call.scope()), request.groupName());
        return DeleteGroupResponse.builder().build();
    }

    @AwsAction
    AddUserToGroupResponse addUserToGroup(AddUserToGroupRequest request, Call call) {
        groups.add(IamScope.of(call.scope()), request.groupName(), request.userName());
        return AddUserToGroupResponse.builder().build();
    }

    @AwsAction
    RemoveUserFromGroupResponse removeUserFromGroup(RemoveUserFromGroupRequest request, Call call) {
        groups.remove(IamScope.of(call.scope()), request.groupName(), request.userName());
        return RemoveUserFromGroupResponse.builder().build();
    }

    @AwsAction
    ListGroupsForUserResponse listGroupsForUser(ListGroupsForUserRequest request, Call call) {
        UserEntity user = users.require(IamScope.of(call.scope()), request.userName());
        IamPages.Slice<GroupEntity> slice = pages.of(
                rows.findBySeqIn(user.groups()),
                group -> IamEntity.key(group.name()),
                "ListGroupsForUser\n" + user.id(),
                request.marker(),
                request.maxItems());
        return slice.answer(ListGroupsForUserResponse.builder().groups(slice.map(GroupWire::group)));
    }
}
