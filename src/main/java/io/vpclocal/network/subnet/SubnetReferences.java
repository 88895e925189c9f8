package io.vpclocal.network.subnet;

import io.vpclocal.network.AssociationReferences;
import org.springframework.stereotype.Component;
import software.amazon.awssdk.services.ec2.model.DisassociateSubnetCidrBlockRequest;

/** Resolves the association of an IPv6 block to its subnet. */
@Component
class SubnetReferences extends AssociationReferences<DisassociateSubnetCidrBlockRequest> {

    SubnetReferences(Subnets subnets) {
        super(
                "ec2:DisassociateSubnetCidrBlock",
                DisassociateSubnetCidrBlockRequest.class,
                DisassociateSubnetCidrBlockRequest::associationId,
                SubnetService.KIND,
                subnets::idByIpv6Association);
    }
}
