package io.vpclocal.network.internetgateway;

import io.vpclocal.resource.ResourceRepository;
import java.util.Optional;
import org.springframework.data.jpa.repository.Query;

interface EgressOnlyInternetGateways extends ResourceRepository<EgressOnlyInternetGatewayEntity> {

    @Query("select g from EgressOnlyInternetGatewayEntity g"
            + " where g.account = :account and g.region = :region and g.vpcId = :vpcId")
    Optional<EgressOnlyInternetGatewayEntity> findOf(String account, String region, String vpcId);
}
