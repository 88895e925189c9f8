package io.vpclocal.network.routetable;

import io.vpclocal.network.Cidr;
import io.vpclocal.network.subnet.SubnetEntity;
import io.vpclocal.network.subnet.SubnetService;
import io.vpclocal.protocol.AwsException;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/**
 * The routes that a gateway route table may contain: to the VPC's own blocks and to whole subnets, with interfaces or
 * endpoints as targets (AWS documentation, VPC User Guide: gateway route tables).
 */
@Component
class GatewayTableRules {

    private static final Set<String> TARGETS = Set.of(RouteTarget.LOCAL, "eni", "i", "vpce");

    private final SubnetService subnets;

    GatewayTableRules(SubnetService subnets) {
        this.subnets = subnets;
    }

    /** @throws AwsException if a gateway cannot use the table because of the routes in it */
    void requireFitForGateway(RouteTableEntity table, String gatewayId) {
        for (RouteEntity route : table.routes()) {
            if (!fits(table, route.destination()) || !TARGETS.contains(RouteTarget.prefix(route.target()))) {
                throw RouteTableErrors.unfitForGateway(table.id(), gatewayId, route.destination());
            }
        }
    }

    /** @throws AwsException if gateways use the table and such tables cannot have the route */
    void requireFit(RouteTableEntity table, RouteDestination destination, RouteTarget target) {
        if (table.gatewayIds().isEmpty()) {
            return;
        }
        if (!TARGETS.contains(RouteTarget.prefix(target.id()))) {
            throw RouteTableErrors.gatewayTableTarget();
        }
        if (!fits(table, destination)) {
            throw RouteTableErrors.gatewayTableDestination(destination, table.id());
        }
    }

    /** True for a local route's destination and for a whole subnet. */
    boolean fits(RouteTableEntity table, RouteDestination destination) {
        if (table.route(destination).filter(RouteEntity::ofTable).isPresent()) {
            return true;
        }
        Optional<Cidr> cidr = destination.cidr();
        return cidr.isPresent()
                && subnets.ofVpc(table.scope(), table.vpcId()).stream()
                        .flatMap(GatewayTableRules::blocks)
                        .anyMatch(cidr.get()::equals);
    }

    private static Stream<Cidr> blocks(SubnetEntity subnet) {
        return Stream.concat(subnet.cidr().stream(), subnet.ipv6Cidr().stream());
    }
}
