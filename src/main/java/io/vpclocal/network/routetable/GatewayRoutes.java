package io.vpclocal.network.routetable;

import io.vpclocal.network.vpc.VpcService;
import io.vpclocal.protocol.AwsException;
import io.vpclocal.protocol.Scope;
import io.vpclocal.resource.ResourceKind;
import io.vpclocal.resource.committed.CommittedRows;
import io.vpclocal.resource.committed.CommittedState;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;

/**
 * The routes that gateway endpoints create in route tables. Users see them but cannot change them (AWS documentation,
 * AWS PrivateLink Guide: "Gateway endpoints").
 */
@Component
public class GatewayRoutes {

    /** The error of the PrivateLink actions for an unknown route table. */
    public static final ResourceKind KIND = new ResourceKind("route-table", "rtb", "routeTable", "InvalidRouteTableId");

    private final RouteTables tables;
    private final VpcService vpcs;
    private final CommittedState committed;

    GatewayRoutes(RouteTables tables, VpcService vpcs, CommittedState committed) {
        this.tables = tables;
        this.vpcs = vpcs;
        this.committed = committed;
    }

    /**
     * Adds the route to a service's prefix list through the endpoint to each of the tables, or to none of them.
     *
     * @throws AwsException {@code InvalidRouteTableId.NotFound}; {@code InvalidParameter} if a table is of another VPC;
     *     {@code RouteAlreadyExists} if a table has a route to the list
     */
    public void add(Scope scope, String vpcId, Collection<String> tableIds, String prefixListId, String endpointId) {
        vpcs.lock(scope, vpcId);
        RouteDestination destination = RouteDestination.parse(prefixListId);
        List<RouteTableEntity> found = new ArrayList<>();
        for (String tableId : tableIds) {
            RouteTableEntity table = tables.find(scope, tableId).orElseThrow(() -> KIND.missing(tableId));
            if (!table.vpcId().equals(vpcId)) {
                throw RouteTableErrors.tableOfOtherVpc(tableId, vpcId);
            }
            if (table.route(destination).isPresent()) {
                throw RouteTableErrors.prefixListRouteExists(tableId, prefixListId);
            }
            found.add(table);
        }
        found.forEach(table -> table.add(destination, endpointId, RouteEntity.OF_USER));
    }

    /** Removes the endpoint's routes from the tables. A table without such a route stays unchanged. */
    public void remove(Scope scope, String vpcId, Collection<String> tableIds, String endpointId) {
        vpcs.lock(scope, vpcId);
        for (String tableId : tableIds) {
            RouteTableEntity table = tables.find(scope, tableId).orElseThrow(() -> KIND.missing(tableId));
            table.routes().stream().filter(route -> route.leadsTo(endpointId)).forEach(table::remove);
        }
    }

    /** The ids of the tables that have a route to an endpoint, by endpoint id. */
    public Map<String, List<String>> tablesOf(Scope scope, Collection<String> endpointIds) {
        if (endpointIds.isEmpty()) {
            return Map.of();
        }
        return committed
                .rows(RouteTableEntity.class, scope)
                .map(rows -> tablesOf(rows, endpointIds))
                .orElseGet(() -> storedTablesOf(scope, endpointIds));
    }

    private static Map<String, List<String>> tablesOf(
            CommittedRows<RouteTableEntity> rows, Collection<String> endpointIds) {
        Map<String, List<String>> byEndpoint = new LinkedHashMap<>();
        for (String id : endpointIds) {
            List<String> its = rows.with("routes.target", RouteTableEntity::targets, id).stream()
                    .map(RouteTableEntity::id)
                    .toList();
            if (!its.isEmpty()) {
                byEndpoint.put(id, its);
            }
        }
        return byEndpoint;
    }

    private Map<String, List<String>> storedTablesOf(Scope scope, Collection<String> endpointIds) {
        Map<String, List<String>> byEndpoint = new LinkedHashMap<>();
        tables.findIdsWithTargets(scope.account(), scope.region(), endpointIds).forEach(row -> byEndpoint
                .computeIfAbsent(row.getTarget(), id -> new ArrayList<>())
                .add(row.getTableId()));
        return byEndpoint;
    }
}
