package io.vpclocal.traffic;

import io.vpclocal.network.transitgateway.TransitHub;
import software.amazon.awssdk.services.ec2.model.Filter;

/** VPCs with one interface each, for the attachments of a transit gateway. */
final class TransitSites {

    private final TransitHub hub;

    TransitSites(TransitHub hub) {
        this.hub = hub;
    }

    /** A VPC with one interface. */
    record Site(String vpc, String subnet, String table, String group, String eni) {}

    Site site(String cidr, String subnetCidr, String zone, String address) {
        String vpc = hub.vpc(cidr);
        String subnet = hub.subnet(vpc, subnetCidr, zone);
        String group = hub.ec2
                .createSecurityGroup(r -> r.vpcId(vpc).groupName("g").description("g"))
                .groupId();
        String eni = hub.ec2
                .createNetworkInterface(
                        r -> r.subnetId(subnet).privateIpAddress(address).groups(group))
                .networkInterface()
                .networkInterfaceId();
        return new Site(vpc, subnet, table(vpc), group, eni);
    }

    String table(String vpc) {
        return hub.ec2
                .describeRouteTables(r ->
                        r.filters(Filter.builder().name("vpc-id").values(vpc).build()))
                .routeTables()
                .get(0)
                .routeTableId();
    }

    void route(Site from, String cidr) {
        hub.ec2.createRoute(
                r -> r.routeTableId(from.table()).destinationCidrBlock(cidr).transitGatewayId(hub.id()));
    }

    String gatewayInterface(String subnet) {
        return hub.ec2
                .describeNetworkInterfaces(r -> r.filters(
                        Filter.builder().name("subnet-id").values(subnet).build(),
                        Filter.builder()
                                .name("interface-type")
                                .values("transit_gateway")
                                .build()))
                .networkInterfaces()
                .get(0)
                .networkInterfaceId();
    }

    String otherSubnetOf(Site site) {
        return hub
                .ec2
                .describeSubnets(r -> r.filters(
                        Filter.builder().name("vpc-id").values(site.vpc()).build()))
                .subnets()
                .stream()
                .map(subnet -> subnet.subnetId())
                .filter(id -> !id.equals(site.subnet()))
                .findFirst()
                .orElseThrow();
    }

    String address(String eni) {
        return hub.ec2
                .describeNetworkInterfaces(r -> r.networkInterfaceIds(eni))
                .networkInterfaces()
                .get(0)
                .privateIpAddress();
    }
}
