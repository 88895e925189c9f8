package io.vpclocal.network.vpc;

import io.vpclocal.network.AssociationReferences;
import org.springframework.stereotype.Component;
import software.amazon.awssdk.services.ec2.model.DisassociateVpcCidrBlockRequest;

/** Resolves the association of a CIDR block to its VPC. */
@Component
class VpcReferences extends AssociationReferences<DisassociateVpcCidrBlockRequest> {

    VpcReferences(Vpcs vpcs) {
        super(
                "ec2:DisassociateVpcCidrBlock",
                DisassociateVpcCidrBlockRequest.class,
                DisassociateVpcCidrBlockRequest::associationId,
                VpcService.KIND,
                vpcs::idByBlock);
    }
}
