package io.vpclocal.network.networkacl;

import java.util.Optional;
import org.springframework.data.jpa.repository.Query;
import org.springframework.data.repository.Repository;

interface NetworkAclAssociations extends Repository<NetworkAclAssociationEntity, Long> {

    NetworkAclAssociationEntity save(NetworkAclAssociationEntity association);

    void delete(NetworkAclAssociationEntity association);

    @Query("select s from NetworkAclAssociationEntity s join fetch s.acl"
            + " where s.acl.account = :account and s.acl.region = :region and s.subnetId = :subnetId")
    Optional<NetworkAclAssociationEntity> findBySubnet(String account, String region, String subnetId);

    /** Returns the id only: the VPC is locked before the association is read. */
    @Query("select s.acl.vpcId from NetworkAclAssociationEntity s"
            + " where s.acl.account = :account and s.acl.region = :region and s.associationId = :associationId")
    Optional<String> findVpcId(String account, String region, String associationId);

    @Query("select s.subnetId from NetworkAclAssociationEntity s"
            + " where s.acl.account = :account and s.acl.region = :region and s.associationId = :associationId")
    Optional<String> subnetOf(String account, String region, String associationId);

    @Query("select s from NetworkAclAssociationEntity s join fetch s.acl where s.associationId = :associationId")
    Optional<NetworkAclAssociationEntity> findByAssociationId(String associationId);
}
