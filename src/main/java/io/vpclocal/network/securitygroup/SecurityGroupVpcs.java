package io.vpclocal.network.securitygroup;

import io.vpclocal.resource.ResourceRepository;
import java.util.List;
import org.springframework.data.jpa.repository.Query;

interface SecurityGroupVpcs extends ResourceRepository<SecurityGroupVpcEntity> {

    @Query("select count(a) from SecurityGroupVpcEntity a where a.account = :account and a.region = :region"
            + " and (a.groupId = :id or a.vpcId = :id)")
    long countOf(String account, String region, String id);

    @Query("select a.groupId from SecurityGroupVpcEntity a where a.account = :account and a.region = :region"
            + " and a.vpcId = :vpcId order by a.seq")
    List<String> groupsIn(String account, String region, String vpcId);
}
