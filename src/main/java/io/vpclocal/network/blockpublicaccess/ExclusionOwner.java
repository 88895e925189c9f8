package io.vpclocal.network.blockpublicaccess;

import io.vpclocal.resource.ResourceOwner;
import io.vpclocal.resource.TagStore;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;

/** Tags are an exclusion's only condition keys. */
@Component
class ExclusionOwner extends ResourceOwner<ExclusionEntity> {

    ExclusionOwner(Exclusions exclusions, TagStore tags) {
        super(BlockPublicAccessService.KIND, exclusions, tags);
    }

    @Override
    protected Map<String, List<String>> conditionKeys(ExclusionEntity exclusion) {
        return Map.of();
    }
}
