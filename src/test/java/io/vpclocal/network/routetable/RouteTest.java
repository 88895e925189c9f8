package io.vpclocal.network.routetable;

import static org.assertj.core.api.Assertions.assertThat;

import io.vpclocal.testing.Aws;
import io.vpclocal.testing.EmulatorTest;
import io.vpclocal.testing.Expect;
import java.util.function.Consumer;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import software.amazon.awssdk.services.ec2.Ec2Client;
import software.amazon.awssdk.services.ec2.model.CreateRouteRequest;
import software.amazon.awssdk.services.ec2.model.Route;

/** Codes and texts: recorded from AWS in public logs, unless a test says otherwise. */
@EmulatorTest
class RouteTest {

    private static final String EVERYWHERE = "0.0.0.0/0";

    @Autowired
    private Aws aws;

    private Ec2Client ec2;
    private String vpc;
    private String table;
    private String gateway;

    @BeforeEach
    void newAccountWithATableAndAGateway() {
        ec2 = aws.ec2();
        vpc = ec2.createVpc(r -> r.cidrBlock("10.0.0.0/16")).vpc().vpcId();
        table = ec2.createRouteTable(r -> r.vpcId(vpc)).routeTable().routeTableId();
        gateway = attachedGateway(vpc);
    }

    @Test
    void aRouteIsCreatedActiveAndDeleted() {
        assertThat(ec2.createRoute(r -> r.routeTableId(table)
                                .destinationCidrBlock(EVERYWHERE)
                                .gatewayId(gateway))
                        .returnValue())
                .isTrue();
        assertThat(route(EVERYWHERE).gatewayId()).isEqualTo(gateway);
        assertThat(route(EVERYWHERE).stateAsString()).isEqualTo("active");
        assertThat(route(EVERYWHERE).originAsString()).isEqualTo("CreateRoute");

        ec2.deleteRoute(r -> r.routeTableId(table).destinationCidrBlock(EVERYWHERE));
        Expect.awsError(
                "InvalidRoute.NotFound",
                "no route with destination-cidr-block 0.0.0.0/0 in route table " + table,
                () -> ec2.deleteRoute(r -> r.routeTableId(table).destinationCidrBlock(EVERYWHERE)));
    }

    /** AWS documentation, EC2 API Reference: CreateRoute brings a block into its canonical form. */
    @ParameterizedTest
    @CsvSource({"100.68.0.18/18, 100.68.0.0/18", "8.8.8.8/32, 8.8.8.8/32", "1.2.3.4/0, 0.0.0.0/0"})
    void hostBitsAreCleared(String given, String stored) {
        create(r -> r.destinationCidrBlock(given).gatewayId(gateway));
        assertThat(route(stored).gatewayId()).isEqualTo(gateway);
    }

    @Test
    void create_alreadyThere() {
        create(r -> r.destinationCidrBlock(EVERYWHERE).gatewayId(gateway));
        create(r -> r.destinationCidrBlock(EVERYWHERE).gatewayId(gateway));
        String list = ec2.createManagedPrefixList(
                        r -> r.prefixListName("one").addressFamily("IPv6").maxEntries(1))
                .prefixList()
                .prefixListId();
        String egress = egressGateway();
        create(r -> r.destinationIpv6CidrBlock("::/0").gatewayId(gateway));
        create(r -> r.destinationPrefixListId(list).gatewayId(gateway));
        Expect.awsError(
                "RouteAlreadyExists",
                "The route identified by ::/0 already exists.",
                () -> create(r -> r.destinationIpv6CidrBlock("::/0").egressOnlyInternetGatewayId(egress)));
        Expect.awsError(
                "RouteAlreadyExists",
                "The route identified by " + list + " already exists.",
                () -> create(r -> r.destinationPrefixListId(list).egressOnlyInternetGatewayId(egress)));
    }

    @ParameterizedTest
    @CsvSource({"10.0.0.0/16", "10.0.1.0/24"})
    void create_insideTheVpc(String cidr) {
        Expect.awsError(
                "InvalidParameterValue",
                "The destination CIDR block " + cidr
                        + " is equal to or more specific than one of this VPC's CIDR blocks."
                        + " This route can target only an interface or an instance.",
                () -> create(r -> r.destinationCidrBlock(cidr).gatewayId(gateway)));
        create(r -> r.destinationCidrBlock("10.0.0.0/8").gatewayId(gateway));
    }

