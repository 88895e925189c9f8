package io.vpclocal.charges;

import io.vpclocal.endpoint.ZoneListener;
import io.vpclocal.protocol.Scope;
import java.time.Instant;
import java.util.List;
import org.springframework.data.jpa.repository.Modifying;
import org.springframework.data.jpa.repository.Query;
import org.springframework.data.repository.Repository;

interface EndpointStays extends Repository<EndpointStayEntity, Long>, ZoneListener {

    EndpointStayEntity save(EndpointStayEntity stay);

    @Query("select s from EndpointStayEntity s order by s.account, s.region, s.endpointId, s.seq")
    List<EndpointStayEntity> findAllInOrder();

    @Modifying(flushAutomatically = true)
    @Query("update EndpointStayEntity s set s.leftAt = :at"
            + " where s.endpointId = :endpointId and s.zone = :zone and s.leftAt is null")
    void end(String endpointId, String zone, Instant at);

    @Override
    default void entered(Scope scope, String endpointId, String zone, Instant at) {
        save(new EndpointStayEntity(scope, endpointId, zone, at));
    }

    @Override
    default void left(Scope scope, String endpointId, String zone, Instant at) {
        end(endpointId, zone, at);
    }
}
