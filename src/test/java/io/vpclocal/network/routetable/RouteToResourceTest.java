package io.vpclocal.network.routetable;

import static org.assertj.core.api.Assertions.assertThat;

import io.vpclocal.testing.EmulatorTest;
import io.vpclocal.testing.Expect;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import software.amazon.awssdk.services.ec2.model.CreateRouteRequest;

/** Targets of routes. Codes and texts: recorded from AWS in public logs, unless a test says otherwise. */
@EmulatorTest
class RouteToResourceTest extends RouteTestBase {

    /** The rows of gateways, NAT gateways, interfaces and instances as in AWS, the others by analogy. */
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "gatewayId | igw-0123456789abcdef0 | InvalidGatewayID.NotFound | The gateway ID"
                        + " 'igw-0123456789abcdef0' does not exist",
                "gatewayId | vgw-0123456789abcdef0 | InvalidGatewayID.NotFound | The gateway ID"
                        + " 'vgw-0123456789abcdef0' does not exist",
                "gatewayId | nat-0123456789abcdef0 | InvalidGatewayID.NotFound | The gateway ID"
                        + " 'nat-0123456789abcdef0' does not exist",
                "gatewayId | eni-0123456789abcdef0 | InvalidParameterValue | invalid value for parameter gateway-id:"
                        + " eni-0123456789abcdef0",
                "egressOnlyInternetGatewayId | eigw-0123456789abcdef0 | InvalidGatewayID.NotFound | The eigw ID"
                        + " 'eigw-0123456789abcdef0' does not exist",
                "natGatewayId | nat-0123456789abcdef0 | InvalidNatGatewayID.NotFound | The natGateway ID"
                        + " 'nat-0123456789abcdef0' does not exist",
                "networkInterfaceId | eni-0123456789abcdef0 | InvalidNetworkInterfaceID.NotFound | The networkInterface"
                        + " ID 'eni-0123456789abcdef0' does not exist",
                "instanceId | i-0123456789abcdef0 | InvalidInstanceID.NotFound | The instance ID"
                        + " 'i-0123456789abcdef0' does not exist",
                "vpcEndpointId | vpce-0123456789abcdef0 | InvalidVpcEndpointId.NotFound | The Vpc Endpoint Id"
                        + " 'vpce-0123456789abcdef0' does not exist",
                "transitGatewayId | tgw-0123456789abcdef0 | InvalidTransitGatewayID.NotFound | The transitGateway ID"
                        + " 'tgw-0123456789abcdef0' does not exist.",
                "vpcPeeringConnectionId | pcx-0123456789abcdef0 | InvalidVpcPeeringConnectionID.NotFound | The"
                        + " vpcPeeringConnection ID 'pcx-0123456789abcdef0' does not exist",
                "carrierGatewayId | cagw-0123456789abcdef0 | InvalidCarrierGatewayID.NotFound | The carrierGateway ID"
                        + " 'cagw-0123456789abcdef0' does not exist"
            })
    void create_targetsThatDoNotExist(String parameter, String id, String code, String message) {
        CreateRouteRequest.Builder request =
                CreateRouteRequest.builder().routeTableId(table).destinationCidrBlock(EVERYWHERE);
        switch (parameter) {
            case "gatewayId" -> request.gatewayId(id);
            case "egressOnlyInternetGatewayId" ->
                request.destinationCidrBlock(null)
                        .destinationIpv6CidrBlock("::/0")
                        .egressOnlyInternetGatewayId(id);
            case "natGatewayId" -> request.natGatewayId(id);
            case "networkInterfaceId" -> request.networkInterfaceId(id);
            case "instanceId" -> request.instanceId(id);
            case "vpcEndpointId" -> request.vpcEndpointId(id);
            case "transitGatewayId" -> request.transitGatewayId(id);
            case "vpcPeeringConnectionId" -> request.vpcPeeringConnectionId(id);
            default -> request.carrierGatewayId(id);
        }
        Expect.awsError(code, message, () -> ec2.createRoute(request.build()));
    }

    @Test
    void create_gatewayOfAnotherVpc() {
        String foreign = routes.attachedGateway(
                ec2.createVpc(r -> r.cidrBlock("10.1.0.0/16")).vpc().vpcId());
        Expect.awsError(
                "InvalidParameterValue",
                "route table " + table + " and network gateway " + foreign + " belong to different networks",
                () -> routes.create(r -> r.destinationCidrBlock(EVERYWHERE).gatewayId(foreign)));
    }

    /** AWS documentation, VPC User Guide: it supports IPv6 only. The text is our guess. */
    @Test
    void create_egressOnlyGateway() {
        String egress = routes.egressGateway();
        Expect.awsError(
                "InvalidParameterCombination",
                () -> routes.create(r -> r.destinationCidrBlock(EVERYWHERE).egressOnlyInternetGatewayId(egress)));
        routes.create(r -> r.destinationIpv6CidrBlock("::/0").egressOnlyInternetGatewayId(egress));
        assertThat(routes.routeTo6("::/0").egressOnlyInternetGatewayId()).isEqualTo(egress);
        assertThat(routes.routeTo6("::/0").gatewayId()).isNull();
        ec2.deleteEgressOnlyInternetGateway(r -> r.egressOnlyInternetGatewayId(egress));
        assertThat(routes.routeTo6("::/0").stateAsString()).isEqualTo("blackhole");
    }

    /** AWS documentation, VPC User Guide: "Example routing options", routing to a middlebox. */
    @Test
    void create_networkInterface() {
        String subnet = ec2.createSubnet(r -> r.vpcId(vpc).cidrBlock("10.0.1.0/24"))
                .subnet()
                .subnetId();
        String target = ec2.createNetworkInterface(r -> r.subnetId(subnet))
                .networkInterface()
                .networkInterfaceId();
        routes.create(r -> r.destinationCidrBlock(EVERYWHERE).networkInterfaceId(target));
        routes.create(r -> r.destinationCidrBlock("10.0.1.0/24").networkInterfaceId(target));
        ec2.replaceRoute(
                r -> r.routeTableId(table).destinationCidrBlock("10.0.0.0/16").networkInterfaceId(target));
        assertThat(routes.route("10.0.0.0/16").networkInterfaceId()).isEqualTo(target);
        assertThat(routes.route("10.0.0.0/16").originAsString()).isEqualTo("CreateRouteTable");
        ec2.replaceRoute(
                r -> r.routeTableId(table).destinationCidrBlock("10.0.0.0/16").localTarget(true));
        assertThat(routes.route("10.0.0.0/16").gatewayId()).isEqualTo("local");
        assertThat(routes.route("10.0.0.0/16").networkInterfaceId()).isNull();

        ec2.deleteNetworkInterface(r -> r.networkInterfaceId(target));
        assertThat(routes.route(EVERYWHERE).stateAsString()).isEqualTo("blackhole");
        assertThat(routes.route("10.0.1.0/24").networkInterfaceId()).isEqualTo(target);
    }

    /** AWS documentation, VPC User Guide: "NAT gateways": its routes become black holes when it is deleted. */
    @Test
    void create_natGateway() {
        String subnet = ec2.createSubnet(r -> r.vpcId(vpc).cidrBlock("10.0.1.0/24"))
                .subnet()
                .subnetId();
        String nat = ec2.createNatGateway(r -> r.subnetId(subnet).connectivityType("private"))
                .natGateway()
                .natGatewayId();
        routes.create(r -> r.destinationCidrBlock(EVERYWHERE).natGatewayId(nat));
        assertThat(routes.route(EVERYWHERE).natGatewayId()).isEqualTo(nat);
        assertThat(routes.route(EVERYWHERE).stateAsString()).isEqualTo("active");
        String foreign = ec2.createRouteTable(r -> r.vpcId(
                        ec2.createVpc(v -> v.cidrBlock("10.1.0.0/16")).vpc().vpcId()))
                .routeTable()
                .routeTableId();
        Expect.awsError(
                "InvalidParameterValue",
                "route table " + foreign + " and NAT gateway " + nat + " belong to different networks",
                () -> ec2.createRoute(r ->
                        r.routeTableId(foreign).destinationCidrBlock(EVERYWHERE).natGatewayId(nat)));
        routes.create(r -> r.destinationCidrBlock("192.0.2.0/24").gatewayId(nat));
        assertThat(routes.route("192.0.2.0/24").natGatewayId()).isEqualTo(nat);
        ec2.deleteNatGateway(r -> r.natGatewayId(nat));
        assertThat(routes.route(EVERYWHERE).stateAsString()).isEqualTo("blackhole");
        Expect.awsError(
                "InvalidNatGatewayID.NotFound",
                () -> routes.create(r -> r.destinationCidrBlock("10.0.0.0/8").natGatewayId(nat)));
    }

    @Test
    void create_networkInterfaceOfAnotherVpc() {
        String elsewhere = ec2.createVpc(r -> r.cidrBlock("10.1.0.0/16")).vpc().vpcId();
        String subnet = ec2.createSubnet(r -> r.vpcId(elsewhere).cidrBlock("10.1.1.0/24"))
                .subnet()
                .subnetId();
        String target = ec2.createNetworkInterface(r -> r.subnetId(subnet))
                .networkInterface()
                .networkInterfaceId();
        Expect.awsError(
                "InvalidParameterValue",
                "route table " + table + " and interface " + target + " belong to different networks",
                () -> routes.create(r -> r.destinationCidrBlock(EVERYWHERE).networkInterfaceId(target)));
    }

    @Test
    void create_prefixList() {
        Expect.awsError(
                "InvalidPrefixListID.NotFound",
                () -> routes.create(
                        r -> r.destinationPrefixListId("pl-0123456789abcdef0").gatewayId(gateway)));
        routes.create(r -> r.destinationPrefixListId("pl-3b927c52").gatewayId(gateway));
        String list = ec2.createManagedPrefixList(
                        r -> r.prefixListName("one").addressFamily("IPv4").maxEntries(1))
                .prefixList()
                .prefixListId();
        routes.create(r -> r.destinationPrefixListId(list).gatewayId(gateway));
        assertThat(ec2.getManagedPrefixListAssociations(r -> r.prefixListId(list))
                        .prefixListAssociations())
                .singleElement()
                .satisfies(association -> assertThat(association.resourceId()).isEqualTo(table));
        ec2.deleteManagedPrefixList(r -> r.prefixListId(list));
        assertThat(ec2.describeManagedPrefixLists(r -> r.prefixListIds(list)).prefixLists())
                .singleElement()
                .satisfies(kept -> assertThat(kept.stateAsString()).isEqualTo("delete-failed"));
        Expect.awsError(
                "InvalidRoute.NotFound",
                "no route with destination-prefix-list-id pl-63a5400a in route table " + table,
                () -> ec2.deleteRoute(r -> r.routeTableId(table).destinationPrefixListId("pl-63a5400a")));
        ec2.deleteRoute(r -> r.routeTableId(table).destinationPrefixListId(list));
        ec2.deleteManagedPrefixList(r -> r.prefixListId(list));
    }

    /** AWS documentation, VPC User Guide: a route without its target is a black hole, and is active again with it. */
    @Test
    void aRouteToADetachedGatewayIsABlackHole() {
        routes.create(r -> r.destinationCidrBlock(EVERYWHERE).gatewayId(gateway));
        ec2.detachInternetGateway(r -> r.internetGatewayId(gateway).vpcId(vpc));
        assertThat(routes.route(EVERYWHERE).stateAsString()).isEqualTo("blackhole");
        assertThat(ec2.describeRouteTables(
                                r -> r.filters(f -> f.name("route.state").values("blackhole")))
                        .routeTables())
                .singleElement()
                .satisfies(found -> assertThat(found.routeTableId()).isEqualTo(table));
        ec2.attachInternetGateway(r -> r.internetGatewayId(gateway).vpcId(vpc));
        assertThat(routes.route(EVERYWHERE).stateAsString()).isEqualTo("active");
        ec2.detachInternetGateway(r -> r.internetGatewayId(gateway).vpcId(vpc));
        ec2.deleteInternetGateway(r -> r.internetGatewayId(gateway));
        assertThat(routes.route(EVERYWHERE).stateAsString()).isEqualTo("blackhole");
        assertThat(routes.route(EVERYWHERE).gatewayId()).isEqualTo(gateway);
    }
}
