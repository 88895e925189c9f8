package io.vpclocal.endpointservice.hosted;

import io.vpclocal.resource.ResourceRepository;
import java.util.List;
import java.util.Optional;
import org.springframework.data.jpa.repository.Query;

interface HostedServices extends ResourceRepository<HostedServiceEntity> {

    Optional<HostedServiceEntity> findByRegionAndServiceName(String region, String serviceName);

    /** The services of a Region that an account owns, or that a permission allows to the account or to everyone. */
    @Query("select s from HostedServiceEntity s where s.region = :region and (s.account = :account"
            + " or exists (select p.resourceId from ServicePermissionEntity p where p.serviceId = s.resourceId"
            + " and p.principalAccount in (:account, '*'))) order by s.seq")
    List<HostedServiceEntity> known(String region, String account);

    @Query("select count(s) > 0 from HostedServiceEntity s join s.loadBalancerArns a where a = :arn")
    boolean anyBehind(String arn);
}
