package io.vpclocal.network.securitygroup;

import io.vpclocal.resource.ResourceOwner;
import io.vpclocal.resource.TagStore;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;

@Component
class SecurityGroupOwner extends ResourceOwner<SecurityGroupEntity> {

    SecurityGroupOwner(SecurityGroups groups, TagStore tags) {
        super(SecurityGroupService.KIND, groups, tags);
    }

    @Override
    protected Map<String, List<String>> conditionKeys(SecurityGroupEntity group) {
        return Map.of(
                "ec2:SecurityGroupID",
                List.of(group.id()),
                "ec2:Vpc",
                List.of(group.scope().arn("ec2", "vpc/" + group.vpcId())));
    }
}
