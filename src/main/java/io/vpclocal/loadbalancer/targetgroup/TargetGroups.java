package io.vpclocal.loadbalancer.targetgroup;

import io.vpclocal.loadbalancer.resource.ElbRepository;
import org.springframework.data.jpa.repository.Query;

interface TargetGroups extends ElbRepository<TargetGroupEntity> {

    @Query("select count(g) from TargetGroupEntity g join g.targets t"
            + " where t.targetId = :targetId and t.deregisteredAt is null")
    long registrations(String targetId);
}
