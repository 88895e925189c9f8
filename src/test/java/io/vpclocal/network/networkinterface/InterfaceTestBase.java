package io.vpclocal.network.networkinterface;

import io.vpclocal.testing.Aws;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.springframework.beans.factory.annotation.Autowired;
import software.amazon.awssdk.services.ec2.Ec2Client;
import software.amazon.awssdk.services.ec2.model.NetworkInterface;

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

    List<String> find(String name, String value) {
        return ec2
                .describeNetworkInterfaces(r -> r.filters(f -> f.name(name).values(value)))
                .networkInterfaces()
                .stream()
                .map(NetworkInterface::networkInterfaceId)
                .toList();
    }
}
