package io.vpclocal.compute.launchtemplate;

import io.vpclocal.resource.ResourceOwner;
import io.vpclocal.resource.TagStore;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;

@Component
class LaunchTemplateOwner extends ResourceOwner<LaunchTemplateEntity> {

    LaunchTemplateOwner(LaunchTemplateRepository templates, TagStore tags) {
        super(LaunchTemplates.KIND, templates, tags);
    }

    @Override
    protected Map<String, List<String>> conditionKeys(LaunchTemplateEntity template) {
        return Map.of();
    }
}
