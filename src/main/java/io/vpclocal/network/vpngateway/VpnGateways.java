package io.vpclocal.network.vpngateway;

import io.vpclocal.resource.ResourceRepository;
import java.util.List;
import java.util.Optional;
import org.springframework.data.jpa.repository.Query;

interface VpnGateways extends ResourceRepository<VpnGatewayEntity> {

    @Query("select g from VpnGatewayEntity g where g.account = :account and g.region = :region"
            + " and g.vpcId = :vpcId and g.detachedAt is null")
    Optional<VpnGatewayEntity> findAttached(String account, String region, String vpcId);

    @Query("select g from VpnGatewayEntity g where g.account = :account and g.region = :region"
            + " and g.vpcId is not null and g.detachedAt is null")
    List<VpnGatewayEntity> findAttached(String account, String region);
}
