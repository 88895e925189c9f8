package io.vpclocal.network.routetable;

import java.util.function.Consumer;
import software.amazon.awssdk.services.ec2.Ec2Client;
import software.amazon.awssdk.services.ec2.model.CreateRouteRequest;
import software.amazon.awssdk.services.ec2.model.Route;

/** A VPC of a new account with a route table and an internet gateway, which is attached. */
final class Routes {

    final String vpc;
    final String table;
    final String gateway;
    private final Ec2Client ec2;

    Routes(Ec2Client ec2) {
        this.ec2 = ec2;
        vpc = ec2.createVpc(r -> r.cidrBlock("10.0.0.0/16")).vpc().vpcId();
        table = ec2.createRouteTable(r -> r.vpcId(vpc)).routeTable().routeTableId();
        gateway = attachedGateway(vpc);
    }

    void create(Consumer<CreateRouteRequest.Builder> rest) {
        ec2.createRoute(r -> rest.accept(r.routeTableId(table)));
    }

    Route route(String cidr) {
        return ec2.describeRouteTables(r -> r.routeTableIds(table)).routeTables().get(0).routes().stream()
                .filter(route -> cidr.equals(route.destinationCidrBlock()))
                .findFirst()
                .orElseThrow();
    }

    Route routeTo6(String cidr) {
        return ec2.describeRouteTables(r -> r.routeTableIds(table)).routeTables().get(0).routes().stream()
                .filter(route -> cidr.equals(route.destinationIpv6CidrBlock()))
                .findFirst()
                .orElseThrow();
    }

    String egressGateway() {
        return ec2.createEgressOnlyInternetGateway(r -> r.vpcId(vpc))
                .egressOnlyInternetGateway()
                .egressOnlyInternetGatewayId();
    }

    final String attachedGateway(String vpcId) {
        String id = ec2.createInternetGateway().internetGateway().internetGatewayId();
        ec2.attachInternetGateway(r -> r.internetGatewayId(id).vpcId(vpcId));
        return id;
    }
}
