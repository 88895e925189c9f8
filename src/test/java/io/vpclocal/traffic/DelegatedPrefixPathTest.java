package io.vpclocal.traffic;

import static org.assertj.core.api.Assertions.assertThat;

import io.vpclocal.testing.Aws;
import io.vpclocal.testing.EmulatorTest;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** Traffic to and from addresses of a delegated prefix (AWS documentation, EC2 User Guide: assigning prefixes). */
@EmulatorTest
class DelegatedPrefixPathTest {

    @Autowired
    private Aws aws;

    @Test
    void anInterfaceReceivesPacketsForItsPrefix() throws Exception {
        Lan lan = new Lan(aws);
        lan.ec2.authorizeSecurityGroupIngress(r -> r.groupId(lan.serverGroup)
                .ipPermissions(
                        p -> p.ipProtocol("tcp").fromPort(443).toPort(443).ipRanges(i -> i.cidrIp("10.0.1.0/24"))));
        assertThat(code(lan)).isEqualTo("UNKNOWN_DESTINATION");
        lan.ec2.assignPrivateIpAddresses(r -> r.networkInterfaceId(lan.server).ipv4Prefixes("10.0.2.64/28"));
        assertThat(code(lan)).isEmpty();
        lan.ec2.unassignPrivateIpAddresses(r -> r.networkInterfaceId(lan.server).ipv4Prefixes("10.0.2.64/28"));
        assertThat(code(lan)).isEqualTo("UNKNOWN_DESTINATION");
    }

    /** The reason why a packet to the prefix's tenth address stops, or an empty text. */
    private static String code(Lan lan) throws Exception {
        return lan.traffic.tcp(lan.client, "10.0.2.73", 443).path("code").asString("");
    }
}
