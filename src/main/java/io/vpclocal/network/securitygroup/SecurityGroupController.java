package io.vpclocal.network.securitygroup;

import static io.vpclocal.protocol.Params.given;
import static io.vpclocal.protocol.Params.require;
import static io.vpclocal.resource.WireForms.orAbsent;

import io.vpclocal.protocol.AwsAction;
import io.vpclocal.protocol.AwsController;
import io.vpclocal.protocol.Call;
import io.vpclocal.resource.Page;
import io.vpclocal.resource.TagStore;
import software.amazon.awssdk.services.ec2.model.CreateSecurityGroupRequest;
import software.amazon.awssdk.services.ec2.model.CreateSecurityGroupResponse;
import software.amazon.awssdk.services.ec2.model.DeleteSecurityGroupRequest;
import software.amazon.awssdk.services.ec2.model.DeleteSecurityGroupResponse;
import software.amazon.awssdk.services.ec2.model.DescribeSecurityGroupsRequest;
import software.amazon.awssdk.services.ec2.model.DescribeSecurityGroupsResponse;

@AwsController
class SecurityGroupController {

    private final SecurityGroupService groups;
    private final SecurityGroupDescriptions descriptions;
    private final PeerGroups peers;
    private final TagStore tags;

    SecurityGroupController(
            SecurityGroupService groups, SecurityGroupDescriptions descriptions, PeerGroups peers, TagStore tags) {
        this.groups = groups;
        this.descriptions = descriptions;
        this.peers = peers;
        this.tags = tags;
    }

    @AwsAction(tags = "security-group")
    CreateSecurityGroupResponse createSecurityGroup(CreateSecurityGroupRequest request, Call call) {
        SecurityGroupEntity group = groups.create(
                call.scope(),
                given(request.vpcId()),
                require(trimmed(require(request.groupName(), "GroupName")), "GroupName"),
                require(request.description(), "GroupDescription"),
                request.tagSpecifications());
        return CreateSecurityGroupResponse.builder()
                .groupId(group.id())
                .securityGroupArn(group.arn())
                .tags(orAbsent(tags.of(call.scope(), group.id())))
                .build();
    }

    /** AWS removes spaces at the end of a group's name, and only there (VPC User Guide, security group basics). */
    private static String trimmed(String name) {
        return name.stripTrailing();
    }

    @AwsAction
    DescribeSecurityGroupsResponse describeSecurityGroups(DescribeSecurityGroupsRequest request, Call call) {
        Page<SecurityGroupEntity> page = descriptions.describe(call.scope(), request);
        return DescribeSecurityGroupsResponse.builder()
                .securityGroups(
                        page.map((group, its) -> SecurityGroupWire.toWire(group, its, peers), SecurityGroupEntity::id))
                .nextToken(page.nextToken())
                .build();
    }

    @AwsAction
    DeleteSecurityGroupResponse deleteSecurityGroup(DeleteSecurityGroupRequest request, Call call) {
        String id = groups.idOf(call.scope(), request.groupId(), request.groupName());
        if (id.startsWith("sg-") && !SecurityGroupService.KIND.wellFormed(id)) {
            throw SecurityGroupErrors.malformedToDelete(id);
        }
        groups.delete(call.scope(), id);
        return DeleteSecurityGroupResponse.builder()
                .returnValue(true)
                .groupId(id)
                .build();
    }
}
