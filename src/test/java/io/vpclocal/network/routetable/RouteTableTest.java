package io.vpclocal.network.routetable;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import io.vpclocal.testing.Aws;
import io.vpclocal.testing.EmulatorTest;
import io.vpclocal.testing.Expect;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import software.amazon.awssdk.services.ec2.Ec2Client;
import software.amazon.awssdk.services.ec2.model.CreateRouteTableResponse;
import software.amazon.awssdk.services.ec2.model.Filter;
import software.amazon.awssdk.services.ec2.model.Route;
import software.amazon.awssdk.services.ec2.model.RouteTable;
import software.amazon.awssdk.services.ec2.model.RouteTableAssociation;
import software.amazon.awssdk.services.ec2.model.VpcIpv6CidrBlockAssociation;

/** Shapes of answers: recorded from AWS. Rules: AWS documentation, VPC User Guide: "Configure route tables". */
@EmulatorTest
class RouteTableTest {

    @Autowired
    private Aws aws;

    private Ec2Client ec2;
    private String vpc;

    @BeforeEach
    void newAccountWithAVpc() {
        ec2 = aws.ec2();
        vpc = ec2.createVpc(r -> r.cidrBlock("10.0.0.0/16")).vpc().vpcId();
    }

    @Test
    void aNewVpcHasAMainTableWithALocalRoute() {
        RouteTable main = main();
        assertThat(main.routeTableId()).matches("rtb-[0-9a-f]{17}");
        assertThat(main.routes()).singleElement().satisfies(route -> {
            assertThat(route.destinationCidrBlock()).isEqualTo("10.0.0.0/16");
            assertThat(route.gatewayId()).isEqualTo("local");
            assertThat(route.originAsString()).isEqualTo("CreateRouteTable");
            assertThat(route.stateAsString()).isEqualTo("active");
        });
        assertThat(main.associations()).singleElement().satisfies(association -> {
            assertThat(association.main()).isTrue();
            assertThat(association.routeTableAssociationId()).matches("rtbassoc-[0-9a-f]{17}");
            assertThat(association.routeTableId()).isEqualTo(main.routeTableId());
            assertThat(association.subnetId()).isNull();
            assertThat(association.associationState().stateAsString()).isEqualTo("associated");
        });
        assertThat(main.propagatingVgws()).isEmpty();
    }

    @Test
    void aVpcIsDeletedWithItsMainTableButNotWithOthers() {
        String other = table();
        Expect.awsError("DependencyViolation", () -> ec2.deleteVpc(r -> r.vpcId(vpc)));
        ec2.deleteRouteTable(r -> r.routeTableId(other));
        String main = main().routeTableId();
        ec2.deleteVpc(r -> r.vpcId(vpc));
        Expect.awsError(
                "InvalidRouteTableID.NotFound",
                "The routeTable ID '" + main + "' does not exist",
                () -> describe(main));
    }

    @Test
    void theMainTableCannotBeDeleted() {
        String main = main().routeTableId();
        Expect.awsError(
                "DependencyViolation",
                "The routeTable '" + main + "' has dependencies and cannot be deleted.",
                () -> ec2.deleteRouteTable(r -> r.routeTableId(main)));
    }

    @Test
    void clientTokensMakeCreationIdempotent() {
        CreateRouteTableResponse first = ec2.createRouteTable(r -> r.vpcId(vpc).clientToken("one"));
        CreateRouteTableResponse again = ec2.createRouteTable(r -> r.vpcId(vpc).clientToken("one"));
        assertThat(again.routeTable().routeTableId())
                .isEqualTo(first.routeTable().routeTableId());
        assertThat(again.clientToken()).isEqualTo("one");
    }

