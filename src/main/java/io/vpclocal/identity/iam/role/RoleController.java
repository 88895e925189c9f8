package io.vpclocal.identity.iam.role;

import io.vpclocal.identity.iam.IamKind;
import io.vpclocal.identity.iam.IamLimits;
import io.vpclocal.identity.iam.IamPages;
import io.vpclocal.identity.iam.IamParams;
import io.vpclocal.identity.iam.IamScope;
import io.vpclocal.identity.iam.IamTags;
import io.vpclocal.protocol.AwsAction;
import io.vpclocal.protocol.AwsController;
import io.vpclocal.protocol.AwsService;
import io.vpclocal.protocol.Call;
import software.amazon.awssdk.services.iam.model.CreateRoleRequest;
import software.amazon.awssdk.services.iam.model.CreateRoleResponse;
import software.amazon.awssdk.services.iam.model.DeleteRoleRequest;
import software.amazon.awssdk.services.iam.model.DeleteRoleResponse;
import software.amazon.awssdk.services.iam.model.GetRoleRequest;
import software.amazon.awssdk.services.iam.model.GetRoleResponse;
import software.amazon.awssdk.services.iam.model.ListRolesRequest;
import software.amazon.awssdk.services.iam.model.ListRolesResponse;
import software.amazon.awssdk.services.iam.model.UpdateAssumeRolePolicyRequest;
import software.amazon.awssdk.services.iam.model.UpdateAssumeRolePolicyResponse;
import software.amazon.awssdk.services.iam.model.UpdateRoleDescriptionRequest;
import software.amazon.awssdk.services.iam.model.UpdateRoleDescriptionResponse;
import software.amazon.awssdk.services.iam.model.UpdateRoleRequest;
import software.amazon.awssdk.services.iam.model.UpdateRoleResponse;

@AwsController(AwsService.IAM)
class RoleController {

    private final RoleService roles;
    private final Roles rows;
    private final IamPages pages;
    private final RoleWire wire;

    RoleController(RoleService roles, Roles rows, IamPages pages, RoleWire wire) {
        this.roles = roles;
        this.rows = rows;
        this.pages = pages;
        this.wire = wire;
    }

    @AwsAction
    CreateRoleResponse createRole(CreateRoleRequest request, Call call) {
        Integer seconds = request.maxSessionDuration();
        int maxSession = seconds == null ? IamLimits.SHORTEST_MAX_SESSION : seconds;
        String trustPolicy = IamParams.require(request.assumeRolePolicyDocument(), "assumeRolePolicyDocument");
        RoleEntity role = roles.create(
                IamScope.of(call.scope()),
                IamParams.path(request.path()),
                IamParams.newName(IamKind.ROLE, request.roleName()),
                trustPolicy);
        role.describe(request.description());
        role.limitSessions(maxSession);
        roles.bound(role, request.permissionsBoundary());
        IamTags.put(role, request.tags());
        return CreateRoleResponse.builder()
                .role(wire.roleAsCreated(role, trustPolicy))
                .build();
    }

    @AwsAction
    GetRoleResponse getRole(GetRoleRequest request, Call call) {
        RoleEntity role = roles.require(IamScope.of(call.scope()), request.roleName());
        return GetRoleResponse.builder().role(wire.roleInFull(role)).build();
    }

    @AwsAction
    ListRolesResponse listRoles(ListRolesRequest request, Call call) {
        IamPages.Slice<RoleEntity> slice = pages.named(
                rows,
                "ListRoles",
                IamScope.of(call.scope()),
                request.pathPrefix(),
                request.marker(),
                request.maxItems());
        return slice.answer(ListRolesResponse.builder().roles(slice.map(wire::role)));
    }

    @AwsAction
    UpdateRoleResponse updateRole(UpdateRoleRequest request, Call call) {
        IamScope scope = IamScope.of(call.scope());
        RoleEntity role = request.maxSessionDuration() == null
                ? roles.changeDescription(scope, request.roleName())
                : roles.change(scope, request.roleName());
        if (request.description() != null) {
            role.describe(request.description());
        }
        if (request.maxSessionDuration() != null) {
            role.limitSessions(request.maxSessionDuration());
        }
        return UpdateRoleResponse.builder().build();
    }

    @AwsAction
    UpdateRoleDescriptionResponse updateRoleDescription(UpdateRoleDescriptionRequest request, Call call) {
        RoleEntity role = roles.changeDescription(IamScope.of(call.scope()), request.roleName());
        role.describe(request.description());
        return UpdateRoleDescriptionResponse.builder()
                .role(wire.roleInBrief(role))
                .build();
    }

    @AwsAction
    UpdateAssumeRolePolicyResponse updateAssumeRolePolicy(UpdateAssumeRolePolicyRequest request, Call call) {
        RoleEntity role = roles.change(IamScope.of(call.scope()), request.roleName());
        roles.trust(role, IamParams.require(request.policyDocument(), "policyDocument"));
        return UpdateAssumeRolePolicyResponse.builder().build();
    }

    @AwsAction
    DeleteRoleResponse deleteRole(DeleteRoleRequest request, Call call) {
        roles.delete(IamScope.of(call.scope()), request.roleName());
        return DeleteRoleResponse.builder().build();
    }
}
