package io.vpclocal.network.routetable;

import io.vpclocal.network.subnet.SubnetEntity;
import io.vpclocal.network.subnet.SubnetPart;
import org.springframework.stereotype.Component;

/** A new subnet uses the main table without an association. Deleting a subnet removes its association. */
@Component
class SubnetAssociations implements SubnetPart {

    private final AssociationService associations;

    SubnetAssociations(AssociationService associations) {
        this.associations = associations;
    }

    @Override
    public void subnetCreated(SubnetEntity subnet) {}

    @Override
    public void subnetDeleted(SubnetEntity subnet) {
        associations.forgetSubnet(subnet);
    }
}
