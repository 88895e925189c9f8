package io.vpclocal.network.address;

import io.vpclocal.network.internetgateway.MappedAddresses;
import io.vpclocal.network.networkinterface.PublicAssociations;
import io.vpclocal.protocol.Scope;
import org.springframework.stereotype.Component;

/** A VPC whose interfaces have public addresses keeps its internet gateway. */
@Component
class AssociatedAddresses implements MappedAddresses {

    private final PublicAssociations associations;

    AssociatedAddresses(PublicAssociations associations) {
        this.associations = associations;
    }

    @Override
    public boolean anyIn(Scope scope, String vpcId) {
        return associations.anyIn(vpcId);
    }
}
