package io.vpclocal.network.routetable;

import io.vpclocal.network.Cidr;
import io.vpclocal.network.prefixlist.PrefixListView;
import io.vpclocal.network.prefixlist.PrefixLists;
import io.vpclocal.protocol.Scope;
import io.vpclocal.resource.Quotas;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.springframework.stereotype.Service;

/** The rules of routes. */
@Service
public class RouteService {

    private static final RouteDestination EVERYWHERE = RouteDestination.parse("0.0.0.0/0");

    private final RouteTableService tables;
    private final RouteTargets targets;
    private final GatewayTableRules gatewayTables;
    private final PrefixLists prefixLists;
    private final RoutePropagation propagation;
    private final Quotas quotas;

    RouteService(
            RouteTableService tables,
            RouteTargets targets,
            GatewayTableRules gatewayTables,
            PrefixLists prefixLists,
            RoutePropagation propagation,
            Quotas quotas) {
        this.tables = tables;
        this.targets = targets;
        this.gatewayTables = gatewayTables;
        this.prefixLists = prefixLists;
        this.propagation = propagation;
        this.quotas = quotas;
    }

    /** Adds a default route to an internet gateway. */
    public void addInternetRoute(Scope scope, String tableId, String gatewayId) {
        create(scope, tableId, EVERYWHERE, RouteTarget.gateway(gatewayId));
    }

    /**
     * A repeated call with the same target changes nothing. With another target the route already exists. A static route
     * takes the place of a propagated one (VPC User Guide, route priority).
     */
    void create(Scope scope, String tableId, RouteDestination destination, RouteTarget target) {
        RouteTableEntity table = tables.lock(scope, tableId);
        requirePossible(table, destination, target);
        Optional<RouteEntity> present = table.route(destination);
        if (present.isPresent() && !present.get().propagated()) {
            if (present.get().leadsTo(target.id()) && !present.get().ofEndpoint()) {
                return;
            }
            throw RouteTableErrors.routeExists(destination);
        }
        requireRoom(table, destination);
        present.ifPresentOrElse(
                propagated -> propagated.become(target.id(), RouteEntity.OF_USER),
                () -> table.add(destination, target.id(), RouteEntity.OF_USER));
    }

    void replace(Scope scope, String tableId, RouteDestination destination, RouteTarget target) {
        RouteTableEntity table = tables.lock(scope, tableId);
        Optional<RouteEntity> present = table.route(destination);
        if (target.local()) {
            present.filter(RouteEntity::ofTable)
                    .orElseThrow(RouteTableErrors::localTargetOnly)
                    .redirect(RouteTarget.LOCAL);
            return;
        }
        requirePossible(table, destination, target);
        RouteEntity route = present.filter(one -> !one.propagated())
                .orElseThrow(() -> RouteTableErrors.nothingToReplace(destination));
        if (route.ofEndpoint()) {
            throw RouteTableErrors.endpointRoute("replace", destination, tableId);
        }
        route.redirect(target.id());
    }

    void delete(Scope scope, String tableId, RouteDestination destination) {
        RouteTableEntity table = tables.lock(scope, tableId);
        RouteEntity route =
                table.route(destination).orElseThrow(() -> RouteTableErrors.routeNotFound(destination, tableId));
        if (route.ofTable()) {
            throw RouteTableErrors.localRoute(destination, tableId);
        }
        if (route.ofEndpoint()) {
            throw RouteTableErrors.endpointRoute("remove", destination, tableId);
        }
        if (route.propagated()) {
            throw RouteTableErrors.propagatedRoute(destination, tableId);
        }
        propagation
                .gatewayTo(table, destination)
                .ifPresentOrElse(
                        gatewayId -> route.become(gatewayId, RouteEntity.PROPAGATED), () -> table.remove(route));
    }

    private void requirePossible(RouteTableEntity table, RouteDestination destination, RouteTarget target) {
        if (destination.reserved()) {
            throw RouteTableErrors.reserved(destination);
        }
        if (destination.kind() == RouteDestination.Kind.PREFIX_LIST) {
            prefixLists.require(table.scope(), destination.text());
            if (target.is("vpce")) {
                throw RouteTableErrors.endpointWithPrefixList(table.id(), target.id());
            }
        }
        if (destination.kind() == RouteDestination.Kind.IPV4 && target.is("eigw")) {
            throw RouteTableErrors.ipv6Only(destination, target.lowerParameter());
        }
        targets.requireUsable(table, target);
        gatewayTables.requireFit(table, destination, target);
        if (insideVpc(table, destination)) {
            if (!target.mayTakeLocalTraffic()) {
                throw RouteTableErrors.insideVpc(destination);
            }
            if (!gatewayTables.fits(table, destination)) {
                throw RouteTableErrors.noSuchSubnet();
            }
        }
    }

    private static boolean insideVpc(RouteTableEntity table, RouteDestination destination) {
        Optional<Cidr> cidr = destination.cidr();
        return cidr.isPresent()
                && table.routes().stream()
                        .filter(RouteEntity::ofTable)
                        .flatMap(route -> route.destination().cidr().stream())
                        .anyMatch(local -> local.contains(cidr.get()));
    }

    /** The quota applies to each address family separately. A prefix list counts as its weight. */
    private void requireRoom(RouteTableEntity table, RouteDestination destination) {
        List<RouteDestination> present = table.routes().stream()
                .filter(route -> !route.ofTable() && !route.propagated())
                .map(RouteEntity::destination)
                .toList();
        Map<String, PrefixListView> lists = prefixLists.findAll(table.scope(), listIds(present, destination));
        boolean v4 = v4(destination, lists);
        long used = present.stream()
                .filter(other -> v4(other, lists) == v4)
                .mapToLong(other -> weight(other, lists))
                .sum();
        quotas.requireRoom(
                () -> used + weight(destination, lists) - 1,
                RouteTableLimits.ROUTES_PER_TABLE,
                "RouteLimitExceeded",
                "The maximum number of routes has been reached.");
    }

    private static Collection<String> listIds(List<RouteDestination> present, RouteDestination destination) {
        return Stream.concat(present.stream(), Stream.of(destination))
                .filter(one -> one.kind() == RouteDestination.Kind.PREFIX_LIST)
                .map(RouteDestination::text)
                .toList();
    }

    private static boolean v4(RouteDestination destination, Map<String, PrefixListView> lists) {
        PrefixListView list = lists.get(destination.text());
        return list == null
                ? destination.kind() == RouteDestination.Kind.IPV4
                : list.addressFamily().equals("IPv4");
    }

    private static int weight(RouteDestination destination, Map<String, PrefixListView> lists) {
        PrefixListView list = lists.get(destination.text());
        return list == null ? 1 : list.weight();
    }
}
