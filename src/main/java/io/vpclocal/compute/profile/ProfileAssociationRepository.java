package io.vpclocal.compute.profile;

import io.vpclocal.resource.ResourceRepository;
import java.util.Collection;
import java.util.List;
import org.springframework.data.jpa.repository.Query;

interface ProfileAssociationRepository extends ResourceRepository<ProfileAssociationEntity> {

    @Query("select a from ProfileAssociationEntity a where a.account = :account and a.region = :region"
            + " and a.instanceId in :instanceIds order by a.seq")
    List<ProfileAssociationEntity> ofInstances(String account, String region, Collection<String> instanceIds);

    void flush();
}
