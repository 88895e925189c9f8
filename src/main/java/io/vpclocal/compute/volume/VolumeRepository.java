package io.vpclocal.compute.volume;

import io.vpclocal.resource.ResourceRepository;
import java.util.Collection;
import java.util.List;
import org.springframework.data.jpa.repository.Query;

interface VolumeRepository extends ResourceRepository<VolumeEntity> {

    @Query("select v from VolumeEntity v where v.account = :account and v.region = :region"
            + " and v.instanceId in :instanceIds order by v.seq")
    List<VolumeEntity> ofInstances(String account, String region, Collection<String> instanceIds);
}
