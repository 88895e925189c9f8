package io.vpclocal.network.networkacl;

import io.vpclocal.network.Cidr;
import io.vpclocal.network.subnet.SubnetEntity;
import io.vpclocal.network.subnet.SubnetPart;
import io.vpclocal.network.vpc.VpcEntity;
import io.vpclocal.network.vpc.VpcPart;
import io.vpclocal.protocol.Ids;
import io.vpclocal.protocol.Scope;
import org.springframework.stereotype.Component;

/** The default ACL of a VPC, which every new subnet uses. */
@Component
class DefaultNetworkAcl implements VpcPart, SubnetPart {

    private final NetworkAclService service;
    private final NetworkAcls acls;
    private final NetworkAclAssociations associations;
    private final Ids ids;

    DefaultNetworkAcl(NetworkAclService service, NetworkAcls acls, NetworkAclAssociations associations, Ids ids) {
        this.service = service;
        this.acls = acls;
        this.associations = associations;
        this.ids = ids;
    }

    @Override
    public void vpcCreated(VpcEntity vpc) {
        service.make(vpc, true);
    }

    @Override
    public void vpcDeleted(VpcEntity vpc) {
        service.ofVpc(vpc.scope(), vpc.id()).forEach(service::remove);
    }

    @Override
    public void cidrAssociated(VpcEntity vpc, Cidr cidr) {
        if (!cidr.v4() && vpc.ipv6Cidrs().size() == 1) {
            service.ofVpc(vpc.scope(), vpc.id()).forEach(DefaultRules::addIpv6);
        }
    }

    @Override
    public void subnetCreated(SubnetEntity subnet) {
        Scope scope = subnet.scope();
        NetworkAclEntity acl = acls.findDefault(scope.account(), scope.region(), subnet.vpcId())
                .orElseThrow();
        associations.save(new NetworkAclAssociationEntity(ids.next("aclassoc"), subnet.id(), acl));
    }

    @Override
    public void subnetDeleted(SubnetEntity subnet) {
        Scope scope = subnet.scope();
        associations.findBySubnet(scope.account(), scope.region(), subnet.id()).ifPresent(associations::delete);
    }
}
