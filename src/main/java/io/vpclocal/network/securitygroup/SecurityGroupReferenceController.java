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

/** The actions on references to security groups of other VPCs. */
@AwsController
class SecurityGroupReferenceController {

    private final SecurityGroupService groups;
    private final SecurityGroupDescriptions descriptions;
    private final GroupReferences references;
    private final VpcService vpcs;

    SecurityGroupReferenceController(
            SecurityGroupService groups,
            SecurityGroupDescriptions descriptions,
            GroupReferences references,
            VpcService vpcs) {
        this.groups = groups;
        this.descriptions = descriptions;
        this.references = references;
        this.vpcs = vpcs;
    }

    @AwsAction(missing = "groups that other accounts share")
    GetSecurityGroupsForVpcResponse getSecurityGroupsForVpc(GetSecurityGroupsForVpcRequest request, Call call) {
        vpcs.require(call.scope(), require(request.vpcId(), "vpcId"));
        Page<SecurityGroupEntity> page = descriptions.forVpc(call.scope(), request);
        return GetSecurityGroupsForVpcResponse.builder()
                .securityGroupForVpcs(page.map(SecurityGroupReferenceController::toWire, SecurityGroupEntity::id))
                .nextToken(page.nextToken())
                .build();
    }

    @AwsAction
    DescribeStaleSecurityGroupsResponse describeStaleSecurityGroups(
            DescribeStaleSecurityGroupsRequest request, Call call) {
        vpcs.require(call.scope(), require(request.vpcId(), "vpcId"));
        Page<SecurityGroupEntity> page = references.stale(call.scope(), request);
        return DescribeStaleSecurityGroupsResponse.builder()
                .staleSecurityGroupSet(page.map(references::toWire))
                .nextToken(page.nextToken())
                .build();
    }

    @AwsAction
    DescribeSecurityGroupReferencesResponse describeSecurityGroupReferences(
            DescribeSecurityGroupReferencesRequest request, Call call) {
        groups.requireAll(call.scope(), requireAny(request.groupId(), "groupId"));
        return DescribeSecurityGroupReferencesResponse.builder()
                .securityGroupReferenceSet(references.to(call.scope(), request.groupId()))
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
