package io.vpclocal.network.securitygroup;

import io.vpclocal.resource.ResourceRepository;
import org.springframework.data.jpa.repository.Query;

interface SecurityGroupRules extends ResourceRepository<SecurityGroupRuleEntity> {

    /** True if a rule of another group has the group or the prefix list as its peer. */
    @Query("select count(r) > 0 from SecurityGroupRuleEntity r where r.account = :account and r.region = :region"
            + " and r.peer = :peer and r.groupId <> :peer")
    boolean anyWithPeer(String account, String region, String peer);
}
