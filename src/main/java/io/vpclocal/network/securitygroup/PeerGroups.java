package io.vpclocal.network.securitygroup;

import io.vpclocal.network.peering.PeeredVpc;
import io.vpclocal.network.peering.PeeringConnection;
import io.vpclocal.network.peering.PeeringState;
import io.vpclocal.network.peering.Peerings;
import io.vpclocal.protocol.Scope;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;
import software.amazon.awssdk.services.ec2.model.ReferencedSecurityGroup;
import software.amazon.awssdk.services.ec2.model.UserIdGroupPair;

/**
 * The groups in other VPCs that rules refer to (Amazon VPC Peering Guide: update your security groups; Amazon VPC Transit
 * Gateways guide: security group referencing).
 */
@Component
class PeerGroups {

    private final SecurityGroups groups;
    private final Peerings peerings;
    private final ObjectProvider<TransitPaths> transit;

    /** @param transit looked up late, because transit gateways have interfaces, and interfaces have groups */
    PeerGroups(SecurityGroups groups, Peerings peerings, ObjectProvider<TransitPaths> transit) {
        this.groups = groups;
        this.peerings = peerings;
        this.transit = transit;
    }

    /**
     * The location of a group that the other group's rules may refer to: in a peer VPC of the same Region, with an
     * active connection, or behind a transit gateway.
     */
    Optional<PeerGroup> find(SecurityGroupEntity of, String groupId) {
        for (PeeringConnection connection : peerings.ofVpc(of.scope(), of.vpcId())) {
            PeeredVpc peer = connection.behind(of.scope(), of.vpcId());
            boolean there = connection.active()
                    && connection.sameRegion()
                    && groups.find(peer.scope(), groupId)
                            .filter(group -> group.vpcId().equals(peer.vpcId()))
                            .isPresent();
            if (there) {
                return Optional.of(new PeerGroup(peer.scope().account(), peer.vpcId(), connection.id()));
            }
        }
        return groups.find(of.scope(), groupId).flatMap(group -> transit.getObject()
                .between(of.scope(), of.vpcId(), group.vpcId())
                .map(gateway -> new PeerGroup(of.account(), group.vpcId(), gateway)));
    }

    /** True if the rule refers to a deleted group in another VPC, or the connection with that VPC is no longer there. */
    boolean stale(SecurityGroupEntity of, SecurityGroupRuleEntity rule) {
        PeerGroup behind = rule.behind();
        return behind != null && (!exists(rule.scope(), rule.peer().text(), behind) || !connected(of, behind));
    }

    private boolean connected(SecurityGroupEntity of, PeerGroup behind) {
        return behind.byTransitGateway()
                ? transit.getObject()
                        .between(of.scope(), of.vpcId(), behind.vpcId())
                        .isPresent()
                : status(of.scope(), behind).equals(PeeringState.ACTIVE.wire());
    }

    /** The referenced group for {@code IpPermissions}. The owner of a deleted group is not shown. */
    UserIdGroupPair pair(Scope scope, RuleSpec rule) {
        String groupId = rule.peer().text();
        PeerGroup behind = rule.behind();
        UserIdGroupPair.Builder pair =
                UserIdGroupPair.builder().groupId(groupId).description(rule.description());
        if (behind == null) {
            return pair.userId(scope.account()).build();
        }
        pair.userId(owner(scope, groupId, behind)).vpcId(behind.vpcId());
        // UNVERIFIED: that a transit gateway is not named here. The model has no member for it.
        return behind.byTransitGateway()
                ? pair.build()
                : pair.vpcPeeringConnectionId(behind.connectionId())
                        .peeringStatus(status(scope, behind))
                        .build();
    }

    /** The referenced group for {@code SecurityGroupRules}. */
    ReferencedSecurityGroup referenced(Scope scope, RuleSpec rule) {
        UserIdGroupPair pair = pair(scope, rule);
        return ReferencedSecurityGroup.builder()
                .groupId(pair.groupId())
                .userId(pair.userId())
                .vpcId(pair.vpcId())
                .vpcPeeringConnectionId(pair.vpcPeeringConnectionId())
                .peeringStatus(pair.peeringStatus())
                .build();
    }

    private @Nullable String owner(Scope scope, String groupId, PeerGroup behind) {
        return exists(scope, groupId, behind) ? behind.account() : null;
    }

    private boolean exists(Scope scope, String groupId, PeerGroup behind) {
        return groups.find(behind.scope(scope.region()), groupId).isPresent();
    }

    private String status(Scope scope, PeerGroup behind) {
        return peerings.find(scope, behind.connectionId())
                .map(PeeringConnection::state)
                .orElse(PeeringState.DELETED)
                .wire();
    }
}
