package io.vpclocal.network.routetable;

import io.vpclocal.resource.ResourceRepository;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.springframework.data.jpa.repository.Query;

interface RouteTables extends ResourceRepository<RouteTableEntity> {

    @Query("select t.vpcId from RouteTableEntity t"
            + " where t.account = :account and t.region = :region and t.resourceId = :id")
    Optional<String> findVpcOf(String account, String region, String id);

    @Query("select t from RouteTableEntity t"
            + " where t.account = :account and t.region = :region and t.vpcId = :vpcId order by t.seq")
    List<RouteTableEntity> findOfVpc(String account, String region, String vpcId);

    @Query("select count(t) from RouteTableEntity t"
            + " where t.account = :account and t.region = :region and t.vpcId = :vpcId")
    long countOfVpc(String account, String region, String vpcId);

    @Query("select distinct r.target from RouteEntity r"
            + " where r.table.account = :account and r.table.region = :region")
    List<String> findTargets(String account, String region);

    @Query("select t.resourceId from RouteEntity r join r.table t"
            + " where t.account = :account and t.region = :region and r.destination = :destination order by t.seq")
    List<String> findIdsWithDestination(String account, String region, String destination);

    @Query("select r.target as target, t.resourceId as tableId from RouteEntity r join r.table t"
            + " where t.account = :account and t.region = :region and r.target in :targets order by t.seq")
    List<TargetRow> findIdsWithTargets(String account, String region, Collection<String> targets);

    @Query("select t from RouteTableEntity t join t.propagating p"
            + " where t.account = :account and t.region = :region and p = :gatewayId")
    List<RouteTableEntity> findWithPropagation(String account, String region, String gatewayId);

    /** A target and a table that has a route to it. */
    interface TargetRow {

        String getTarget();

        String getTableId();
    }
}
