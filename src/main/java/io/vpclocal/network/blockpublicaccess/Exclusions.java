package io.vpclocal.network.blockpublicaccess;

import io.vpclocal.resource.ResourceRepository;
import java.util.List;
import org.springframework.data.jpa.repository.Query;

interface Exclusions extends ResourceRepository<ExclusionEntity> {

    @Query("select e from ExclusionEntity e where e.account = :account and e.region = :region"
            + " and e.excludedId = :excludedId and e.deletedAt is null")
    List<ExclusionEntity> findOf(String account, String region, String excludedId);
}
