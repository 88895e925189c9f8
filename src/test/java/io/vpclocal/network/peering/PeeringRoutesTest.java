package io.vpclocal.network.peering;

import static org.assertj.core.api.Assertions.assertThat;

import io.vpclocal.testing.Aws;
import io.vpclocal.testing.EmulatorTest;
import io.vpclocal.testing.Expect;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import software.amazon.awssdk.services.ec2.Ec2Client;
import software.amazon.awssdk.services.ec2.model.Route;

/** Routes to peering connections (AWS documentation, EC2 API Reference: ReplaceRoute; VPC Peering Guide: routing). */
@EmulatorTest
class PeeringRoutesTest {

    @Autowired
    private Aws aws;

    @Test
    void aRouteIsMovedToAPeeringConnectionAndAway() {
        TwoVpcs vpcs = TwoVpcs.ofOneAccount(aws);
        Ec2Client ec2 = vpcs.requester();
        String id = vpcs.connected();
        String gateway = ec2.createInternetGateway().internetGateway().internetGatewayId();
        ec2.attachInternetGateway(r -> r.internetGatewayId(gateway).vpcId(vpcs.requesterVpc()));
        String table = ec2.createRouteTable(r -> r.vpcId(vpcs.requesterVpc()))
                .routeTable()
                .routeTableId();
        ec2.createRoute(
                r -> r.routeTableId(table).destinationCidrBlock("10.1.0.0/16").gatewayId(gateway));
        ec2.replaceRoute(
                r -> r.routeTableId(table).destinationCidrBlock("10.1.0.0/16").vpcPeeringConnectionId(id));
        assertThat(route(ec2, table))
                .isEqualTo(Route.builder()
                        .destinationCidrBlock("10.1.0.0/16")
                        .vpcPeeringConnectionId(id)
                        .origin("CreateRoute")
                        .state("active")
                        .build());
        ec2.replaceRoute(
                r -> r.routeTableId(table).destinationCidrBlock("10.1.0.0/16").gatewayId(gateway));
        assertThat(route(ec2, table).gatewayId()).isEqualTo(gateway);
        assertThat(route(ec2, table).vpcPeeringConnectionId()).isNull();
    }

    @Test
    void aRouteIsNotMovedToAConnectionOfOthersOrOneThatHasEnded() {
        TwoVpcs vpcs = TwoVpcs.ofOneAccount(aws);
        Ec2Client ec2 = vpcs.requester();
        String id = vpcs.connected();
        String table = ec2.createRouteTable(r -> r.vpcId(vpcs.requesterVpc()))
                .routeTable()
                .routeTableId();
        ec2.createRoute(
                r -> r.routeTableId(table).destinationCidrBlock("10.1.0.0/16").vpcPeeringConnectionId(id));
        Expect.awsError(
                "InvalidVpcPeeringConnectionID.NotFound",
                () -> ec2.replaceRoute(r -> r.routeTableId(table)
                        .destinationCidrBlock("10.1.0.0/16")
                        .vpcPeeringConnectionId("pcx-0123456789abcdef0")));
        ec2.deleteVpcPeeringConnection(r -> r.vpcPeeringConnectionId(id));
        assertThat(state(ec2, table, id)).isEqualTo("blackhole");
        TwoVpcs others = TwoVpcs.ofOneAccount(aws);
        String foreign = others.connected();
        Expect.awsError(
                "InvalidVpcPeeringConnectionID.NotFound",
                () -> ec2.replaceRoute(r -> r.routeTableId(table)
                        .destinationCidrBlock("10.1.0.0/16")
                        .vpcPeeringConnectionId(foreign)));
        assertThat(route(ec2, table).vpcPeeringConnectionId()).isEqualTo(id);
    }

    private static Route route(Ec2Client ec2, String table) {
        return ec2.describeRouteTables(r -> r.routeTableIds(table)).routeTables().get(0).routes().stream()
                .filter(one -> "10.1.0.0/16".equals(one.destinationCidrBlock()))
                .findFirst()
                .orElseThrow();
    }

    /** The state of the route to a connection. */
    static String state(Ec2Client ec2, String table, String connection) {
        return ec2.describeRouteTables(r -> r.routeTableIds(table)).routeTables().get(0).routes().stream()
                .filter(one -> connection.equals(one.vpcPeeringConnectionId()))
                .findFirst()
                .orElseThrow()
                .stateAsString();
    }
}
