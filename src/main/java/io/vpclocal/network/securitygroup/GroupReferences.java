package io.vpclocal.network.securitygroup;

import io.vpclocal.network.peering.PeeringConnection;
import io.vpclocal.network.peering.Peerings;
import io.vpclocal.protocol.Scope;
import io.vpclocal.resource.Describe;
import io.vpclocal.resource.Describer;
import io.vpclocal.resource.MaxResults;
import io.vpclocal.resource.Page;
import java.util.Collection;
import java.util.List;
import org.springframework.stereotype.Component;
import software.amazon.awssdk.services.ec2.model.DescribeStaleSecurityGroupsRequest;
import software.amazon.awssdk.services.ec2.model.SecurityGroupReference;
import software.amazon.awssdk.services.ec2.model.StaleIpPermission;
import software.amazon.awssdk.services.ec2.model.StaleSecurityGroup;

/** References between security groups across peering connections, and stale rules. */
@Component
class GroupReferences {

    private static final Describe<SecurityGroupEntity> STALE = Describe.<SecurityGroupEntity>filters()
            .maxResults(MaxResults.classic(5, 255))
            .build();

    private final SecurityGroupService groups;
    private final SecurityGroupRules rules;
    private final PeerGroups peers;
    private final Peerings peerings;
    private final Describer describer;

    GroupReferences(
            SecurityGroupService groups,
            SecurityGroupRules rules,
            PeerGroups peers,
            Peerings peerings,
            Describer describer) {
        this.groups = groups;
        this.rules = rules;
        this.peers = peers;
        this.peerings = peerings;
        this.describer = describer;
    }

    /** The VPCs, peered with active connections or behind transit gateways, whose rules refer to one of the groups. */
    List<SecurityGroupReference> to(Scope scope, Collection<String> groupIds) {
        return rules.findReferences(scope.region(), groupIds).stream()
                .filter(found -> PeerGroup.transitGateway(found.getConnectionId())
                        || peerings.find(scope, found.getConnectionId())
                                .filter(PeeringConnection::active)
                                .isPresent())
                .map(found -> reference(found.getConnectionId())
                        .groupId(found.getGroupId())
                        .referencingVpcId(found.getVpcId())
                        .build())
                .toList();
    }

    private static SecurityGroupReference.Builder reference(String connectionId) {
        SecurityGroupReference.Builder reference = SecurityGroupReference.builder();
        return PeerGroup.transitGateway(connectionId)
                ? reference.transitGatewayId(connectionId)
                : reference.vpcPeeringConnectionId(connectionId);
    }

    /** The groups of a VPC with stale rules. */
    Page<SecurityGroupEntity> stale(Scope scope, DescribeStaleSecurityGroupsRequest request) {
        List<SecurityGroupEntity> found = groups.ofVpc(scope, request.vpcId()).stream()
                .filter(group -> group.rules().stream().anyMatch(rule -> peers.stale(group, rule)))
                .toList();
        return describer.page(
                STALE,
                found,
                SecurityGroupEntity::id,
                "DescribeStaleSecurityGroups" + request.vpcId(),
                scope,
                List.of(),
                request.maxResults(),
                request.nextToken());
    }

    StaleSecurityGroup toWire(SecurityGroupEntity group) {
        return StaleSecurityGroup.builder()
                .groupId(group.id())
                .groupName(group.name())
                .description(group.description())
                .vpcId(group.vpcId())
                .staleIpPermissions(stale(group, false))
                .staleIpPermissionsEgress(stale(group, true))
                .build();
    }

    private List<StaleIpPermission> stale(SecurityGroupEntity group, boolean egress) {
        List<RuleSpec> stale = group.rules(egress).stream()
                .filter(rule -> peers.stale(group, rule))
                .map(SecurityGroupRuleEntity::spec)
                .toList();
        return IpPermissions.of(stale, rule -> peers.pair(group.scope(), rule)).stream()
                .map(permission -> StaleIpPermission.builder()
                        .ipProtocol(permission.ipProtocol())
                        .fromPort(permission.fromPort())
                        .toPort(permission.toPort())
                        .userIdGroupPairs(permission.userIdGroupPairs())
                        .build())
                .toList();
    }
}
