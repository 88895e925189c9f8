package io.vpclocal.network.networkacl;

import io.vpclocal.resource.ResourceRepository;
import java.util.List;
import java.util.Optional;
import org.springframework.data.jpa.repository.Query;

interface NetworkAcls extends ResourceRepository<NetworkAclEntity> {

    /** Returns the id only: the VPC is locked before the ACL is read. */
    @Query("select a.vpcId from NetworkAclEntity a"
            + " where a.account = :account and a.region = :region and a.resourceId = :id")
    Optional<String> findVpcId(String account, String region, String id);

    @Query("select a from NetworkAclEntity a"
            + " where a.account = :account and a.region = :region and a.vpcId = :vpcId order by a.seq")
    List<NetworkAclEntity> findByVpc(String account, String region, String vpcId);

    @Query("select a from NetworkAclEntity a"
            + " where a.account = :account and a.region = :region and a.vpcId = :vpcId and a.defaultAcl = true")
    Optional<NetworkAclEntity> findDefault(String account, String region, String vpcId);

    @Query("select count(a) > 0 from NetworkAclEntity a"
            + " where a.account = :account and a.region = :region and a.vpcId = :vpcId and a.defaultAcl = false")
    boolean anyCustomIn(String account, String region, String vpcId);
}
