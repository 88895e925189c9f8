package io.vpclocal.network.securitygroup;

import io.vpclocal.resource.ResourceRepository;
import java.util.List;
import org.springframework.data.jpa.repository.Query;

interface SecurityGroupRules extends ResourceRepository<SecurityGroupRuleEntity> {

    /** True if a rule of another group has the group or the prefix list as its peer. */
    @Query("select count(r) > 0 from SecurityGroupRuleEntity r where r.account = :account and r.region = :region"
            + " and r.peer = :peer and r.groupId <> :peer")
    boolean anyWithPeer(String account, String region, String peer);

    /** The groups whose rules have the peer. */
    @Query("select distinct r.groupId from SecurityGroupRuleEntity r"
            + " where r.account = :account and r.region = :region and r.peer = :peer order by r.groupId")
    List<String> findGroupIds(String account, String region, String peer);
}
