package io.vpclocal.network.networkacl;

import io.vpclocal.resource.ResourceOwner;
import io.vpclocal.resource.TagStore;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;

@Component
class NetworkAclOwner extends ResourceOwner<NetworkAclEntity> {

    NetworkAclOwner(NetworkAcls acls, TagStore tags) {
        super(NetworkAclService.KIND, acls, tags);
    }

    @Override
    protected Map<String, List<String>> conditionKeys(NetworkAclEntity acl) {
        return Map.of(
                "ec2:NetworkAclID",
                List.of(acl.id()),
                "ec2:Vpc",
                List.of(acl.scope().arn("ec2", "vpc/" + acl.vpcId())));
    }
}
