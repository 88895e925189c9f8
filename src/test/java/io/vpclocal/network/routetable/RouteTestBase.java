package io.vpclocal.network.routetable;

import io.vpclocal.testing.Aws;
import org.junit.jupiter.api.BeforeEach;
import org.springframework.beans.factory.annotation.Autowired;
import software.amazon.awssdk.services.ec2.Ec2Client;

/** Each test begins with a new account, with a VPC, a route table and an internet gateway. */
abstract class RouteTestBase {

    static final String EVERYWHERE = "0.0.0.0/0";

    @Autowired
    Aws aws;

    Routes routes;
    Ec2Client ec2;
    String vpc;
    String table;
    String gateway;

    @BeforeEach
    void newAccountWithATableAndAGateway() {
        ec2 = aws.ec2();
        routes = new Routes(ec2);
        vpc = routes.vpc;
        table = routes.table;
        gateway = routes.gateway;
    }
}
