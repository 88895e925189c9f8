package io.vpclocal.notification;

import io.vpclocal.resource.ResourceRepository;
import java.util.List;
import org.springframework.data.jpa.repository.Query;

interface Notifications extends ResourceRepository<NotificationEntity> {

    /** The notifications of all accounts about a service or an endpoint. */
    @Query("select n from NotificationEntity n where n.serviceId = :serviceId or n.endpointId = :endpointId"
            + " order by n.seq")
    List<NotificationEntity> about(String serviceId, String endpointId);

    @Query("select n from NotificationEntity n where n.serviceId = :serviceId")
    List<NotificationEntity> ofService(String serviceId);

    @Query("select n from NotificationEntity n where n.endpointId = :endpointId")
    List<NotificationEntity> ofEndpoint(String endpointId);
}
