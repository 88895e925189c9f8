package io.vpclocal.network.securitygroup;

import io.vpclocal.network.Cidr;
import io.vpclocal.network.vpc.VpcEntity;
import io.vpclocal.network.vpc.VpcPart;
import java.util.List;
import org.springframework.stereotype.Component;

/**
 * The {@code default} group of every VPC. When a VPC gets an IPv6 block, groups with unchanged outbound rules get a
 * rule for IPv6 (AWS documentation, VPC User Guide: "Security group rules").
 */
@Component
class DefaultSecurityGroup implements VpcPart {

    private final SecurityGroupService service;
    private final SecurityGroups groups;
    private final NewRules newRules;

    DefaultSecurityGroup(SecurityGroupService service, SecurityGroups groups, NewRules newRules) {
        this.service = service;
        this.groups = groups;
        this.newRules = newRules;
    }

    @Override
    public void vpcCreated(VpcEntity vpc) {
        service.make(vpc, SecurityGroupLimits.DEFAULT_NAME, SecurityGroupLimits.DEFAULT_DESCRIPTION);
    }

    @Override
    public void vpcDeleted(VpcEntity vpc) {
        groups.findByVpc(vpc.id()).forEach(service::remove);
    }

    @Override
    public void cidrAssociated(VpcEntity vpc, Cidr cidr) {
        if (!cidr.v4()) {
            groups.findByVpc(vpc.id()).stream()
                    .filter(DefaultSecurityGroup::untouched)
                    .forEach(group -> newRules.add(group, true, NewRules.ANYWHERE_V6));
        }
    }

    private static boolean untouched(SecurityGroupEntity group) {
        List<SecurityGroupRuleEntity> outbound = group.rules(true);
        return outbound.size() == 1 && outbound.get(0).spec().equals(NewRules.ANYWHERE_V4);
    }
}
