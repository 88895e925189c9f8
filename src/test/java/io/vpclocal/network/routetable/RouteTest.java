package io.vpclocal.network.routetable;

import static org.assertj.core.api.Assertions.assertThat;

import io.vpclocal.testing.EmulatorTest;
import io.vpclocal.testing.Expect;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Codes and texts: recorded from AWS in public logs, unless a test says otherwise. */
@EmulatorTest
class RouteTest extends RouteTestBase {

    @Test
    void aRouteIsCreatedActiveAndDeleted() {
        assertThat(ec2.createRoute(r -> r.routeTableId(table)
                                .destinationCidrBlock(EVERYWHERE)
                                .gatewayId(gateway))
                        .returnValue())
                .isTrue();
        assertThat(routes.route(EVERYWHERE).gatewayId()).isEqualTo(gateway);
        assertThat(routes.route(EVERYWHERE).stateAsString()).isEqualTo("active");
        assertThat(routes.route(EVERYWHERE).originAsString()).isEqualTo("CreateRoute");

        ec2.deleteRoute(r -> r.routeTableId(table).destinationCidrBlock(EVERYWHERE));
        Expect.awsError(
                "InvalidRoute.NotFound",
                "no route with destination-cidr-block 0.0.0.0/0 in route table " + table,
                () -> ec2.deleteRoute(r -> r.routeTableId(table).destinationCidrBlock(EVERYWHERE)));
    }

    /** AWS documentation, EC2 API Reference: CreateRoute converts a block to its canonical form. */
    @ParameterizedTest
    @CsvSource({"100.68.0.18/18, 100.68.0.0/18", "8.8.8.8/32, 8.8.8.8/32", "1.2.3.4/0, 0.0.0.0/0"})
    void hostBitsAreCleared(String given, String stored) {
        routes.create(r -> r.destinationCidrBlock(given).gatewayId(gateway));
        assertThat(routes.route(stored).gatewayId()).isEqualTo(gateway);
    }

    @Test
    void create_alreadyThere() {
        routes.create(r -> r.destinationCidrBlock(EVERYWHERE).gatewayId(gateway));
        routes.create(r -> r.destinationCidrBlock(EVERYWHERE).gatewayId(gateway));
        String list = ec2.createManagedPrefixList(
                        r -> r.prefixListName("one").addressFamily("IPv6").maxEntries(1))
                .prefixList()
                .prefixListId();
        String egress = routes.egressGateway();
        routes.create(r -> r.destinationIpv6CidrBlock("::/0").gatewayId(gateway));
        routes.create(r -> r.destinationPrefixListId(list).gatewayId(gateway));
        Expect.awsError(
                "RouteAlreadyExists",
                "The route identified by ::/0 already exists.",
                () -> routes.create(r -> r.destinationIpv6CidrBlock("::/0").egressOnlyInternetGatewayId(egress)));
        Expect.awsError(
                "RouteAlreadyExists",
                "The route identified by " + list + " already exists.",
                () -> routes.create(r -> r.destinationPrefixListId(list).egressOnlyInternetGatewayId(egress)));
    }

    @ParameterizedTest
    @CsvSource({"10.0.0.0/16", "10.0.1.0/24"})
    void create_insideTheVpc(String cidr) {
        Expect.awsError(
                "InvalidParameterValue",
                "The destination CIDR block " + cidr
                        + " is equal to or more specific than one of this VPC's CIDR blocks."
                        + " This route can target only an interface or an instance.",
                () -> routes.create(r -> r.destinationCidrBlock(cidr).gatewayId(gateway)));
        routes.create(r -> r.destinationCidrBlock("10.0.0.0/8").gatewayId(gateway));
    }

    /** AWS documentation, VPC User Guide: route table concepts. UNVERIFIED: code and text. */
    @ParameterizedTest
    @CsvSource({
        "destinationCidrBlock, 169.254.169.254/32",
        "destinationCidrBlock, 169.254.168.0/22",
        "destinationCidrBlock, 169.254.171.0/24",
        "destinationIpv6CidrBlock, fd00:ec2::254/128",
        "destinationIpv6CidrBlock, fd00:ec2::/32"
    })
    void noRouteLeadsToTheAddressesOfInstanceServices(String parameter, String cidr) {
        String network = ec2.createNetworkInterface(
                        r -> r.subnetId(ec2.createSubnet(s -> s.vpcId(vpc).cidrBlock("10.0.0.0/24"))
                                .subnet()
                                .subnetId()))
                .networkInterface()
                .networkInterfaceId();
        boolean v4 = parameter.equals("destinationCidrBlock");
        Expect.awsError(
                "InvalidParameterValue",
                "Value (" + cidr + ") for parameter " + parameter
                        + " is invalid. This range is reserved for use by AWS services.",
                () -> routes.create(r -> r.networkInterfaceId(network)
                        .destinationCidrBlock(v4 ? cidr : null)
                        .destinationIpv6CidrBlock(v4 ? null : cidr)));
        routes.create(r -> r.networkInterfaceId(network)
                .destinationCidrBlock(v4 ? "169.254.0.0/16" : null)
                .destinationIpv6CidrBlock(v4 ? null : "fd00::/16"));
    }

