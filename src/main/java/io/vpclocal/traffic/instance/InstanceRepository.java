package io.vpclocal.traffic.instance;

import io.vpclocal.protocol.Scope;
import io.vpclocal.resource.ResourceRepository;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import org.springframework.data.jpa.repository.Query;

interface InstanceRepository extends ResourceRepository<InstanceEntity> {

    @Query("select i from InstanceEntity i where i.account = :account and i.region = :region"
            + " and i.reservationId = :reservationId order by i.launchIndex")
    List<InstanceEntity> ofReservation(String account, String region, String reservationId);

    @Query("select i from InstanceEntity i where i.account = :account and i.region = :region"
            + " and i.phase = io.vpclocal.traffic.instance.InstancePhase.TERMINATED and i.phaseSince <= :before")
    List<InstanceEntity> terminatedBefore(String account, String region, Instant before);

    @Query("select i.resourceId from InstanceEntity i where i.account = :account and i.region = :region"
            + " and i.phase <> io.vpclocal.traffic.instance.InstancePhase.TERMINATED and i.resourceId in :ids")
    List<String> liveIds(String account, String region, Collection<String> ids);

    @Query("select i.resourceId from InstanceEntity i where i.account = :account and i.region = :region"
            + " and i.phase = io.vpclocal.traffic.instance.InstancePhase.STOPPED and i.resourceId in :ids")
    List<String> stoppedIds(String account, String region, Collection<String> ids);

    @Query("select i from InstanceEntity i where i.account = :account and i.region = :region"
            + " and i.phase <> io.vpclocal.traffic.instance.InstancePhase.TERMINATED"
            + " and i.placement.groupId = :groupId order by i.seq")
    List<InstanceEntity> ofGroup(String account, String region, String groupId);

    /** The instances of a placement group that are not terminated. */
    default List<InstanceEntity> ofGroup(Scope scope, String groupId) {
        return ofGroup(scope.account(), scope.region(), groupId);
    }

    default List<InstanceEntity> terminatedBefore(Scope scope, Instant before) {
        return terminatedBefore(scope.account(), scope.region(), before);
    }
}
