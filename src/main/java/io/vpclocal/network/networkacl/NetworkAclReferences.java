package io.vpclocal.network.networkacl;

import io.vpclocal.network.AssociationReferences;
import io.vpclocal.network.subnet.SubnetService;
import org.springframework.stereotype.Component;
import software.amazon.awssdk.services.ec2.model.ReplaceNetworkAclAssociationRequest;

/** Resolves an ACL association to its subnet. Our guess: policies are not evaluated for the previous ACL. */
@Component
class NetworkAclReferences extends AssociationReferences<ReplaceNetworkAclAssociationRequest> {

    NetworkAclReferences(NetworkAclAssociations associations) {
        super(
                "ec2:ReplaceNetworkAclAssociation",
                ReplaceNetworkAclAssociationRequest.class,
                ReplaceNetworkAclAssociationRequest::associationId,
                SubnetService.KIND,
                associations::subnetOf);
    }
}
