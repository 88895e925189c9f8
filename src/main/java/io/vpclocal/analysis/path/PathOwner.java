package io.vpclocal.analysis.path;

import io.vpclocal.resource.ResourceOwner;
import io.vpclocal.resource.TagStore;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;

@Component
class PathOwner extends ResourceOwner<PathEntity> {

    PathOwner(Paths paths, TagStore tags) {
        super(PathService.KIND, paths, tags);
    }

    @Override
    protected Map<String, List<String>> conditionKeys(PathEntity path) {
        return Map.of();
    }
}
