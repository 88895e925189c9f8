package io.vpclocal.analysis.accessscope;

import io.vpclocal.resource.ResourceOwner;
import io.vpclocal.resource.TagStore;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;

@Component
class ScopeOwner extends ResourceOwner<ScopeEntity> {

    ScopeOwner(AccessScopes rows, TagStore tags) {
        super(ScopeKinds.SCOPE, rows, tags);
    }

    @Override
    protected Map<String, List<String>> conditionKeys(ScopeEntity row) {
        return Map.of();
    }
}
