package io.vpclocal.network.routetable;

import io.vpclocal.network.subnet.SubnetEntity;
import io.vpclocal.network.subnet.SubnetPart;
import org.springframework.stereotype.Component;

/** A new subnet uses the main table, which needs no association; a deleted one takes its association with it. */
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
