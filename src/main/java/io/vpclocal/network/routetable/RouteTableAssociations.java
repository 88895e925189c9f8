package io.vpclocal.network.routetable;

import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.data.jpa.repository.Query;
import org.springframework.data.repository.Repository;

interface RouteTableAssociations extends Repository<RouteTableAssociationEntity, Long> {

    RouteTableAssociationEntity save(RouteTableAssociationEntity association);

    void delete(RouteTableAssociationEntity association);

    @Query("select a.vpcId from RouteTableAssociationEntity a"
            + " where a.account = :account and a.region = :region and a.associationId = :id")
    Optional<String> findVpcOf(String account, String region, String id);

    @Query("select a.table.resourceId as tableId, a.subnetId as subnetId, a.gatewayId as gatewayId"
            + " from RouteTableAssociationEntity a"
            + " where a.account = :account and a.region = :region and a.associationId = :id")
    Optional<Ends> findEnds(String account, String region, String id);

    @Query("select a from RouteTableAssociationEntity a"
            + " where a.account = :account and a.region = :region and a.associationId = :id")
    Optional<RouteTableAssociationEntity> find(String account, String region, String id);

    @Query("select a from RouteTableAssociationEntity a join fetch a.table"
            + " where a.account = :account and a.region = :region and a.subnetId = :subnetId")
    Optional<RouteTableAssociationEntity> findOfSubnet(String account, String region, String subnetId);

    @Query("select a from RouteTableAssociationEntity a join fetch a.table"
            + " where a.account = :account and a.region = :region and a.gatewayId = :gatewayId")
    Optional<RouteTableAssociationEntity> findOfGateway(String account, String region, String gatewayId);

    @Query("select a from RouteTableAssociationEntity a join fetch a.table"
            + " where a.account = :account and a.region = :region and a.vpcId = :vpcId and a.mainTable = true")
    Optional<RouteTableAssociationEntity> findMain(String account, String region, String vpcId);

    /** The table and the subnet or gateway of an association. */
    interface Ends {

        String getTableId();

        @Nullable
        String getSubnetId();

        @Nullable
        String getGatewayId();
    }
}
