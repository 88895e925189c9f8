package io.vpclocal.network.routetable;

import java.util.List;
import java.util.Set;
import software.amazon.awssdk.services.ec2.model.PropagatingVgw;
import software.amazon.awssdk.services.ec2.model.Route;
import software.amazon.awssdk.services.ec2.model.RouteTable;
import software.amazon.awssdk.services.ec2.model.RouteTableAssociation;
import software.amazon.awssdk.services.ec2.model.RouteTableAssociationState;
import software.amazon.awssdk.services.ec2.model.Tag;

/** Route tables as the API shows them. */
final class RouteTableWire {

    /** Targets that are shown as {@code GatewayId}, such as VPC endpoints. */
    static final Set<String> GATEWAYS = Set.of("igw", "vgw", "vpce", RouteTarget.LOCAL);

    static final RouteTableAssociationState ASSOCIATED =
            RouteTableAssociationState.builder().state("associated").build();

    private RouteTableWire() {}

    /** @param leading the targets whose routes are active */
    static RouteTable toWire(RouteTableEntity table, List<Tag> tags, Set<String> leading) {
        return RouteTable.builder()
                .routeTableId(table.id())
                .vpcId(table.vpcId())
                .ownerId(table.account())
                .routes(table.routes().stream()
                        .map(route -> toWire(route, table.account(), leading))
                        .toList())
                .associations(table.associations().stream()
                        .map(RouteTableWire::toWire)
                        .toList())
                .propagatingVgws(table.propagating().stream()
                        .map(id -> PropagatingVgw.builder().gatewayId(id).build())
                        .toList())
                .tags(tags)
                .build();
    }

    static String state(RouteEntity route, Set<String> leading) {
        return leading.contains(route.target()) ? "active" : "blackhole";
    }

    private static RouteTableAssociation toWire(RouteTableAssociationEntity association) {
        return RouteTableAssociation.builder()
                .routeTableAssociationId(association.id())
                .routeTableId(association.table().id())
                .subnetId(association.subnetId())
                .gatewayId(association.gatewayId())
                .main(association.main())
                .associationState(ASSOCIATED)
                .build();
    }

    private static Route toWire(RouteEntity route, String account, Set<String> leading) {
        Route.Builder wire = Route.builder().origin(route.origin()).state(state(route, leading));
        String destination = route.destination().text();
        switch (route.destination().kind()) {
            case IPV4 -> wire.destinationCidrBlock(destination);
            case IPV6 -> wire.destinationIpv6CidrBlock(destination);
            case PREFIX_LIST -> wire.destinationPrefixListId(destination);
        }
        String target = route.target();
        switch (RouteTarget.prefix(target)) {
            case "nat" -> wire.natGatewayId(target);
            case "eni" -> wire.networkInterfaceId(target);
            case "cagw" -> wire.carrierGatewayId(target);
            case "eigw" -> wire.egressOnlyInternetGatewayId(target);
            case "pcx" -> wire.vpcPeeringConnectionId(target);
            case "tgw" -> wire.transitGatewayId(target);
            case "i" -> wire.instanceId(target).instanceOwnerId(account);
            default -> wire.gatewayId(target);
        }
        return wire.build();
    }
}
