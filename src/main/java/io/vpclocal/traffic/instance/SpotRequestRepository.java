package io.vpclocal.traffic.instance;

import io.vpclocal.resource.ResourceRepository;
import java.time.Instant;
import java.util.List;
import org.springframework.data.jpa.repository.Query;

interface SpotRequestRepository extends ResourceRepository<SpotRequestEntity> {

    @Query("select r from SpotRequestEntity r where r.account = :account and r.region = :region"
            + " and r.status = io.vpclocal.traffic.instance.SpotStatus.TERMINATED and r.statusSince <= :before")
    List<SpotRequestEntity> endedBefore(String account, String region, Instant before);
}
