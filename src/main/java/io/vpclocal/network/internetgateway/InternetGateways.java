package io.vpclocal.network.internetgateway;

import io.vpclocal.resource.ResourceRepository;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.springframework.data.jpa.repository.Query;

interface InternetGateways extends ResourceRepository<InternetGatewayEntity> {

    @Query("select g from InternetGatewayEntity g"
            + " where g.account = :account and g.region = :region and g.vpcId = :vpcId")
    Optional<InternetGatewayEntity> findAttached(String account, String region, String vpcId);

    @Query("select g.resourceId from InternetGatewayEntity g where g.account = :account and g.region = :region"
            + " and g.resourceId in :ids and g.vpcId is not null")
    List<String> findAttachedIds(String account, String region, Collection<String> ids);
}
