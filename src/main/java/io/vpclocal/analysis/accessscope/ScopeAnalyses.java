package io.vpclocal.analysis.accessscope;

import io.vpclocal.resource.ResourceRepository;
import java.time.Instant;
import org.springframework.data.jpa.repository.Query;

interface ScopeAnalyses extends ResourceRepository<ScopeAnalysisEntity> {

    @Query("select count(a) from ScopeAnalysisEntity a where a.account = :account and a.region = :region"
            + " and a.scopeId = :scopeId")
    long countOf(String account, String region, String scopeId);

    @Query("select count(a) from ScopeAnalysisEntity a where a.account = :account and a.region = :region"
            + " and a.endsAt > :now")
    long running(String account, String region, Instant now);
}
