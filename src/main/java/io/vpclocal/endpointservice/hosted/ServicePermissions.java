package io.vpclocal.endpointservice.hosted;

import io.vpclocal.resource.ResourceRepository;
import java.util.Collection;
import java.util.List;
import org.springframework.data.jpa.repository.Query;

interface ServicePermissions extends ResourceRepository<ServicePermissionEntity> {

    @Query("select p from ServicePermissionEntity p where p.serviceId = :serviceId order by p.seq")
    List<ServicePermissionEntity> ofService(String serviceId);

    /** The permissions that can apply to principals of the account. */
    @Query("select p from ServicePermissionEntity p where p.serviceId in :serviceIds"
            + " and p.principalAccount in (:account, '*')")
    List<ServicePermissionEntity> concerning(Collection<String> serviceIds, String account);
}
