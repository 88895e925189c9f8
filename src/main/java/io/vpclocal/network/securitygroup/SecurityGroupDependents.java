package io.vpclocal.network.securitygroup;

import io.vpclocal.network.prefixlist.PrefixListReferences;
import io.vpclocal.protocol.Scope;
import io.vpclocal.resource.Dependents;
import java.util.List;
import org.springframework.stereotype.Component;

/** Groups other than the default group use their VPC. Rules use the groups and prefix lists they refer to. */
@Component
class SecurityGroupDependents implements Dependents, PrefixListReferences {

    private final SecurityGroups groups;
    private final SecurityGroupRules rules;

    SecurityGroupDependents(SecurityGroups groups, SecurityGroupRules rules) {
        this.groups = groups;
        this.rules = rules;
    }

    @Override
    public boolean dependOn(Scope scope, String resourceId) {
        if (resourceId.startsWith("vpc-")) {
            return groups.anyCustomIn(resourceId);
        }
        return (resourceId.startsWith("sg-") || resourceId.startsWith("pl-"))
                && rules.anyWithPeer(scope.account(), scope.region(), resourceId);
    }

    @Override
    public List<String> referringTo(Scope scope, String prefixListId) {
        return rules.findGroupIds(scope.account(), scope.region(), prefixListId);
    }
}
