package io.vpclocal.network.interfacepermission;

import io.vpclocal.resource.ResourceRepository;
import java.util.List;
import org.springframework.data.jpa.repository.Query;

interface InterfacePermissions extends ResourceRepository<InterfacePermissionEntity> {

    @Query("select p from InterfacePermissionEntity p where p.account = :account and p.region = :region"
            + " and p.interfaceId = :interfaceId order by p.seq")
    List<InterfacePermissionEntity> of(String account, String region, String interfaceId);
}
