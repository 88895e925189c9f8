package io.vpclocal.network.subnet;

import io.vpclocal.resource.ResourceRepository;
import java.util.List;
import java.util.Optional;
import org.springframework.data.jpa.repository.Query;

interface Subnets extends ResourceRepository<SubnetEntity> {

    @Query("select s from SubnetEntity s"
            + " where s.account = :account and s.region = :region and s.vpcId = :vpcId order by s.seq")
    List<SubnetEntity> ofVpc(String account, String region, String vpcId);

    @Query("select count(s) from SubnetEntity s"
            + " where s.account = :account and s.region = :region and s.vpcId = :vpcId")
    long countOfVpc(String account, String region, String vpcId);

    /** Returns ids only: the VPC is locked before the subnet is read. */
    @Query("select s.vpcId from SubnetEntity s"
            + " where s.account = :account and s.region = :region and s.resourceId = :id")
    Optional<String> vpcIdOf(String account, String region, String id);

    @Query("select s.resourceId from SubnetEntity s"
            + " where s.account = :account and s.region = :region and s.ipv6AssociationId = :associationId")
    Optional<String> idByIpv6Association(String account, String region, String associationId);

    @Query("select count(s) from SubnetEntity s where s.account = :account and s.region = :region"
            + " and (s.vpcAssociationId = :associationId or s.vpcIpv6AssociationId = :associationId)")
    long countInVpcBlock(String account, String region, String associationId);
}
