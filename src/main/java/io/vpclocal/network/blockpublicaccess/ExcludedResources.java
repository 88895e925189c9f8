package io.vpclocal.network.blockpublicaccess;

import io.vpclocal.network.subnet.SubnetEntity;
import io.vpclocal.network.subnet.SubnetPart;
import io.vpclocal.network.vpc.VpcEntity;
import io.vpclocal.network.vpc.VpcPart;
import org.springframework.stereotype.Component;

/** Deletes the exclusions of deleted VPCs and subnets. */
@Component
class ExcludedResources implements VpcPart, SubnetPart {

    private final BlockPublicAccessService service;

    ExcludedResources(BlockPublicAccessService service) {
        this.service = service;
    }

    @Override
    public void vpcCreated(VpcEntity vpc) {}

    @Override
    public void vpcDeleted(VpcEntity vpc) {
        service.resourceDeleted(vpc.scope(), vpc.id());
    }

    @Override
    public void subnetCreated(SubnetEntity subnet) {}

    @Override
    public void subnetDeleted(SubnetEntity subnet) {
        service.resourceDeleted(subnet.scope(), subnet.id());
    }
}
