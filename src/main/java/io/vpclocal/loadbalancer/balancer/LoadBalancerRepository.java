package io.vpclocal.loadbalancer.balancer;

import io.vpclocal.loadbalancer.resource.ElbRepository;
import java.util.List;
import java.util.Optional;
import org.springframework.data.jpa.repository.Query;

interface LoadBalancerRepository extends ElbRepository<LoadBalancerEntity> {

    @Query("select count(l) from LoadBalancerEntity l"
            + " where l.account = :account and l.region = :region and l.type = :type")
    long countOfType(String account, String region, String type);

    @Query("select l from LoadBalancerEntity l join l.subnets s"
            + " where l.account = :account and l.region = :region and s.networkInterfaceId = :networkInterfaceId")
    Optional<LoadBalancerEntity> at(String account, String region, String networkInterfaceId);

    /** Of all accounts. @param name in lower case */
    @Query("select l from LoadBalancerEntity l where l.region = :region and lower(l.name) = :name")
    List<LoadBalancerEntity> ofAnyAccount(String region, String name);

    @Query("select l.vpcId from LoadBalancerEntity l"
            + " where l.account = :account and l.region = :region and l.resourceId = :id")
    Optional<String> vpcIdOf(String account, String region, String id);
}