    @Test
    void localRoutesFollowTheBlocksOfTheVpc() {
        String table = table();
        String second = ec2.associateVpcCidrBlock(r -> r.vpcId(vpc).cidrBlock("10.1.0.0/16"))
                .cidrBlockAssociation()
                .associationId();
        VpcIpv6CidrBlockAssociation v6 = ec2.associateVpcCidrBlock(
                        r -> r.vpcId(vpc).amazonProvidedIpv6CidrBlock(true))
                .ipv6CidrBlockAssociation();
        for (String id : List.of(table, main().routeTableId())) {
            assertThat(describe(id).routes())
                    .extracting(Route::destinationCidrBlock)
                    .containsExactly("10.0.0.0/16", "10.1.0.0/16", null);
            assertThat(describe(id).routes().get(2).destinationIpv6CidrBlock()).isEqualTo(v6.ipv6CidrBlock());
        }
        ec2.disassociateVpcCidrBlock(r -> r.associationId(second));
        ec2.disassociateVpcCidrBlock(r -> r.associationId(v6.associationId()));
        assertThat(describe(table).routes()).hasSize(1);
        assertThat(describe(main().routeTableId()).routes()).hasSize(1);
    }

    /** AWS documentation, VPC User Guide, "VPC CIDR blocks": it is rejected. The code and text are our guess. */
    @Test
    void aBlockThatCollidesWithARouteIsRejected() {
        String gateway = attachedGateway();
        String table = table();
        ec2.createRoute(r -> r.routeTableId(table).gatewayId(gateway).destinationCidrBlock("10.7.1.0/24"));
        Expect.awsError(
                "InvalidVpc.Range",
                () -> ec2.associateVpcCidrBlock(r -> r.vpcId(vpc).cidrBlock("10.7.0.0/16")));
        ec2.associateVpcCidrBlock(r -> r.vpcId(vpc).cidrBlock("10.8.0.0/16"));
    }

    @ParameterizedTest
    @CsvSource({"rtb-0123456789abcdef0, InvalidRouteTableID.NotFound", "rtb-x, InvalidRouteTableId.Malformed"})
    void tablesThatDoNotExist(String id, String code) {
        Expect.awsError(code, () -> describe(id));
        Expect.awsError(code, () -> ec2.deleteRouteTable(r -> r.routeTableId(id)));
        Expect.awsError(
                code, () -> ec2.associateRouteTable(r -> r.routeTableId(id).subnetId("subnet-0123456789abcdef0")));
        Expect.awsError(
                code,
                () -> ec2.createRoute(r ->
                        r.routeTableId(id).destinationCidrBlock("0.0.0.0/0").gatewayId("igw-0123456789abcdef0")));
        Expect.awsError(code, () -> ec2.deleteRoute(r -> r.routeTableId(id).destinationCidrBlock("0.0.0.0/0")));
    }

    @Test
    void create_unknownVpc() {
        Expect.awsError("InvalidVpcID.NotFound", () -> ec2.createRouteTable(r -> r.vpcId("vpc-0123456789abcdef0")));
    }

    /** The range is AWS's. The text is that of a similar action. */
    @Test
    void describe_pageSizeOutOfRange() {
        Expect.awsError(
                "InvalidParameterValue",
                "Value ( 101 ) for parameter MaxResults is invalid. Expecting a value smaller than or equal to 100.",
                () -> ec2.describeRouteTables(r -> r.maxResults(101)));
        Expect.awsError("InvalidParameterValue", () -> ec2.describeRouteTables(r -> r.maxResults(4)));
    }

    @Test
    void describe_pages() {
        for (int i = 0; i < 7; i++) {
            table();
        }
        assertThat(ec2.describeRouteTablesPaginator(r -> r.maxResults(5).filters(filter("vpc-id", vpc)))
                        .routeTables())
                .hasSize(8);
    }

