package io.vpclocal.identity.iam.attachment;

import io.vpclocal.identity.iam.IamKind;
import io.vpclocal.identity.iam.IamParams;
import io.vpclocal.protocol.AwsAction;
import io.vpclocal.protocol.AwsController;
import io.vpclocal.protocol.AwsService;
import io.vpclocal.protocol.Call;
import software.amazon.awssdk.services.iam.model.DeleteRolePermissionsBoundaryRequest;
import software.amazon.awssdk.services.iam.model.DeleteRolePermissionsBoundaryResponse;
import software.amazon.awssdk.services.iam.model.DeleteUserPermissionsBoundaryRequest;
import software.amazon.awssdk.services.iam.model.DeleteUserPermissionsBoundaryResponse;
import software.amazon.awssdk.services.iam.model.PutRolePermissionsBoundaryRequest;
import software.amazon.awssdk.services.iam.model.PutRolePermissionsBoundaryResponse;
import software.amazon.awssdk.services.iam.model.PutUserPermissionsBoundaryRequest;
import software.amazon.awssdk.services.iam.model.PutUserPermissionsBoundaryResponse;

@AwsController(AwsService.IAM)
class BoundaryController {

    private final AttachedPolicies policies;

    BoundaryController(AttachedPolicies policies) {
        this.policies = policies;
    }

    @AwsAction
    PutUserPermissionsBoundaryResponse putUserPermissionsBoundary(
            PutUserPermissionsBoundaryRequest request, Call call) {
        String arn = IamParams.require(request.permissionsBoundary(), "permissionsBoundary");
        policies.bound(IamKind.USER, call, request.userName(), arn);
        return PutUserPermissionsBoundaryResponse.builder().build();
    }

    @AwsAction
    DeleteUserPermissionsBoundaryResponse deleteUserPermissionsBoundary(
            DeleteUserPermissionsBoundaryRequest request, Call call) {
        policies.bound(IamKind.USER, call, request.userName(), null);
        return DeleteUserPermissionsBoundaryResponse.builder().build();
    }

    @AwsAction
    PutRolePermissionsBoundaryResponse putRolePermissionsBoundary(
            PutRolePermissionsBoundaryRequest request, Call call) {
        String arn = IamParams.require(request.permissionsBoundary(), "permissionsBoundary");
        policies.bound(IamKind.ROLE, call, request.roleName(), arn);
        return PutRolePermissionsBoundaryResponse.builder().build();
    }

    @AwsAction
    DeleteRolePermissionsBoundaryResponse deleteRolePermissionsBoundary(
            DeleteRolePermissionsBoundaryRequest request, Call call) {
        policies.bound(IamKind.ROLE, call, request.roleName(), null);
        return DeleteRolePermissionsBoundaryResponse.builder().build();
    }
}
