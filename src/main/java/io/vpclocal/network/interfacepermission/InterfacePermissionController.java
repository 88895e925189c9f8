package io.vpclocal.network.interfacepermission;

import static io.vpclocal.protocol.Params.require;

import io.vpclocal.protocol.AwsAction;
import io.vpclocal.protocol.AwsController;
import io.vpclocal.protocol.Call;
import io.vpclocal.protocol.CommonErrors;
import io.vpclocal.resource.Describe;
import io.vpclocal.resource.Describer;
import io.vpclocal.resource.Ec2Errors;
import io.vpclocal.resource.MaxResults;
import io.vpclocal.resource.Page;
import io.vpclocal.resource.ResourceEntity;
import software.amazon.awssdk.services.ec2.model.CreateNetworkInterfacePermissionRequest;
import software.amazon.awssdk.services.ec2.model.CreateNetworkInterfacePermissionResponse;
import software.amazon.awssdk.services.ec2.model.DeleteNetworkInterfacePermissionRequest;
import software.amazon.awssdk.services.ec2.model.DeleteNetworkInterfacePermissionResponse;
import software.amazon.awssdk.services.ec2.model.DescribeNetworkInterfacePermissionsRequest;
import software.amazon.awssdk.services.ec2.model.DescribeNetworkInterfacePermissionsResponse;
import software.amazon.awssdk.services.ec2.model.InterfacePermissionType;
import software.amazon.awssdk.services.ec2.model.NetworkInterfacePermission;

@AwsController
class InterfacePermissionController {

    private static final Describe<InterfacePermissionEntity> DESCRIBE = Describe.<InterfacePermissionEntity>filters()
            .column("network-interface-permission.network-interface-permission-id", "resourceId", ResourceEntity::id)
            .column(
                    "network-interface-permission.network-interface-id",
                    "interfaceId",
                    InterfacePermissionEntity::interfaceId)
            .filter("network-interface-permission.aws-account-id", InterfacePermissionEntity::grantee)
            .filter("network-interface-permission.aws-service", permission -> null)
            .filter("network-interface-permission.permission", InterfacePermissionEntity::permission)
            .maxResults(MaxResults.classic(5, 255))
            .build();

    /** The model lists lower case, but AWS sends and Terraform expects upper case. */
    private static final String GRANTED = "GRANTED";

    private final InterfacePermissionService permissions;
    private final Describer describer;

    InterfacePermissionController(InterfacePermissionService permissions, Describer describer) {
        this.permissions = permissions;
        this.describer = describer;
    }

    @AwsAction(missing = "the effect of permissions, and AWS services")
    CreateNetworkInterfacePermissionResponse createNetworkInterfacePermission(
            CreateNetworkInterfacePermissionRequest request, Call call) {
        String interfaceId = require(request.networkInterfaceId(), "networkInterfaceId");
        InterfacePermissionType type = require(request.permission(), "permission");
        if (type == InterfacePermissionType.UNKNOWN_TO_SDK_VERSION) {
            throw Ec2Errors.invalidValue(
                    "permission", request.permissionAsString(), "Expecting INSTANCE-ATTACH or EIP-ASSOCIATE.");
        }
        if (request.awsService() != null) {
            throw CommonErrors.notHere("permissions of AWS services on network interfaces");
        }
        String grantee = require(request.awsAccountId(), "awsAccountId");
        return CreateNetworkInterfacePermissionResponse.builder()
                .interfacePermission(toWire(permissions.create(call.scope(), interfaceId, grantee, type.toString())))
                .build();
    }

    @AwsAction
    DescribeNetworkInterfacePermissionsResponse describeNetworkInterfacePermissions(
            DescribeNetworkInterfacePermissionsRequest request, Call call) {
        Page<InterfacePermissionEntity> page = describer.page(
                DESCRIBE,
                InterfacePermissionEntity.class,
                InterfacePermissionService.KIND,
                call.scope(),
                request.networkInterfacePermissionIds(),
                request.filters(),
                request.maxResults(),
                request.nextToken());
        return DescribeNetworkInterfacePermissionsResponse.builder()
                .networkInterfacePermissions(page.map(InterfacePermissionController::toWire))
                .nextToken(page.nextToken())
                .build();
    }

    /** Without an effect of permissions, {@code Force} is not needed. */
    @AwsAction
    DeleteNetworkInterfacePermissionResponse deleteNetworkInterfacePermission(
            DeleteNetworkInterfacePermissionRequest request, Call call) {
        permissions.delete(
                call.scope(), require(request.networkInterfacePermissionId(), "networkInterfacePermissionId"));
        return DeleteNetworkInterfacePermissionResponse.builder()
                .returnValue(true)
                .build();
    }

    private static NetworkInterfacePermission toWire(InterfacePermissionEntity permission) {
        return NetworkInterfacePermission.builder()
                .networkInterfacePermissionId(permission.id())
                .networkInterfaceId(permission.interfaceId())
                .awsAccountId(permission.grantee())
                .permission(permission.permission())
                .permissionState(state -> state.state(GRANTED))
                .build();
    }
}
