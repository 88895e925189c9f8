package io.vpclocal.network.vpnconnection;

import io.vpclocal.testing.Aws;
import java.util.function.Consumer;
import org.junit.jupiter.api.BeforeEach;
import org.springframework.beans.factory.annotation.Autowired;
import software.amazon.awssdk.services.ec2.Ec2Client;
import software.amazon.awssdk.services.ec2.model.CreateVpnConnectionRequest;
import software.amazon.awssdk.services.ec2.model.VpnConnection;

/** Each test begins with a new account, with a customer gateway, and a virtual private gateway that is attached to a VPC. */
abstract class VpnConnectionTestBase {

    static final String OFFICE = "192.168.0.0/16";

    @Autowired
    Aws aws;

    Ec2Client ec2;
    String vpc;
    String gateway;
    String customer;

    @BeforeEach
    void newGateways() {
        ec2 = aws.ec2(Aws.newAccount());
        vpc = ec2.createVpc(r -> r.cidrBlock("10.0.0.0/16")).vpc().vpcId();
        gateway = ec2.createVpnGateway(r -> r.type("ipsec.1")).vpnGateway().vpnGatewayId();
        ec2.attachVpnGateway(r -> r.vpnGatewayId(gateway).vpcId(vpc));
        customer = customer("203.0.113.12");
    }

    String customer(String address) {
        return ec2.createCustomerGateway(
                        r -> r.type("ipsec.1").ipAddress(address).bgpAsn(65_010))
                .customerGateway()
                .customerGatewayId();
    }

    VpnConnection connect(Consumer<CreateVpnConnectionRequest.Builder> more) {
        return ec2.createVpnConnection(r -> more.accept(
                        r.type("ipsec.1").customerGatewayId(customer).vpnGatewayId(gateway)))
                .vpnConnection();
    }

    VpnConnection connectStatic() {
        return connect(r -> r.options(o -> o.staticRoutesOnly(true)));
    }

    VpnConnection describe(String id) {
        return ec2.describeVpnConnections(r -> r.vpnConnectionIds(id))
                .vpnConnections()
                .get(0);
    }

    void addRoute(String id, String destination) {
        ec2.createVpnConnectionRoute(r -> r.vpnConnectionId(id).destinationCidrBlock(destination));
    }
}
