package io.vpclocal.analysis.path;

import io.vpclocal.resource.ResourceOwner;
import io.vpclocal.resource.TagStore;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;

@Component
class AnalysisOwner extends ResourceOwner<AnalysisEntity> {

    AnalysisOwner(Analyses analyses, TagStore tags) {
        super(AnalysisService.KIND, analyses, tags);
    }

    @Override
    protected Map<String, List<String>> conditionKeys(AnalysisEntity analysis) {
        return Map.of();
    }
}
