package io.vpclocal.analysis.accessscope;

import io.vpclocal.resource.ResourceOwner;
import io.vpclocal.resource.TagStore;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;

@Component
class ScopeAnalysisOwner extends ResourceOwner<ScopeAnalysisEntity> {

    ScopeAnalysisOwner(ScopeAnalyses rows, TagStore tags) {
        super(ScopeKinds.ANALYSIS, rows, tags);
    }

    @Override
    protected Map<String, List<String>> conditionKeys(ScopeAnalysisEntity row) {
        return Map.of();
    }
}