    /** AWS documentation, EC2 API Reference: filters of DescribeRouteTables. The rows share one network. */
    @TestFactory
    Stream<DynamicTest> filters() {
        String gateway = attachedGateway();
        String table = table();
        String egress = ec2.createEgressOnlyInternetGateway(r -> r.vpcId(vpc))
                .egressOnlyInternetGateway()
                .egressOnlyInternetGatewayId();
        String subnet = subnet("10.0.1.0/24");
        String association = ec2.associateRouteTable(r -> r.routeTableId(table).subnetId(subnet))
                .associationId();
        String edge = table();
        ec2.associateRouteTable(r -> r.routeTableId(edge).gatewayId(gateway));
        ec2.createTags(r -> r.resources(table).tags(t -> t.key("Name").value("one")));
        ec2.createRoute(r -> r.routeTableId(table).gatewayId(gateway).destinationCidrBlock("0.0.0.0/0"));
        ec2.createRoute(r -> r.routeTableId(table).gatewayId(gateway).destinationPrefixListId("pl-3b927c52"));
        ec2.createRoute(
                r -> r.routeTableId(table).egressOnlyInternetGatewayId(egress).destinationIpv6CidrBlock("::/0"));
        return Stream.of(
                row("association.gateway-id", gateway, true, edge),
                row("association.route-table-association-id", association, true, table),
                row("association.route-table-id", table, true, table),
                row("association.subnet-id", subnet, true, table),
                row("association.main", "false", true, table),
                row("association.main", "true", false, table),
                row("owner-id", describe(table).ownerId(), true, table),
                row("route-table-id", table, true, table),
                row("route-table-id", "rtb-*", true, table),
                row("route.destination-cidr-block", "0.0.0.0/0", true, table),
                row("route.destination-cidr-block", "0.0.0.0/1", false, table),
                row("route.destination-ipv6-cidr-block", "::/0", true, table),
                row("route.destination-prefix-list-id", "pl-3b927c52", true, table),
                row("route.egress-only-internet-gateway-id", egress, true, table),
                row("route.gateway-id", gateway, true, table),
                row("route.gateway-id", "local", true, table),
                row("route.instance-id", "i-*", false, table),
                row("route.nat-gateway-id", "nat-*", false, table),
                row("route.transit-gateway-id", "tgw-*", false, table),
                row("route.vpc-peering-connection-id", "pcx-*", false, table),
                row("route.origin", "CreateRoute", true, table),
                row("route.origin", "EnableVgwRoutePropagation", false, table),
                row("route.state", "active", true, table),
                row("route.state", "blackhole", false, table),
                row("tag:Name", "one", true, table),
                row("tag-key", "Name", true, table),
                row("tag-key", "Other", false, table),
                row("vpc-id", vpc, true, table));
    }

    private DynamicTest row(String name, String value, boolean found, String table) {
        return dynamicTest(name + " " + value, () -> assertThat(
                        ec2.describeRouteTables(r -> r.filters(filter(name, value))).routeTables().stream()
                                .anyMatch(one -> one.routeTableId().equals(table)))
                .isEqualTo(found));
    }

    @Test
    void filters_unknown() {
        Expect.awsError(
                "InvalidParameterValue",
                "The filter 'route.colour' is invalid",
                () -> ec2.describeRouteTables(r -> r.filters(filter("route.colour", "red"))));
    }

    @Test
    void tableIsFoundBySubnetAssociationOfTerraform() {
        String table = table();
        String subnet = subnet("10.0.1.0/24");
        String association = ec2.associateRouteTable(r -> r.routeTableId(table).subnetId(subnet))
                .associationId();
        assertThat(ec2.describeRouteTables(
                                r -> r.filters(filter("association.route-table-association-id", association)))
                        .routeTables())
                .singleElement()
                .satisfies(found -> assertThat(found.associations())
                        .extracting(RouteTableAssociation::subnetId)
                        .containsExactly(subnet));
    }

    private RouteTable main() {
        return ec2.describeRouteTables(r -> r.filters(filter("association.main", "true"), filter("vpc-id", vpc)))
                .routeTables()
                .get(0);
    }

    private RouteTable describe(String id) {
        return ec2.describeRouteTables(r -> r.routeTableIds(id)).routeTables().get(0);
    }

    private String table() {
        return ec2.createRouteTable(r -> r.vpcId(vpc)).routeTable().routeTableId();
    }

    private String subnet(String cidr) {
        return ec2.createSubnet(r -> r.vpcId(vpc).cidrBlock(cidr)).subnet().subnetId();
    }

    private String attachedGateway() {
        String id = ec2.createInternetGateway().internetGateway().internetGatewayId();
        ec2.attachInternetGateway(r -> r.internetGatewayId(id).vpcId(vpc));
        return id;
    }

    private static Filter filter(String name, String value) {
        return Filter.builder().name(name).values(value).build();
    }
}
