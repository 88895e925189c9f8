package io.vpclocal.network.carriergateway;

import io.vpclocal.resource.ResourceRepository;
import java.util.Optional;
import org.springframework.data.jpa.repository.Query;

interface CarrierGateways extends ResourceRepository<CarrierGatewayEntity> {

    @Query("select g from CarrierGatewayEntity g"
            + " where g.account = :account and g.region = :region and g.vpcId = :vpcId")
    Optional<CarrierGatewayEntity> findOf(String account, String region, String vpcId);
}