    @ParameterizedTest
    @CsvSource({"ten", "10.0.0.0", "10.0.0.0/33", "::/0"})
    void create_noIpv4Block(String cidr) {
        Expect.awsError(
                "InvalidParameterValue",
                "Value (" + cidr + ") for parameter destinationCidrBlock is invalid. This is not a valid CIDR block.",
                () -> create(r -> r.destinationCidrBlock(cidr).gatewayId(gateway)));
    }

    @Test
    void create_noIpv6Block() {
        Expect.awsError(
                "InvalidParameterValue",
                "Value (0.0.0.0/0) for parameter destinationIpv6CidrBlock is invalid. This is not a valid CIDR block.",
                () -> create(r -> r.destinationIpv6CidrBlock(EVERYWHERE).gatewayId(gateway)));
    }

    @Test
    void create_oneDestinationAndOneTarget() {
        String destinations = "The request must contain exactly one of: destinationCidrBlock,"
                + " destinationIpv6CidrBlock, destinationPrefixListId";
        String targets = "The request must contain exactly one of gatewayId, localGatewayId, carrierGatewayId,"
                + " natGatewayId, networkInterfaceId, vpcPeeringConnectionId, egressOnlyInternetGatewayId,"
                + " transitGatewayId, vpcEndpointId, coreNetworkArn or instanceId";
        Expect.awsError("MissingParameter", destinations, () -> create(r -> r.gatewayId(gateway)));
        Expect.awsError(
                "InvalidParameterCombination",
                destinations,
                () -> create(r ->
                        r.gatewayId(gateway).destinationCidrBlock(EVERYWHERE).destinationIpv6CidrBlock("::/0")));
        Expect.awsError("MissingParameter", targets, () -> create(r -> r.destinationCidrBlock(EVERYWHERE)));
        Expect.awsError(
                "InvalidParameterCombination",
                targets,
                () -> create(r ->
                        r.destinationCidrBlock(EVERYWHERE).gatewayId(gateway).natGatewayId("nat-0123456789abcdef0")));
        Expect.awsError(
                "MissingParameter",
                targets + ", or must have localTarget set to true",
                () -> ec2.replaceRoute(r -> r.routeTableId(table).destinationCidrBlock(EVERYWHERE)));
    }

