package io.vpclocal.identity.iam.role;

import io.vpclocal.identity.iam.IamEntity;
import io.vpclocal.identity.iam.IamKind;
import io.vpclocal.identity.iam.IamPages;
import io.vpclocal.identity.iam.IamParams;
import io.vpclocal.identity.iam.IamScope;
import io.vpclocal.protocol.AwsAction;
import io.vpclocal.protocol.AwsController;
import io.vpclocal.protocol.AwsService;
import io.vpclocal.protocol.Call;
import java.util.List;
import software.amazon.awssdk.services.iam.model.AddRoleToInstanceProfileRequest;
import software.amazon.awssdk.services.iam.model.AddRoleToInstanceProfileResponse;
import software.amazon.awssdk.services.iam.model.CreateInstanceProfileRequest;
import software.amazon.awssdk.services.iam.model.CreateInstanceProfileResponse;
import software.amazon.awssdk.services.iam.model.DeleteInstanceProfileRequest;
import software.amazon.awssdk.services.iam.model.DeleteInstanceProfileResponse;
import software.amazon.awssdk.services.iam.model.GetInstanceProfileRequest;
import software.amazon.awssdk.services.iam.model.GetInstanceProfileResponse;
import software.amazon.awssdk.services.iam.model.InstanceProfile;
import software.amazon.awssdk.services.iam.model.ListInstanceProfilesForRoleRequest;
import software.amazon.awssdk.services.iam.model.ListInstanceProfilesForRoleResponse;
import software.amazon.awssdk.services.iam.model.ListInstanceProfilesRequest;
import software.amazon.awssdk.services.iam.model.ListInstanceProfilesResponse;
import software.amazon.awssdk.services.iam.model.RemoveRoleFromInstanceProfileRequest;
import software.amazon.awssdk.services.iam.model.RemoveRoleFromInstanceProfileResponse;
import software.amazon.awssdk.services.iam.model.Tag;

@AwsController(AwsService.IAM)
class InstanceProfileController {

    private final InstanceProfileService profiles;
    private final RoleService roles;
    private final InstanceProfiles rows;
    private final IamPages pages;
    private final RoleWire wire;

    InstanceProfileController(
            InstanceProfileService profiles, RoleService roles, InstanceProfiles rows, IamPages pages, RoleWire wire) {
        this.profiles = profiles;
        this.roles = roles;
        this.rows = rows;
        this.pages = pages;
        this.wire = wire;
    }

    @AwsAction
    CreateInstanceProfileResponse createInstanceProfile(CreateInstanceProfileRequest request, Call call) {
        InstanceProfileEntity profile = profiles.create(
                IamScope.of(call.scope()),
                IamParams.path(request.path()),
                IamParams.newName(IamKind.INSTANCE_PROFILE, request.instanceProfileName()),
                request.tags());
        return CreateInstanceProfileResponse.builder()
                .instanceProfile(wire.profile(profile, null))
                .build();
    }

    @AwsAction
    GetInstanceProfileResponse getInstanceProfile(GetInstanceProfileRequest request, Call call) {
        InstanceProfileEntity profile = profiles.require(IamScope.of(call.scope()), request.instanceProfileName());
        return GetInstanceProfileResponse.builder()
                .instanceProfile(toWire(profile))
                .build();
    }

    @AwsAction
    ListInstanceProfilesResponse listInstanceProfiles(ListInstanceProfilesRequest request, Call call) {
        IamPages.Slice<InstanceProfileEntity> slice = pages.named(
                rows,
                "ListInstanceProfiles",
                IamScope.of(call.scope()),
                request.pathPrefix(),
                request.marker(),
                request.maxItems());
        return slice.answer(ListInstanceProfilesResponse.builder().instanceProfiles(slice.map(this::listed)));
    }

    @AwsAction
    ListInstanceProfilesForRoleResponse listInstanceProfilesForRole(
            ListInstanceProfilesForRoleRequest request, Call call) {
        RoleEntity role = roles.require(IamScope.of(call.scope()), request.roleName());
        IamPages.Slice<InstanceProfileEntity> slice = pages.of(
                rows.findByRoleSeq(role.seq()),
                profile -> IamEntity.key(profile.name()),
                "ListInstanceProfilesForRole\n" + role.id(),
                request.marker(),
                request.maxItems());
        return slice.answer(ListInstanceProfilesForRoleResponse.builder().instanceProfiles(slice.map(this::listed)));
    }

    @AwsAction
    AddRoleToInstanceProfileResponse addRoleToInstanceProfile(AddRoleToInstanceProfileRequest request, Call call) {
        profiles.add(IamScope.of(call.scope()), request.instanceProfileName(), request.roleName());
        return AddRoleToInstanceProfileResponse.builder().build();
    }

    @AwsAction
    RemoveRoleFromInstanceProfileResponse removeRoleFromInstanceProfile(
            RemoveRoleFromInstanceProfileRequest request, Call call) {
        profiles.remove(IamScope.of(call.scope()), request.instanceProfileName(), request.roleName());
        return RemoveRoleFromInstanceProfileResponse.builder().build();
    }

    @AwsAction
    DeleteInstanceProfileResponse deleteInstanceProfile(DeleteInstanceProfileRequest request, Call call) {
        profiles.delete(IamScope.of(call.scope()), request.instanceProfileName());
        return DeleteInstanceProfileResponse.builder().build();
    }

    /** Lists return no tags (recorded from AWS). */
    private InstanceProfile listed(InstanceProfileEntity profile) {
        return toWire(profile).toBuilder().tags((List<Tag>) null).build();
    }

    private InstanceProfile toWire(InstanceProfileEntity profile) {
        return wire.profile(profile, profiles.role(profile));
    }
}
