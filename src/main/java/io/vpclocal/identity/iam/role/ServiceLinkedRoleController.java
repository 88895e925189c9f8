package io.vpclocal.identity.iam.role;

import io.vpclocal.identity.iam.IamErrors;
import io.vpclocal.identity.iam.IamParams;
import io.vpclocal.identity.iam.IamScope;
import io.vpclocal.protocol.AwsAction;
import io.vpclocal.protocol.AwsController;
import io.vpclocal.protocol.AwsService;
import io.vpclocal.protocol.Call;
import io.vpclocal.protocol.Ids;
import software.amazon.awssdk.services.iam.model.CreateServiceLinkedRoleRequest;
import software.amazon.awssdk.services.iam.model.CreateServiceLinkedRoleResponse;
import software.amazon.awssdk.services.iam.model.DeleteServiceLinkedRoleRequest;
import software.amazon.awssdk.services.iam.model.DeleteServiceLinkedRoleResponse;
import software.amazon.awssdk.services.iam.model.GetServiceLinkedRoleDeletionStatusRequest;
import software.amazon.awssdk.services.iam.model.GetServiceLinkedRoleDeletionStatusResponse;

@AwsController(AwsService.IAM)
class ServiceLinkedRoleController {

    private static final String TASK = "task/aws-service-role/";

    private final RoleService roles;
    private final Roles rows;
    private final RoleWire wire;
    private final Ids ids;

    ServiceLinkedRoleController(RoleService roles, Roles rows, RoleWire wire, Ids ids) {
        this.roles = roles;
        this.rows = rows;
        this.wire = wire;
        this.ids = ids;
    }

    @AwsAction
    CreateServiceLinkedRoleResponse createServiceLinkedRole(CreateServiceLinkedRoleRequest request, Call call) {
        RoleEntity role = roles.createServiceLinked(
                IamScope.of(call.scope()),
                IamParams.require(request.awsServiceName(), "aWSServiceName"),
                request.customSuffix());
        role.describe(request.description());
        return CreateServiceLinkedRoleResponse.builder()
                .role(wire.roleAsCreated(role, role.trustPolicy()))
                .build();
    }

    @AwsAction
    DeleteServiceLinkedRoleResponse deleteServiceLinkedRole(DeleteServiceLinkedRoleRequest request, Call call) {
        RoleEntity role = roles.deleteServiceLinked(IamScope.of(call.scope()), request.roleName());
        String service = role.path().substring(RoleEntity.SERVICE_LINKED_PATH.length());
        return DeleteServiceLinkedRoleResponse.builder()
                .deletionTaskId(TASK + service + role.name() + "/" + ids.uuid())
                .build();
    }

    /** A deletion is done at once, so its task has always succeeded. */
    @AwsAction
    GetServiceLinkedRoleDeletionStatusResponse getServiceLinkedRoleDeletionStatus(
            GetServiceLinkedRoleDeletionStatusRequest request, Call call) {
        String task = IamParams.require(request.deletionTaskId(), "deletionTaskId");
        String[] parts = task.split("/", -1);
        if (!task.startsWith(TASK) || parts.length != 5) {
            throw IamErrors.deletionTaskNotFound(task);
        }
        boolean gone = rows.find(IamScope.of(call.scope()), parts[3]).isEmpty();
        return GetServiceLinkedRoleDeletionStatusResponse.builder()
                .status(gone ? "SUCCEEDED" : "NOT_STARTED")
                .build();
    }
}