    /** The first six rows as AWS, the others by analogy. */
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "gatewayId | igw-0123456789abcdef0 | InvalidGatewayID.NotFound | The gateway ID"
                        + " 'igw-0123456789abcdef0' does not exist",
                "gatewayId | vgw-0123456789abcdef0 | InvalidGatewayID.NotFound | The gateway ID"
                        + " 'vgw-0123456789abcdef0' does not exist",
                "gatewayId | nat-0123456789abcdef0 | InvalidParameterValue | invalid value for parameter gateway-id:"
                        + " nat-0123456789abcdef0",
                "natGatewayId | nat-0123456789abcdef0 | InvalidNatGatewayID.NotFound | The natGateway ID"
                        + " 'nat-0123456789abcdef0' does not exist",
                "networkInterfaceId | eni-0123456789abcdef0 | InvalidNetworkInterfaceID.NotFound | The networkInterface"
                        + " ID 'eni-0123456789abcdef0' does not exist",
                "instanceId | i-0123456789abcdef0 | InvalidInstanceID.NotFound | The instance ID"
                        + " 'i-0123456789abcdef0' does not exist",
                "vpcEndpointId | vpce-0123456789abcdef0 | InvalidVpcEndpointId.NotFound | The Vpc Endpoint Id"
                        + " 'vpce-0123456789abcdef0' does not exist",
                "transitGatewayId | tgw-0123456789abcdef0 | InvalidTransitGatewayID.NotFound | The transitGateway ID"
                        + " 'tgw-0123456789abcdef0' does not exist",
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
        String foreign = attachedGateway(
                ec2.createVpc(r -> r.cidrBlock("10.1.0.0/16")).vpc().vpcId());
        Expect.awsError(
                "InvalidParameterValue",
                "route table " + table + " and network gateway " + foreign + " belong to different networks",
                () -> create(r -> r.destinationCidrBlock(EVERYWHERE).gatewayId(foreign)));
    }

    /** That it takes IPv6 only: AWS documentation, VPC User Guide. The words are our guess. */
    @Test
    void create_egressOnlyGateway() {
        String egress = egressGateway();
        Expect.awsError(
                "InvalidParameterCombination",
                () -> create(r -> r.destinationCidrBlock(EVERYWHERE).egressOnlyInternetGatewayId(egress)));
        create(r -> r.destinationIpv6CidrBlock("::/0").egressOnlyInternetGatewayId(egress));
        assertThat(routeTo6("::/0").egressOnlyInternetGatewayId()).isEqualTo(egress);
        assertThat(routeTo6("::/0").gatewayId()).isNull();
        ec2.deleteEgressOnlyInternetGateway(r -> r.egressOnlyInternetGatewayId(egress));
        assertThat(routeTo6("::/0").stateAsString()).isEqualTo("blackhole");
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
        create(r -> r.destinationCidrBlock(EVERYWHERE).networkInterfaceId(target));
        create(r -> r.destinationCidrBlock("10.0.1.0/24").networkInterfaceId(target));
        ec2.replaceRoute(
                r -> r.routeTableId(table).destinationCidrBlock("10.0.0.0/16").networkInterfaceId(target));
        assertThat(route("10.0.0.0/16").networkInterfaceId()).isEqualTo(target);
        assertThat(route("10.0.0.0/16").originAsString()).isEqualTo("CreateRouteTable");
        ec2.replaceRoute(
                r -> r.routeTableId(table).destinationCidrBlock("10.0.0.0/16").localTarget(true));
        assertThat(route("10.0.0.0/16").gatewayId()).isEqualTo("local");
        assertThat(route("10.0.0.0/16").networkInterfaceId()).isNull();

        ec2.deleteNetworkInterface(r -> r.networkInterfaceId(target));
        assertThat(route(EVERYWHERE).stateAsString()).isEqualTo("blackhole");
        assertThat(route("10.0.1.0/24").networkInterfaceId()).isEqualTo(target);
    }

    /** AWS documentation, VPC User Guide: "NAT gateways": its routes turn into black holes when it is deleted. */
    @Test
    void create_natGateway() {
        String subnet = ec2.createSubnet(r -> r.vpcId(vpc).cidrBlock("10.0.1.0/24"))
                .subnet()
                .subnetId();
        String nat = ec2.createNatGateway(r -> r.subnetId(subnet).connectivityType("private"))
                .natGateway()
                .natGatewayId();
        create(r -> r.destinationCidrBlock(EVERYWHERE).natGatewayId(nat));
        assertThat(route(EVERYWHERE).natGatewayId()).isEqualTo(nat);
        assertThat(route(EVERYWHERE).stateAsString()).isEqualTo("active");
        String foreign = ec2.createRouteTable(r -> r.vpcId(
                        ec2.createVpc(v -> v.cidrBlock("10.1.0.0/16")).vpc().vpcId()))
                .routeTable()
                .routeTableId();
        Expect.awsError(
                "InvalidParameterValue",
                "route table " + foreign + " and NAT gateway " + nat + " belong to different networks",
                () -> ec2.createRoute(r ->
                        r.routeTableId(foreign).destinationCidrBlock(EVERYWHERE).natGatewayId(nat)));
        ec2.deleteNatGateway(r -> r.natGatewayId(nat));
        assertThat(route(EVERYWHERE).stateAsString()).isEqualTo("blackhole");
        Expect.awsError(
                "InvalidNatGatewayID.NotFound",
                () -> create(r -> r.destinationCidrBlock("10.0.0.0/8").natGatewayId(nat)));
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
                () -> create(r -> r.destinationCidrBlock(EVERYWHERE).networkInterfaceId(target)));
    }

    @Test
    void create_prefixList() {
        Expect.awsError(
                "InvalidPrefixListID.NotFound",
                () -> create(
                        r -> r.destinationPrefixListId("pl-0123456789abcdef0").gatewayId(gateway)));
        create(r -> r.destinationPrefixListId("pl-3b927c52").gatewayId(gateway));
        String list = ec2.createManagedPrefixList(
                        r -> r.prefixListName("one").addressFamily("IPv4").maxEntries(1))
                .prefixList()
                .prefixListId();
        create(r -> r.destinationPrefixListId(list).gatewayId(gateway));
        assertThat(ec2.getManagedPrefixListAssociations(r -> r.prefixListId(list))
                        .prefixListAssociations())
                .singleElement()
                .satisfies(association -> assertThat(association.resourceId()).isEqualTo(table));
        Expect.awsError("DependencyViolation", () -> ec2.deleteManagedPrefixList(r -> r.prefixListId(list)));
        Expect.awsError(
                "InvalidRoute.NotFound",
                "no route with destination-prefix-list-id pl-63a5400a in route table " + table,
                () -> ec2.deleteRoute(r -> r.routeTableId(table).destinationPrefixListId("pl-63a5400a")));
        ec2.deleteRoute(r -> r.routeTableId(table).destinationPrefixListId(list));
        ec2.deleteManagedPrefixList(r -> r.prefixListId(list));
    }

    /** AWS documentation, VPC User Guide: a route whose target is gone is a black hole, and comes back with it. */
    @Test
    void aRouteToADetachedGatewayIsABlackHole() {
        create(r -> r.destinationCidrBlock(EVERYWHERE).gatewayId(gateway));
        ec2.detachInternetGateway(r -> r.internetGatewayId(gateway).vpcId(vpc));
        assertThat(route(EVERYWHERE).stateAsString()).isEqualTo("blackhole");
        assertThat(ec2.describeRouteTables(
                                r -> r.filters(f -> f.name("route.state").values("blackhole")))
                        .routeTables())
                .singleElement()
                .satisfies(found -> assertThat(found.routeTableId()).isEqualTo(table));
        ec2.attachInternetGateway(r -> r.internetGatewayId(gateway).vpcId(vpc));
        assertThat(route(EVERYWHERE).stateAsString()).isEqualTo("active");
        ec2.detachInternetGateway(r -> r.internetGatewayId(gateway).vpcId(vpc));
        ec2.deleteInternetGateway(r -> r.internetGatewayId(gateway));
        assertThat(route(EVERYWHERE).stateAsString()).isEqualTo("blackhole");
        assertThat(route(EVERYWHERE).gatewayId()).isEqualTo(gateway);
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
        String egress = egressGateway();
        create(r -> r.destinationIpv6CidrBlock("::/0").gatewayId(gateway));
        ec2.replaceRoute(
                r -> r.routeTableId(table).destinationIpv6CidrBlock("::/0").egressOnlyInternetGatewayId(egress));
        assertThat(routeTo6("::/0").egressOnlyInternetGatewayId()).isEqualTo(egress);
    }

    @Test
    void localRoutesStay() {
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

    private void create(Consumer<CreateRouteRequest.Builder> rest) {
        ec2.createRoute(r -> rest.accept(r.routeTableId(table)));
    }

    private Route route(String cidr) {
        return ec2.describeRouteTables(r -> r.routeTableIds(table)).routeTables().get(0).routes().stream()
                .filter(route -> cidr.equals(route.destinationCidrBlock()))
                .findFirst()
                .orElseThrow();
    }

    private Route routeTo6(String cidr) {
        return ec2.describeRouteTables(r -> r.routeTableIds(table)).routeTables().get(0).routes().stream()
                .filter(route -> cidr.equals(route.destinationIpv6CidrBlock()))
                .findFirst()
                .orElseThrow();
    }

    private String egressGateway() {
        return ec2.createEgressOnlyInternetGateway(r -> r.vpcId(vpc))
                .egressOnlyInternetGateway()
                .egressOnlyInternetGatewayId();
    }

    private String attachedGateway(String vpcId) {
        String id = ec2.createInternetGateway().internetGateway().internetGatewayId();
        ec2.attachInternetGateway(r -> r.internetGatewayId(id).vpcId(vpcId));
        return id;
    }
}
