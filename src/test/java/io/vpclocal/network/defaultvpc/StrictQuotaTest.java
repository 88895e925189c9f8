package io.vpclocal.network.defaultvpc;

import static org.assertj.core.api.Assertions.assertThat;

import io.vpclocal.testing.Aws;
import io.vpclocal.testing.Expect;
import io.vpclocal.testing.OtherEmulatorTest;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import software.amazon.awssdk.services.ec2.Ec2Client;

/** Quotas: AWS documentation, VPC User Guide. Codes: EC2 API Reference; texts recorded from AWS where available. */
@OtherEmulatorTest
class StrictQuotaTest {

    @Autowired
    private Aws aws;

    private Ec2Client ec2;

    @BeforeEach
    void newAccount() {
        ec2 = aws.ec2();
    }

    @Test
    void withoutDefaultVpcsAnAccountIsEmpty() {
        assertThat(ec2.describeVpcs().vpcs()).isEmpty();
        assertThat(ec2.describeSubnets().subnets()).isEmpty();
        assertThat(ec2.createDefaultVpc(r -> {}).vpc().isDefault()).isTrue();
        assertThat(ec2.describeSubnets().subnets()).hasSize(6);
    }

    @Test
    void internetGateways_five() {
        for (int i = 0; i < 5; i++) {
            ec2.createInternetGateway();
        }
        Expect.awsError(
                "InternetGatewayLimitExceeded",
                "The maximum number of internet gateways has been reached.",
                () -> ec2.createInternetGateway());
    }

    /** A prefix list counts as its size, and IPv6 separately. The text is our guess. */
    @Test
    void routes_fiveHundredOfAFamily() {
        String vpc = ec2.createVpc(r -> r.cidrBlock("10.0.0.0/16")).vpc().vpcId();
        String gateway = ec2.createInternetGateway().internetGateway().internetGatewayId();
        ec2.attachInternetGateway(r -> r.internetGatewayId(gateway).vpcId(vpc));
        String table = ec2.createRouteTable(r -> r.vpcId(vpc)).routeTable().routeTableId();
        String most = list(499);
        String two = list(2);
        ec2.createRoute(r -> r.routeTableId(table).gatewayId(gateway).destinationPrefixListId(most));
        Expect.awsError(
                "RouteLimitExceeded",
                "The maximum number of routes has been reached.",
                () -> ec2.createRoute(
                        r -> r.routeTableId(table).gatewayId(gateway).destinationPrefixListId(two)));
        ec2.createRoute(r -> r.routeTableId(table).gatewayId(gateway).destinationCidrBlock("0.0.0.0/0"));
        Expect.awsError(
                "RouteLimitExceeded",
                () -> ec2.createRoute(
                        r -> r.routeTableId(table).gatewayId(gateway).destinationCidrBlock("8.8.8.8/32")));
        ec2.createRoute(r -> r.routeTableId(table).gatewayId(gateway).destinationIpv6CidrBlock("::/0"));
    }

    private String list(int size) {
        return ec2.createManagedPrefixList(
                        r -> r.prefixListName("big").addressFamily("IPv4").maxEntries(size))
                .prefixList()
                .prefixListId();
    }
}
