package io.vpclocal.traffic.engine;

import io.vpclocal.traffic.address.Cidr;
import io.vpclocal.traffic.address.CidrTable;
import io.vpclocal.traffic.address.IpAddress;
import java.util.List;

/** A subnet with the route table and network ACL in force for it. */
final class CompiledSubnet {

    final Network.Subnet subnet;
    final CompiledVpc vpc;
    final AclPolicy acl;
    /** Set last while the network is compiled, because routes lead to interfaces. */
    CidrTable<CompiledRoute> routes = new CidrTable<>(List.of());

    final Hop noRoute;
    final Hop nobody;
    final List<IpAddress> routers;
    private final Network.BlockPublicAccess blockPublicAccess;

    CompiledSubnet(
            Network.Subnet subnet,
            CompiledVpc vpc,
            AclPolicy acl,
            String routeTableId,
            Network.BlockPublicAccess blockPublicAccess) {
        this.subnet = subnet;
        this.vpc = vpc;
        this.acl = acl;
        this.blockPublicAccess = blockPublicAccess;
        this.noRoute = Hop.deny(Hop.Stage.ROUTE, routeTableId, null, "no route of " + routeTableId + " matches");
        this.nobody =
                Hop.deny(Hop.Stage.SUBNET, subnet.vpcId(), null, "the address is not in use in " + subnet.vpcId());
        this.routers = subnet.cidrs().stream().map(cidr -> cidr.base().plus(1)).toList();
    }

    /** Whether the traffic of an interface between this subnet and the internet is blocked. */
    boolean blocks(boolean startedByNatGateway) {
        return switch (blockPublicAccess) {
            case OFF -> false;
            case BIDIRECTIONAL -> true;
            case INGRESS -> !startedByNatGateway;
        };
    }

    boolean contains(IpAddress address) {
        for (Cidr cidr : subnet.cidrs()) {
            if (cidr.contains(address)) {
                return true;
            }
        }
        return false;
    }
}
