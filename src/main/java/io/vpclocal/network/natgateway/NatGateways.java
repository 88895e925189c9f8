package io.vpclocal.network.natgateway;

import io.vpclocal.resource.ResourceRepository;
import java.time.Instant;
import java.util.List;
import org.springframework.data.jpa.repository.Query;

interface NatGateways extends ResourceRepository<NatGatewayEntity> {

    @Query("select n from NatGatewayEntity n where n.account = :account and n.region = :region"
            + " and n.vpcId = :vpcId and n.endedAt is null order by n.seq")
    List<NatGatewayEntity> availableIn(String account, String region, String vpcId);

    @Query("select n from NatGatewayEntity n where n.account = :account and n.region = :region"
            + " and n.endedAt <= :before")
    List<NatGatewayEntity> endedBefore(String account, String region, Instant before);

    @Query("select count(n) from NatGatewayEntity n where n.account = :account and n.region = :region"
            + " and n.endedAt is null and (n.subnetId = :id or n.vpcId = :id)")
    long countAvailableIn(String account, String region, String id);
}
