package io.vpclocal.flowlog.subscription;

import io.vpclocal.protocol.Scope;
import io.vpclocal.resource.ResourceRepository;
import java.util.Collection;
import java.util.List;
import org.springframework.data.jpa.repository.Query;

/** All flow logs. */
public interface FlowLogs extends ResourceRepository<FlowLogEntity> {

    @Query("select f from FlowLogEntity f where f.account = :account and f.region = :region and f.request = :request"
            + " order by f.seq")
    List<FlowLogEntity> findByRequest(String account, String region, String request);

    @Query("select f from FlowLogEntity f"
            + " where f.account = :account and f.region = :region and f.monitoredId in :monitoredIds")
    List<FlowLogEntity> findByMonitored(String account, String region, Collection<String> monitoredIds);

    /** Flow logs of one account that deliver to a log group of that name, in all Regions. */
    @Query("select f from FlowLogEntity f where f.account = :account and f.logGroupName = :logGroup order by f.seq")
    List<FlowLogEntity> findByGroup(String account, String logGroup);

    /** The scopes that have flow logs. */
    @Query("select distinct new io.vpclocal.protocol.Scope(f.account, f.region) from FlowLogEntity f")
    List<Scope> findScopes();
}
