package io.vpclocal.network.securitygroup;

import static io.vpclocal.resource.WireForms.orAbsent;

import java.util.List;
import software.amazon.awssdk.services.ec2.model.IpPermission;
import software.amazon.awssdk.services.ec2.model.SecurityGroup;
import software.amazon.awssdk.services.ec2.model.Tag;

/** Security groups as the API shows them. */
final class SecurityGroupWire {

    private SecurityGroupWire() {}

    static SecurityGroup toWire(SecurityGroupEntity group, List<Tag> tags, PeerGroups peers) {
        return SecurityGroup.builder()
                .groupId(group.id())
                .groupName(group.name())
                .description(group.description())
                .vpcId(group.vpcId())
                .ownerId(group.account())
                .securityGroupArn(group.arn())
                .ipPermissions(permissions(group, false, peers))
                .ipPermissionsEgress(permissions(group, true, peers))
                .tags(orAbsent(tags))
                .build();
    }

    private static List<IpPermission> permissions(SecurityGroupEntity group, boolean egress, PeerGroups peers) {
        List<RuleSpec> specs =
                group.rules(egress).stream().map(SecurityGroupRuleEntity::spec).toList();
        return IpPermissions.of(specs, spec -> peers.pair(group.scope(), spec));
    }
}
