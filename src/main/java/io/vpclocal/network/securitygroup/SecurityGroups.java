package io.vpclocal.network.securitygroup;

import io.vpclocal.resource.ResourceRepository;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.springframework.data.jpa.repository.Query;

interface SecurityGroups extends ResourceRepository<SecurityGroupEntity> {

    /** Returns the id only: the VPC is locked before the group is read. */
    @Query("select g.vpcId from SecurityGroupEntity g"
            + " where g.account = :account and g.region = :region and g.resourceId = :id")
    Optional<String> findVpcId(String account, String region, String id);

    @Query("select g from SecurityGroupEntity g where g.vpcId = :vpcId order by g.seq")
    List<SecurityGroupEntity> findByVpc(String vpcId);

    @Query("select g from SecurityGroupEntity g where g.vpcId = :vpcId and g.nameKey in :nameKeys order by g.seq")
    List<SecurityGroupEntity> findByNames(String vpcId, Collection<String> nameKeys);

    @Query("select g from SecurityGroupEntity g where g.vpcId = :vpcId and g.defaultGroup = true")
    Optional<SecurityGroupEntity> findDefault(String vpcId);

    @Query("select count(g) > 0 from SecurityGroupEntity g where g.vpcId = :vpcId and g.defaultGroup = false")
    boolean anyCustomIn(String vpcId);
}
