package io.vpclocal.endpoint;

import io.vpclocal.testing.Aws;
import org.junit.jupiter.api.BeforeEach;
import org.springframework.beans.factory.annotation.Autowired;

/** Each test begins with a new account and a new VPC in it. */
abstract class EndpointTestBase {

    @Autowired
    Aws aws;

    final String account = Aws.newAccount();
    Network network;

    @BeforeEach
    void newNetwork() {
        network = new Network(aws.ec2(account));
    }
}
