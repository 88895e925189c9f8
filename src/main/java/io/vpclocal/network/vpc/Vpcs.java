package io.vpclocal.network.vpc;

import io.vpclocal.resource.ResourceRepository;
import java.util.Optional;
import org.springframework.data.jpa.repository.Query;

interface Vpcs extends ResourceRepository<VpcEntity> {

    @Query("select v from VpcEntity v join v.blocks b"
            + " where v.account = :account and v.region = :region and b.associationId = :associationId")
    Optional<VpcEntity> findByBlock(String account, String region, String associationId);

    @Query("select v.resourceId from VpcEntity v join v.blocks b"
            + " where v.account = :account and v.region = :region and b.associationId = :associationId")
    Optional<String> idByBlock(String account, String region, String associationId);

    @Query("select v from VpcEntity v where v.account = :account and v.region = :region and v.defaultVpc = true")
    Optional<VpcEntity> findDefault(String account, String region);

    @Query("select count(v) > 0 from VpcEntity v where v.account = :account and v.region = :region"
            + " and v.dhcpOptionsId = :dhcpOptionsId")
    boolean anyWithDhcpOptions(String account, String region, String dhcpOptionsId);
}
