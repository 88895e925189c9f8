package io.vpclocal.network.address;

import io.vpclocal.resource.ResourceRepository;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.springframework.data.jpa.repository.Query;

interface ElasticIps extends ResourceRepository<ElasticIpEntity> {

    @Query("select e from ElasticIpEntity e"
            + " where e.account = :account and e.region = :region and e.publicIp = :publicIp")
    Optional<ElasticIpEntity> byPublicIp(String account, String region, String publicIp);

    @Query("select e.resourceId from ElasticIpEntity e"
            + " where e.account = :account and e.region = :region and e.publicIp = :publicIp")
    Optional<String> idByPublicIp(String account, String region, String publicIp);

    @Query("select e from ElasticIpEntity e"
            + " where e.account = :account and e.region = :region and e.publicIp in :publicIps")
    List<ElasticIpEntity> byPublicIps(String account, String region, Collection<String> publicIps);

    @Query("select count(e) from ElasticIpEntity e where e.publicIp = :publicIp")
    long countPublic(String publicIp);
}
