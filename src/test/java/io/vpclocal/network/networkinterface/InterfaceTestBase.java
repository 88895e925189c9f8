package io.vpclocal.network.networkinterface;

import io.vpclocal.testing.Aws;
import org.junit.jupiter.api.BeforeEach;
import org.springframework.beans.factory.annotation.Autowired;
import software.amazon.awssdk.services.ec2.Ec2Client;

/** Each test begins with a new account and a subnet to make network interfaces in. */
abstract class InterfaceTestBase {

    @Autowired
    Aws aws;

    InterfaceFixture fixture;
    Ec2Client ec2;

    @BeforeEach
    void newSubnet() {
        fixture = InterfaceFixture.in(aws);
        ec2 = fixture.ec2();
    }
}
