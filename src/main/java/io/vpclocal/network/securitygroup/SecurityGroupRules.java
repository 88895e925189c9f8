package io.vpclocal.network.securitygroup;

import io.vpclocal.resource.ResourceRepository;
import java.util.Collection;
import java.util.List;
import org.springframework.data.jpa.repository.Query;

interface SecurityGroupRules extends ResourceRepository<SecurityGroupRuleEntity> {

    /**
     * True if a rule of another group in the VPC refers to the group or prefix list. Rules in other VPCs become stale
     * instead.
     */
    @Query("select count(r) > 0 from SecurityGroupRuleEntity r where r.account = :account and r.region = :region"
            + " and r.peer = :peer and r.groupId <> :peer and r.peerConnectionId is null")
    boolean anyWithPeer(String account, String region, String peer);

    /** The groups whose rules refer to the peer. */
    @Query("select distinct r.groupId from SecurityGroupRuleEntity r"
            + " where r.account = :account and r.region = :region and r.peer = :peer order by r.groupId")
    List<String> findGroupIds(String account, String region, String peer);

    /** The VPCs of any account whose rules refer to the groups of a Region across a peering connection. */
    @Query("select distinct r.peer as groupId, g.vpcId as vpcId, r.peerConnectionId as connectionId"
            + " from SecurityGroupRuleEntity r join r.group g"
            + " where r.region = :region and r.peer in :groupIds and r.peerConnectionId is not null"
            + " order by r.peer, g.vpcId")
    List<Reference> findReferences(String region, Collection<String> groupIds);

    /** A group and a VPC whose rules refer to it. */
    interface Reference {

        String getGroupId();

        String getVpcId();

        String getConnectionId();
    }
}
