package io.vpclocal.network.prefixlist;

import io.vpclocal.resource.ResourceOwner;
import io.vpclocal.resource.TagStore;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;

@Component
class PrefixListOwner extends ResourceOwner<PrefixListEntity> {

    PrefixListOwner(CustomerPrefixLists lists, TagStore tags) {
        super(PrefixLists.KIND, lists, tags);
    }

    @Override
    protected Map<String, List<String>> conditionKeys(PrefixListEntity list) {
        return Map.of();
    }
}
