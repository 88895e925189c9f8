package io.vpclocal.charges;

import io.vpclocal.endpoint.ZoneListener;
import io.vpclocal.protocol.Scope;
import java.time.Instant;
import java.util.List;
import org.springframework.data.jpa.repository.Modifying;
import org.springframework.data.jpa.repository.Query;
import org.springframework.data.repository.Repository;

interface EndpointUptimes extends Repository<EndpointUptimeEntity, Long>, ZoneListener {

    EndpointUptimeEntity save(EndpointUptimeEntity stay);

    @Query("select s from EndpointUptimeEntity s order by s.account, s.region, s.endpointId, s.seq")
    List<EndpointUptimeEntity> findAllInOrder();

    @Modifying(flushAutomatically = true)
    @Query("update EndpointUptimeEntity s set s.leftAt = :at"
            + " where s.endpointId = :endpointId and s.zone = :zone and s.leftAt is null")
    void end(String endpointId, String zone, Instant at);

    @Override
    default void entered(Scope scope, String endpointId, String zone, Instant at) {
        save(new EndpointUptimeEntity(scope, endpointId, zone, at));
    }

    @Override
    default void left(Scope scope, String endpointId, String zone, Instant at) {
        end(endpointId, zone, at);
    }
}
