package io.vpclocal.network.securitygroup;

import static io.vpclocal.protocol.Params.require;
import static io.vpclocal.protocol.Params.requireAny;

import io.vpclocal.network.vpc.VpcService;
import io.vpclocal.protocol.AwsAction;
import io.vpclocal.protocol.AwsController;
import io.vpclocal.protocol.Call;
import io.vpclocal.resource.Page;
import java.util.List;
import software.amazon.awssdk.services.ec2.model.DescribeSecurityGroupReferencesRequest;
import software.amazon.awssdk.services.ec2.model.DescribeSecurityGroupReferencesResponse;
import software.amazon.awssdk.services.ec2.model.DescribeStaleSecurityGroupsRequest;
import software.amazon.awssdk.services.ec2.model.DescribeStaleSecurityGroupsResponse;
import software.amazon.awssdk.services.ec2.model.GetSecurityGroupsForVpcRequest;
import software.amazon.awssdk.services.ec2.model.GetSecurityGroupsForVpcResponse;
import software.amazon.awssdk.services.ec2.model.SecurityGroupForVpc;
import software.amazon.awssdk.services.ec2.model.Tag;

/**
 * Groups and the VPCs that may use them. Where VPCs are not connected no group is referenced from another VPC, and a
 * group that rules of its own VPC refer to cannot be deleted, so no rule is ever stale.
 */
@AwsController
class SecurityGroupReferenceController {

    private static final String NO_PEERING = "VPC peering and transit gateways, so the list is always empty";

    private final SecurityGroupService groups;
    private final SecurityGroupDescriptions descriptions;
    private final VpcService vpcs;

    SecurityGroupReferenceController(
            SecurityGroupService groups, SecurityGroupDescriptions descriptions, VpcService vpcs) {
        this.groups = groups;
        this.descriptions = descriptions;
        this.vpcs = vpcs;
    }

    @AwsAction(missing = "groups associated with or shared from other VPCs")
    GetSecurityGroupsForVpcResponse getSecurityGroupsForVpc(GetSecurityGroupsForVpcRequest request, Call call) {
        vpcs.require(call.scope(), require(request.vpcId(), "vpcId"));
        Page<SecurityGroupEntity> page = descriptions.forVpc(call.scope(), request);
        return GetSecurityGroupsForVpcResponse.builder()
                .securityGroupForVpcs(page.map(SecurityGroupReferenceController::toWire, SecurityGroupEntity::id))
                .nextToken(page.nextToken())
                .build();
    }

    @AwsAction(missing = NO_PEERING)
    DescribeStaleSecurityGroupsResponse describeStaleSecurityGroups(
            DescribeStaleSecurityGroupsRequest request, Call call) {
        vpcs.require(call.scope(), require(request.vpcId(), "vpcId"));
        return DescribeStaleSecurityGroupsResponse.builder()
                .staleSecurityGroupSet(List.of())
                .build();
    }

    @AwsAction(missing = NO_PEERING)
    DescribeSecurityGroupReferencesResponse describeSecurityGroupReferences(
            DescribeSecurityGroupReferencesRequest request, Call call) {
        groups.requireAll(call.scope(), requireAny(request.groupId(), "groupId"));
        return DescribeSecurityGroupReferencesResponse.builder()
                .securityGroupReferenceSet(List.of())
                .build();
    }

    private static SecurityGroupForVpc toWire(SecurityGroupEntity group, List<Tag> tags) {
        return SecurityGroupForVpc.builder()
                .groupId(group.id())
                .groupName(group.name())
                .description(group.description())
                .ownerId(group.account())
                .primaryVpcId(group.vpcId())
                .tags(tags)
                .build();
    }
}
