package io.vpclocal.network.peering;

import io.vpclocal.network.Cidr;
import io.vpclocal.network.vpc.VpcEntity;
import io.vpclocal.network.vpc.VpcPart;
import io.vpclocal.network.vpc.VpcService;
import java.util.List;
import org.springframework.stereotype.Component;

/**
 * The effects of peering connections on VPCs: a connection ends with its VPC, and a VPC cannot get a CIDR block that
 * overlaps one of a peer (Amazon VPC User Guide: VPC CIDR blocks; Amazon VPC Peering Guide: Delete a VPC peering
 * connection).
 */
@Component
class PeeringVpcPart implements VpcPart {

    private final Peerings peerings;
    private final VpcPeeringConnectionService service;
    private final VpcService vpcs;

    PeeringVpcPart(Peerings peerings, VpcPeeringConnectionService service, VpcService vpcs) {
        this.peerings = peerings;
        this.service = service;
        this.vpcs = vpcs;
    }

    @Override
    public void vpcCreated(VpcEntity vpc) {}

    @Override
    public void vpcDeleted(VpcEntity vpc) {
        service.endAll(vpc.scope(), vpc.id());
    }

    @Override
    public void cidrAssociated(VpcEntity vpc, Cidr cidr) {
        if (!cidr.v4()) {
            return;
        }
        for (PeeringConnection connection : peerings.ofVpc(vpc.scope(), vpc.id())) {
            boolean requester = connection.requester().equals(new PeeredVpc(vpc.scope(), vpc.id()));
            if (connection.state().requested() && requester) {
                throw PeeringErrors.requestPending(cidr, connection.id());
            }
            PeeredVpc peer = connection.behind(vpc.scope(), vpc.id());
            List<Cidr> taken = connection.state().accepted()
                    ? vpcs.find(peer.scope(), peer.vpcId())
                            .map(VpcEntity::ipv4Cidrs)
                            .orElse(List.of())
                    : List.of();
            if (taken.stream().anyMatch(cidr::overlaps)) {
                throw PeeringErrors.overlapsPeer(cidr, connection.id());
            }
        }
    }
}