    @ParameterizedTest
    @CsvSource({"ten", "10.0.0.0", "10.0.0.0/33", "::/0"})
    void create_noIpv4Block(String cidr) {
        Expect.awsError(
                "InvalidParameterValue",
                "Value (" + cidr + ") for parameter destinationCidrBlock is invalid. This is not a valid CIDR block.",
                () -> routes.create(r -> r.destinationCidrBlock(cidr).gatewayId(gateway)));
    }

    @Test
    void create_noIpv6Block() {
        Expect.awsError(
                "InvalidParameterValue",
                "Value (0.0.0.0/0) for parameter destinationIpv6CidrBlock is invalid. This is not a valid CIDR block.",
                () -> routes.create(r -> r.destinationIpv6CidrBlock(EVERYWHERE).gatewayId(gateway)));
    }

    @Test
    void create_oneDestinationAndOneTarget() {
        String destinations = "The request must contain exactly one of: destinationCidrBlock,"
                + " destinationIpv6CidrBlock, destinationPrefixListId";
        String targets = "The request must contain exactly one of gatewayId, localGatewayId, carrierGatewayId,"
                + " natGatewayId, networkInterfaceId, vpcPeeringConnectionId, egressOnlyInternetGatewayId,"
                + " transitGatewayId, vpcEndpointId, coreNetworkArn or instanceId";
        Expect.awsError("MissingParameter", destinations, () -> routes.create(r -> r.gatewayId(gateway)));
        Expect.awsError(
                "InvalidParameterCombination",
                destinations,
                () -> routes.create(r ->
                        r.gatewayId(gateway).destinationCidrBlock(EVERYWHERE).destinationIpv6CidrBlock("::/0")));
        Expect.awsError("MissingParameter", targets, () -> routes.create(r -> r.destinationCidrBlock(EVERYWHERE)));
        Expect.awsError(
                "InvalidParameterCombination",
                targets,
                () -> routes.create(r ->
                        r.destinationCidrBlock(EVERYWHERE).gatewayId(gateway).natGatewayId("nat-0123456789abcdef0")));
        Expect.awsError(
                "MissingParameter",
                targets + ", or must have localTarget set to true",
                () -> ec2.replaceRoute(r -> r.routeTableId(table).destinationCidrBlock(EVERYWHERE)));
    }

    @Test
    void replace_missing() {
        Expect.awsError(
                "InvalidParameterValue",
                "There is no route defined for '0.0.0.0/0' in the route table. Use CreateRoute instead.",
                () -> ec2.replaceRoute(r ->
                        r.routeTableId(table).destinationCidrBlock(EVERYWHERE).gatewayId(gateway)));
    }

    @Test
    void replace_otherTarget() {
        String egress = routes.egressGateway();
        routes.create(r -> r.destinationIpv6CidrBlock("::/0").gatewayId(gateway));
        ec2.replaceRoute(
                r -> r.routeTableId(table).destinationIpv6CidrBlock("::/0").egressOnlyInternetGatewayId(egress));
        assertThat(routes.routeTo6("::/0").egressOnlyInternetGatewayId()).isEqualTo(egress);
    }

    @Test
    void localRoutesCannotBeDeleted() {
        Expect.awsError(
                "InvalidParameterValue",
                "cannot remove local route 10.0.0.0/16 in route table " + table,
                () -> ec2.deleteRoute(r -> r.routeTableId(table).destinationCidrBlock("10.0.0.0/16")));
        Expect.awsError(
                "InvalidParameterValue",
                () -> ec2.replaceRoute(r -> r.routeTableId(table)
                        .destinationCidrBlock("10.0.0.0/16")
                        .gatewayId(gateway)));
        ec2.replaceRoute(
                r -> r.routeTableId(table).destinationCidrBlock("10.0.0.0/16").localTarget(true));
        Expect.awsError(
                "InvalidParameterValue",
                "local-target only allowed with network local destination CIDRs",
                () -> ec2.replaceRoute(r ->
                        r.routeTableId(table).destinationCidrBlock(EVERYWHERE).localTarget(true)));
    }
}
