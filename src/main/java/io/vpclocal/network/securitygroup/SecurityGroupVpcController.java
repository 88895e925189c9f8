package io.vpclocal.network.securitygroup;

import static io.vpclocal.protocol.Params.require;

import io.vpclocal.protocol.AwsAction;
import io.vpclocal.protocol.AwsController;
import io.vpclocal.protocol.Call;
import io.vpclocal.resource.Describe;
import io.vpclocal.resource.Describer;
import io.vpclocal.resource.MaxResults;
import io.vpclocal.resource.Page;
import software.amazon.awssdk.services.ec2.model.AssociateSecurityGroupVpcRequest;
import software.amazon.awssdk.services.ec2.model.AssociateSecurityGroupVpcResponse;
import software.amazon.awssdk.services.ec2.model.DescribeSecurityGroupVpcAssociationsRequest;
import software.amazon.awssdk.services.ec2.model.DescribeSecurityGroupVpcAssociationsResponse;
import software.amazon.awssdk.services.ec2.model.DisassociateSecurityGroupVpcRequest;
import software.amazon.awssdk.services.ec2.model.DisassociateSecurityGroupVpcResponse;
import software.amazon.awssdk.services.ec2.model.SecurityGroupVpcAssociation;

/** Associations of security groups with further VPCs. They change before the next call. */
@AwsController
class SecurityGroupVpcController {

    private static final Describe<SecurityGroupVpcEntity> DESCRIBE = Describe.<SecurityGroupVpcEntity>filters()
            .filter("group-id", SecurityGroupVpcEntity::groupId)
            .filter("group-owner-id", SecurityGroupVpcEntity::account)
            .filter("vpc-id", SecurityGroupVpcEntity::vpcId)
            .filter("vpc-owner-id", SecurityGroupVpcEntity::account)
            .filter("state", association -> "associated")
            .maxResults(MaxResults.classic(5, 1000))
            .build();

    private final SecurityGroupVpcService associations;
    private final Describer describer;

    SecurityGroupVpcController(SecurityGroupVpcService associations, Describer describer) {
        this.associations = associations;
        this.describer = describer;
    }

    @AwsAction(missing = "VPCs that other accounts share")
    AssociateSecurityGroupVpcResponse associateSecurityGroupVpc(AssociateSecurityGroupVpcRequest request, Call call) {
        associations.associate(call.scope(), require(request.groupId(), "groupId"), require(request.vpcId(), "vpcId"));
        return AssociateSecurityGroupVpcResponse.builder().state("associating").build();
    }

    @AwsAction(missing = "VPCs that other accounts share")
    DisassociateSecurityGroupVpcResponse disassociateSecurityGroupVpc(
            DisassociateSecurityGroupVpcRequest request, Call call) {
        associations.disassociate(
                call.scope(), require(request.groupId(), "groupId"), require(request.vpcId(), "vpcId"));
        return DisassociateSecurityGroupVpcResponse.builder()
                .state("disassociating")
                .build();
    }

    @AwsAction
    DescribeSecurityGroupVpcAssociationsResponse describeSecurityGroupVpcAssociations(
            DescribeSecurityGroupVpcAssociationsRequest request, Call call) {
        Page<SecurityGroupVpcEntity> page = describer.page(
                DESCRIBE,
                associations.all(call.scope()),
                SecurityGroupVpcEntity::id,
                call.action(),
                call.scope(),
                request.filters(),
                request.maxResults(),
                request.nextToken());
        return DescribeSecurityGroupVpcAssociationsResponse.builder()
                .securityGroupVpcAssociations(page.map(SecurityGroupVpcController::toWire))
                .nextToken(page.nextToken())
                .build();
    }

    private static SecurityGroupVpcAssociation toWire(SecurityGroupVpcEntity association) {
        return SecurityGroupVpcAssociation.builder()
                .groupId(association.groupId())
                .groupOwnerId(association.account())
                .vpcId(association.vpcId())
                .vpcOwnerId(association.account())
                .state("associated")
                .build();
    }
}
