package io.vpclocal.network.routetable;

import static org.assertj.core.api.Assertions.assertThat;

import io.vpclocal.testing.Aws;
import io.vpclocal.testing.EmulatorTest;
import io.vpclocal.testing.Expect;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import software.amazon.awssdk.services.ec2.Ec2Client;

/**
 * The table of an internet gateway (AWS documentation, VPC User Guide: "Gateway route tables"). The text about targets is
 * recorded from AWS; those about destinations and about the association are our guess.
 */
@EmulatorTest
class GatewayTableTest {

    @Autowired
    private Aws aws;

    private Ec2Client ec2;
    private Routes routes;
    private String appliance;

    @BeforeEach
    void subnetWithAnAppliance() {
        ec2 = aws.ec2();
        routes = new Routes(ec2);
        ec2.createSubnet(r -> r.vpcId(routes.vpc).cidrBlock("10.0.1.0/24"));
        String other = ec2.createSubnet(r -> r.vpcId(routes.vpc).cidrBlock("10.0.2.0/24"))
                .subnet()
                .subnetId();
        appliance = ec2.createNetworkInterface(r -> r.subnetId(other))
                .networkInterface()
                .networkInterfaceId();
    }

    @Test
    void leadsWholeSubnetsToAnAppliance() {
        associate();
        routes.create(r -> r.destinationCidrBlock("10.0.1.0/24").networkInterfaceId(appliance));
        assertThat(routes.route("10.0.1.0/24").networkInterfaceId()).isEqualTo(appliance);
        for (String destination : new String[] {"10.0.1.0/25", "10.0.3.0/24", "10.0.0.0/15", "192.0.2.0/24"}) {
            Expect.awsError(
                    "InvalidParameterValue",
                    () -> routes.create(r -> r.destinationCidrBlock(destination).networkInterfaceId(appliance)));
        }
        String list =
                ec2.describeManagedPrefixLists(r -> {}).prefixLists().get(0).prefixListId();
        Expect.awsError(
                "InvalidParameterValue",
                () -> routes.create(r -> r.destinationPrefixListId(list).networkInterfaceId(appliance)));
        assertThat(ec2.describeRouteTables(r -> r.routeTableIds(routes.table))
                        .routeTables()
                        .get(0)
                        .routes())
                .hasSize(2);
    }

    @Test
    void theVpcsOwnRouteIsRedirectedAndRestored() {
        associate();
        ec2.replaceRoute(r ->
                r.routeTableId(routes.table).destinationCidrBlock("10.0.0.0/16").networkInterfaceId(appliance));
        assertThat(routes.route("10.0.0.0/16").networkInterfaceId()).isEqualTo(appliance);
        ec2.replaceRoute(r ->
                r.routeTableId(routes.table).destinationCidrBlock("10.0.0.0/16").localTarget(true));
        assertThat(routes.route("10.0.0.0/16").gatewayId()).isEqualTo("local");
    }

    @Test
    void onlyInterfacesAreTargets() {
        associate();
        Expect.awsError(
                "InvalidParameterValue",
                "Route target is not supported. This route only supports interface and instance targets.",
                () -> routes.create(r -> r.destinationCidrBlock("0.0.0.0/0").gatewayId(routes.gateway)));
        routes.create(r -> r.destinationCidrBlock("10.0.1.0/24").networkInterfaceId(appliance));
        String nat = ec2.createNatGateway(r -> r.subnetId(subnetOf(appliance)).connectivityType("private"))
                .natGateway()
                .natGatewayId();
        Expect.awsError(
                "InvalidParameterValue",
                () -> ec2.replaceRoute(r -> r.routeTableId(routes.table)
                        .destinationCidrBlock("10.0.1.0/24")
                        .natGatewayId(nat)));
        assertThat(routes.route("10.0.1.0/24").networkInterfaceId()).isEqualTo(appliance);
    }

    @Test
    void aTableWithOtherRoutesIsNotForGateways() {
        routes.create(r -> r.destinationCidrBlock("0.0.0.0/0").gatewayId(routes.gateway));
        Expect.awsError("InvalidParameterValue", this::associate);
        ec2.deleteRoute(r -> r.routeTableId(routes.table).destinationCidrBlock("0.0.0.0/0"));
        routes.create(r -> r.destinationCidrBlock("192.0.2.0/24").networkInterfaceId(appliance));
        Expect.awsError("InvalidParameterValue", this::associate);
        ec2.deleteRoute(r -> r.routeTableId(routes.table).destinationCidrBlock("192.0.2.0/24"));
        routes.create(r -> r.destinationCidrBlock("10.0.1.0/24").networkInterfaceId(appliance));
        associate();
    }

    @Test
    void theGatewaysAssociationMovesOnlyToAValidTable() {
        String association = associate();
        String other =
                ec2.createRouteTable(r -> r.vpcId(routes.vpc)).routeTable().routeTableId();
        ec2.createRoute(
                r -> r.routeTableId(other).destinationCidrBlock("0.0.0.0/0").gatewayId(routes.gateway));
        Expect.awsError(
                "InvalidParameterValue",
                () -> ec2.replaceRouteTableAssociation(
                        r -> r.associationId(association).routeTableId(other)));
        ec2.deleteRoute(r -> r.routeTableId(other).destinationCidrBlock("0.0.0.0/0"));
        ec2.replaceRouteTableAssociation(r -> r.associationId(association).routeTableId(other));
        routes.create(r -> r.destinationCidrBlock("0.0.0.0/0").gatewayId(routes.gateway));
    }

    private String associate() {
        return ec2.associateRouteTable(r -> r.routeTableId(routes.table).gatewayId(routes.gateway))
                .associationId();
    }

    private String subnetOf(String networkInterface) {
        return ec2.describeNetworkInterfaces(r -> r.networkInterfaceIds(networkInterface))
                .networkInterfaces()
                .get(0)
                .subnetId();
    }
}
