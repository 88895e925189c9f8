package io.vpclocal.endpointservice.hosted;

import io.vpclocal.protocol.AwsAction;
import io.vpclocal.protocol.AwsController;
import io.vpclocal.protocol.Call;
import io.vpclocal.resource.Page;
import java.util.List;
import software.amazon.awssdk.services.ec2.model.AddedPrincipal;
import software.amazon.awssdk.services.ec2.model.AllowedPrincipal;
import software.amazon.awssdk.services.ec2.model.DescribeVpcEndpointServicePermissionsRequest;
import software.amazon.awssdk.services.ec2.model.DescribeVpcEndpointServicePermissionsResponse;
import software.amazon.awssdk.services.ec2.model.ModifyVpcEndpointServicePermissionsRequest;
import software.amazon.awssdk.services.ec2.model.ModifyVpcEndpointServicePermissionsResponse;
import software.amazon.awssdk.services.ec2.model.Tag;

@AwsController
class ServicePermissionController {

    private final PermissionService permissions;

    ServicePermissionController(PermissionService permissions) {
        this.permissions = permissions;
    }

    @AwsAction(missing = "calls by AWS services and organizations: these principals can only be named")
    ModifyVpcEndpointServicePermissionsResponse modifyVpcEndpointServicePermissions(
            ModifyVpcEndpointServicePermissionsRequest request, Call call) {
        List<ServicePermissionEntity> added = permissions.change(
                call.scope(), request.serviceId(), request.addAllowedPrincipals(), request.removeAllowedPrincipals());
        return ModifyVpcEndpointServicePermissionsResponse.builder()
                .addedPrincipals(
                        added.stream().map(ServicePermissionController::added).toList())
                .returnValue(true)
                .build();
    }

    @AwsAction
    DescribeVpcEndpointServicePermissionsResponse describeVpcEndpointServicePermissions(
            DescribeVpcEndpointServicePermissionsRequest request, Call call) {
        Page<ServicePermissionEntity> page = permissions.describe(call.scope(), request);
        return DescribeVpcEndpointServicePermissionsResponse.builder()
                .allowedPrincipals(page.map(ServicePermissionController::allowed, ServicePermissionEntity::id))
                .nextToken(page.nextToken())
                .build();
    }

    private static AddedPrincipal added(ServicePermissionEntity permission) {
        return AddedPrincipal.builder()
                .principalType(permission.principal().type())
                .principal(permission.principal().text())
                .servicePermissionId(permission.id())
                .serviceId(permission.serviceId())
                .build();
    }

    private static AllowedPrincipal allowed(ServicePermissionEntity permission, List<Tag> tags) {
        return AllowedPrincipal.builder()
                .principalType(permission.principal().type())
                .principal(permission.principal().text())
                .servicePermissionId(permission.id())
                .tags(tags)
                .serviceId(permission.serviceId())
                .build();
    }
}
