package io.vpclocal.network.securitygroup;

import io.vpclocal.network.peering.PeeredVpc;
import io.vpclocal.network.peering.PeeringConnection;
import io.vpclocal.network.peering.PeeringState;
import io.vpclocal.network.peering.Peerings;
import io.vpclocal.protocol.Scope;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import software.amazon.awssdk.services.ec2.model.ReferencedSecurityGroup;
import software.amazon.awssdk.services.ec2.model.UserIdGroupPair;

/** The groups in peer VPCs that rules refer to (Amazon VPC Peering Guide: update your security groups). */
@Component
class PeerGroups {

    private final SecurityGroups groups;
    private final Peerings peerings;

    PeerGroups(SecurityGroups groups, Peerings peerings) {
        this.groups = groups;
        this.peerings = peerings;
    }

    /**
     * The location of a group that the other group's rules may refer to: in a peer VPC of the same Region, with an
     * active connection.
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
        return Optional.empty();
    }

    /** True if the rule refers to a deleted group in a peer VPC, or the connection is no longer active. */
    boolean stale(SecurityGroupRuleEntity rule) {
        PeerGroup behind = rule.behind();
        return behind != null
                && (!exists(rule.scope(), rule.peer().text(), behind)
                        || !status(rule.scope(), behind).equals(PeeringState.ACTIVE.wire()));
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
        return pair.userId(owner(scope, groupId, behind))
                .vpcId(behind.vpcId())
                .vpcPeeringConnectionId(behind.connectionId())
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
