package io.vpclocal.loadbalancer.listener;

import io.vpclocal.resource.ResourceRepository;
import java.util.Collection;
import java.util.List;
import org.springframework.data.jpa.repository.Query;

public interface Listeners extends ResourceRepository<ListenerEntity> {

    @Query("select l from ListenerEntity l where l.loadBalancerId = :loadBalancerId order by l.seq")
    List<ListenerEntity> ofLoadBalancer(String loadBalancerId);

    @Query("select distinct l from ListenerEntity l join l.targetGroups t where t.targetGroupId in :targetGroupIds"
            + " order by l.seq")
    List<ListenerEntity> forwardingTo(Collection<String> targetGroupIds);
}
