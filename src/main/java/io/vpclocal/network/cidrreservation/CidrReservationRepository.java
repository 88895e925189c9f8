package io.vpclocal.network.cidrreservation;

import io.vpclocal.resource.ResourceRepository;
import java.util.List;
import java.util.Optional;
import org.springframework.data.jpa.repository.Query;

interface CidrReservationRepository extends ResourceRepository<CidrReservationEntity> {

    @Query("select r from CidrReservationEntity r where r.account = :account and r.region = :region"
            + " and r.subnetId = :subnetId order by r.seq")
    List<CidrReservationEntity> ofSubnet(String account, String region, String subnetId);

    @Query("select r.subnetId from CidrReservationEntity r where r.account = :account and r.region = :region"
            + " and r.resourceId = :id")
    Optional<String> subnetIdOf(String account, String region, String id);
}
