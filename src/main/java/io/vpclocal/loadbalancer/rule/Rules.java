package io.vpclocal.loadbalancer.rule;

import io.vpclocal.resource.ResourceRepository;
import java.util.Collection;
import java.util.List;
import org.springframework.data.jpa.repository.Query;

public interface Rules extends ResourceRepository<RuleEntity> {

    @Query("select r from RuleEntity r where r.listenerId = :listenerId order by r.priority")
    List<RuleEntity> ofListener(String listenerId);

    @Query("select r from RuleEntity r where r.listenerId in :listenerIds order by r.priority")
    List<RuleEntity> ofListeners(Collection<String> listenerIds);

    @Query("select distinct r from RuleEntity r join r.targetGroupIds t where t in :targetGroupIds")
    List<RuleEntity> forwardingTo(Collection<String> targetGroupIds);
}
