package io.vpclocal.network.securitygroup;

import io.vpclocal.resource.ResourceKind;
import io.vpclocal.resource.ResourceOwner;
import io.vpclocal.resource.TagStore;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;

/** Tags are a rule's only condition keys. */
@Component
class SecurityGroupRuleOwner extends ResourceOwner<SecurityGroupRuleEntity> {

    static final ResourceKind KIND =
            new ResourceKind("security-group-rule", "sgr", "security group rule", "InvalidSecurityGroupRuleId");

    SecurityGroupRuleOwner(SecurityGroupRules rules, TagStore tags) {
        super(KIND, rules, tags);
    }

    @Override
    protected Map<String, List<String>> conditionKeys(SecurityGroupRuleEntity rule) {
        return Map.of();
    }
}
