package io.vpclocal.network.peering;

import io.vpclocal.resource.ResourceRepository;
import java.util.List;
import org.springframework.data.jpa.repository.Query;

interface VpcPeeringConnections extends ResourceRepository<VpcPeeringConnectionEntity> {

    /** The connections of a VPC, as its account and Region sees them. */
    @Query("select c from VpcPeeringConnectionEntity c where c.account = :account and c.region = :region"
            + " and (c.requesterVpcId = :vpcId or c.accepterVpcId = :vpcId) order by c.seq")
    List<VpcPeeringConnectionEntity> findOfVpc(String account, String region, String vpcId);
}
