package io.vpclocal.loadbalancer;

import io.vpclocal.resource.ResourceRepository;
import java.util.Optional;
import org.springframework.data.jpa.repository.Query;

interface TargetGroupRepository extends ResourceRepository<TargetGroupEntity> {

    @Query("select t from TargetGroupEntity t where t.account = :account and t.region = :region and t.name = :name")
    Optional<TargetGroupEntity> named(String account, String region, String name);
}
