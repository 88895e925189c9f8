package io.vpclocal.network.instanceconnect;

import io.vpclocal.resource.ResourceRepository;
import java.util.Optional;
import org.springframework.data.jpa.repository.Query;

interface ConnectEndpoints extends ResourceRepository<ConnectEndpointEntity> {

    @Query("select count(e) from ConnectEndpointEntity e where e.account = :account and e.region = :region"
            + " and e.vpcId = :vpcId")
    long countInVpc(String account, String region, String vpcId);

    /** Returns ids only: the VPC is locked before the endpoint is read. */
    @Query("select e.subnetId from ConnectEndpointEntity e where e.account = :account and e.region = :region"
            + " and e.resourceId = :id")
    Optional<String> subnetIdOf(String account, String region, String id);
}
