package io.vpclocal.analysis.path;

import io.vpclocal.resource.ResourceRepository;
import java.util.List;
import org.springframework.data.jpa.repository.Query;

interface Analyses extends ResourceRepository<AnalysisEntity> {

    @Query("select a from AnalysisEntity a where a.account = :account and a.region = :region and a.pathId = :pathId"
            + " order by a.seq")
    List<AnalysisEntity> ofPath(String account, String region, String pathId);
}
