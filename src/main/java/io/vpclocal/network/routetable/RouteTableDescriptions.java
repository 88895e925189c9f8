package io.vpclocal.network.routetable;

import io.vpclocal.protocol.Scope;
import io.vpclocal.resource.Describe;
import io.vpclocal.resource.Describer;
import io.vpclocal.resource.MaxResults;
import io.vpclocal.resource.Page;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import software.amazon.awssdk.services.ec2.model.DescribeRouteTablesRequest;
import software.amazon.awssdk.services.ec2.model.DescribeRouteTablesResponse;

/** Describes route tables. The state of routes is read for all tables of a page together. */
@Component
class RouteTableDescriptions {

    private static final String BY_STATE = "route.state";

    private final RouteTables tables;
    private final RouteTargets targets;
    private final Describer describer;

    RouteTableDescriptions(RouteTables tables, RouteTargets targets, Describer describer) {
        this.tables = tables;
        this.targets = targets;
        this.describer = describer;
    }

    DescribeRouteTablesResponse describe(Scope scope, DescribeRouteTablesRequest request) {
        Page<RouteTableEntity> page = describer.page(
                filters(scope, request),
                RouteTableEntity.class,
                RouteTableService.KIND,
                scope,
                request.routeTableIds(),
                request.filters(),
                request.maxResults(),
                request.nextToken());
        Set<String> leading = targets.leading(scope, targetsOf(page.items()));
        return DescribeRouteTablesResponse.builder()
                .routeTables(
                        page.map((table, tags) -> RouteTableWire.toWire(table, tags, leading), RouteTableEntity::id))
                .nextToken(page.nextToken())
                .build();
    }

    private Describe<RouteTableEntity> filters(Scope scope, DescribeRouteTablesRequest request) {
        boolean byState = request.filters().stream().anyMatch(filter -> BY_STATE.equals(filter.name()));
        Set<String> leading =
                byState ? targets.leading(scope, tables.findTargets(scope.account(), scope.region())) : Set.of();
        return Describe.<RouteTableEntity>filters()
                .column("route-table-id", "resourceId", RouteTableEntity::id)
                .column("vpc-id", "vpcId", RouteTableEntity::vpcId)
                .filter("owner-id", RouteTableEntity::account)
                .filter("association.gateway-id", table -> associations(table, a -> a.gatewayId()))
                .filter("association.route-table-association-id", table -> associations(table, a -> a.id()))
                .filter("association.route-table-id", table -> associations(table, a -> table.id()))
                .filter("association.subnet-id", table -> associations(table, a -> a.subnetId()))
                .filter("association.main", table -> associations(table, a -> String.valueOf(a.main())))
                .filter("route.destination-cidr-block", table -> to(table, RouteDestination.Kind.IPV4))
                .filter("route.destination-ipv6-cidr-block", table -> to(table, RouteDestination.Kind.IPV6))
                .filter("route.destination-prefix-list-id", table -> to(table, RouteDestination.Kind.PREFIX_LIST))
                .filter("route.egress-only-internet-gateway-id", table -> through(table, Set.of("eigw")))
                .filter("route.gateway-id", table -> through(table, RouteTableWire.GATEWAYS))
                .filter("route.instance-id", table -> through(table, Set.of("i")))
                .filter("route.nat-gateway-id", table -> through(table, Set.of("nat")))
                .filter("route.transit-gateway-id", table -> through(table, Set.of("tgw")))
                .filter("route.vpc-peering-connection-id", table -> through(table, Set.of("pcx")))
                .filter("route.origin", table -> routes(table, RouteEntity::origin))
                .filter(BY_STATE, table -> routes(table, route -> RouteTableWire.state(route, leading)))
                .tags()
                .maxResults(MaxResults.named(5, 100))
                .idsExcludePaging("RouteTableIds")
                .build();
    }

    static Set<String> targetsOf(List<RouteTableEntity> tables) {
        return tables.stream()
                .flatMap(table -> table.routes().stream())
                .map(RouteEntity::target)
                .collect(Collectors.toSet());
    }

    private static List<String> associations(
            RouteTableEntity table, Function<RouteTableAssociationEntity, @Nullable String> value) {
        return table.associations().stream().map(value).filter(Objects::nonNull).toList();
    }

    private static List<String> routes(RouteTableEntity table, Function<RouteEntity, String> value) {
        return table.routes().stream().map(value).toList();
    }

    private static List<String> to(RouteTableEntity table, RouteDestination.Kind kind) {
        return table.routes().stream()
                .map(RouteEntity::destination)
                .filter(destination -> destination.kind() == kind)
                .map(RouteDestination::text)
                .toList();
    }

    private static List<String> through(RouteTableEntity table, Set<String> prefixes) {
        return table.routes().stream()
                .map(RouteEntity::target)
                .filter(target -> prefixes.contains(RouteTarget.prefix(target)))
                .toList();
    }
}
