package io.vpclocal.analysis.accessscope;

import java.util.List;
import org.springframework.data.domain.Limit;
import org.springframework.data.jpa.repository.Modifying;
import org.springframework.data.jpa.repository.Query;
import org.springframework.data.repository.Repository;

interface FindingRows extends Repository<FindingEntity, Long> {

    FindingEntity save(FindingEntity finding);

    @Query("select f from FindingEntity f where f.analysisId = :analysisId and f.findingNumber > :after"
            + " order by f.findingNumber")
    List<FindingEntity> page(String analysisId, int after, Limit limit);

    @Modifying
    @Query("delete from FindingEntity f where f.analysisId = :analysisId")
    void deleteOf(String analysisId);
}
