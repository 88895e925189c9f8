package io.vpclocal.network.securitygroup;

import io.vpclocal.network.vpc.VpcService;
import io.vpclocal.protocol.Scope;
import io.vpclocal.resource.DependencyGuard;
import io.vpclocal.resource.Dependents;
import java.time.Clock;
import java.util.List;
import org.springframework.stereotype.Service;

/** The rules of associations of security groups with further VPCs (Amazon VPC User Guide). The texts are our guess. */
@Service
public class SecurityGroupVpcService implements Dependents {

    private final SecurityGroupVpcs associations;
    private final SecurityGroupService groups;
    private final VpcService vpcs;
    private final DependencyGuard guard;
    private final Clock clock;

    SecurityGroupVpcService(
            SecurityGroupVpcs associations,
            SecurityGroupService groups,
            VpcService vpcs,
            DependencyGuard guard,
            Clock clock) {
        this.associations = associations;
        this.groups = groups;
        this.vpcs = vpcs;
        this.guard = guard;
        this.clock = clock;
    }

    /** True if interfaces in the VPC may have the group: it is the group's VPC, or associated with it. */
    public boolean usableIn(SecurityGroupEntity group, String vpcId) {
        return group.vpcId().equals(vpcId)
                || associations
                        .find(group.scope(), SecurityGroupVpcEntity.id(group.id(), vpcId))
                        .isPresent();
    }

    List<SecurityGroupVpcEntity> all(Scope scope) {
        return associations.findAll(scope);
    }

    /** The groups of other VPCs that are associated with the VPC. */
    List<SecurityGroupEntity> associatedWith(Scope scope, String vpcId) {
        List<String> ids = associations.groupsIn(scope.account(), scope.region(), vpcId);
        return ids.isEmpty() ? List.of() : groups.findAll(scope, ids);
    }

    /** A repeated call changes nothing. */
    void associate(Scope scope, String groupId, String vpcId) {
        vpcs.lock(scope, vpcId);
        SecurityGroupEntity group = groups.require(scope, groupId);
        if (group.name().equals("default")) {
            throw SecurityGroupErrors.defaultOfVpc(groupId);
        }
        if (group.vpcId().equals(vpcId)) {
            throw SecurityGroupErrors.ownVpc(groupId, vpcId);
        }
        if (!usableIn(group, vpcId)) {
            associations.save(new SecurityGroupVpcEntity(scope, clock.instant(), groupId, vpcId));
        }
    }

    void disassociate(Scope scope, String groupId, String vpcId) {
        vpcs.lock(scope, vpcId);
        groups.require(scope, groupId);
        SecurityGroupVpcEntity found = associations
                .lock(scope, SecurityGroupVpcEntity.id(groupId, vpcId))
                .orElseThrow(() -> SecurityGroupErrors.notAssociated(groupId, vpcId));
        if (guard.used(scope, found.id())) {
            throw SecurityGroupErrors.inUse(groupId);
        }
        associations.delete(found);
    }

    /** Neither the group nor the VPC can be deleted before the association. */
    @Override
    public boolean dependOn(Scope scope, String resourceId) {
        boolean side = SecurityGroupService.KIND.wellFormed(resourceId) || VpcService.KIND.wellFormed(resourceId);
        return side && associations.countOf(scope.account(), scope.region(), resourceId) > 0;
    }
}
