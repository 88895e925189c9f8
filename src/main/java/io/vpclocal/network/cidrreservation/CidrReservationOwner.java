package io.vpclocal.network.cidrreservation;

import io.vpclocal.resource.ResourceOwner;
import io.vpclocal.resource.TagStore;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;

@Component
class CidrReservationOwner extends ResourceOwner<CidrReservationEntity> {

    CidrReservationOwner(CidrReservationRepository reservations, TagStore tags) {
        super(CidrReservations.KIND, reservations, tags);
    }

    @Override
    protected Map<String, List<String>> conditionKeys(CidrReservationEntity reservation) {
        return Map.of();
    }
}
