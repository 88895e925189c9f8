package io.vpclocal.network.networkacl;

import io.vpclocal.protocol.Scope;
import io.vpclocal.resource.Dependents;
import org.springframework.stereotype.Component;

/** ACLs use their VPC, except its default ACL; subnets use their ACL. */
@Component
class NetworkAclDependents implements Dependents {

    private final NetworkAcls acls;

    NetworkAclDependents(NetworkAcls acls) {
        this.acls = acls;
    }

    @Override
    public boolean dependOn(Scope scope, String resourceId) {
        if (resourceId.startsWith("vpc-")) {
            return acls.anyCustomIn(scope.account(), scope.region(), resourceId);
        }
        return resourceId.startsWith("acl-")
                && acls.find(scope, resourceId)
                        .map(acl -> !acl.subnetIds().isEmpty())
                        .orElse(false);
    }
}
