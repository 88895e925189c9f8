package io.vpclocal.network.peering;

import static org.assertj.core.api.Assertions.assertThat;

import io.vpclocal.endpoint.SlowEmulatorTest;
import io.vpclocal.protocol.clock.EmulatorClock;
import io.vpclocal.testing.Aws;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import software.amazon.awssdk.services.ec2.Ec2Client;

/** Peering connections that take their time (AWS documentation, VPC Peering Guide: lifecycle). How long is our guess. */
@SlowEmulatorTest
class PeeringStatesTest {

    private static final Duration MINUTE = Duration.ofMinutes(1);

    @Autowired
    private Aws aws;

    @Autowired
    private EmulatorClock clock;

    @BeforeEach
    void freeze() {
        clock.freeze();
    }

    @AfterEach
    void real() {
        clock.real();
    }

    @Test
    void aConnectionPassesAllStates() {
        TwoVpcs vpcs = TwoVpcs.ofTwoRegions(aws);
        Ec2Client requester = vpcs.requester();
        String id = vpcs.requested();
        assertThat(TwoVpcs.state(requester, id)).isEqualTo("initiating-request");
        clock.advance(MINUTE);
        assertThat(TwoVpcs.state(requester, id)).isEqualTo("pending-acceptance");
        vpcs.accepter().acceptVpcPeeringConnection(r -> r.vpcPeeringConnectionId(id));
        assertThat(TwoVpcs.state(requester, id)).isEqualTo("provisioning");
        assertThat(TwoVpcs.state(vpcs.accepter(), id)).isEqualTo("provisioning");
        clock.advance(MINUTE.minusSeconds(1));
        assertThat(TwoVpcs.state(requester, id)).isEqualTo("provisioning");
        clock.advance(Duration.ofSeconds(1));
        assertThat(TwoVpcs.state(requester, id)).isEqualTo("active");
        requester.deleteVpcPeeringConnection(r -> r.vpcPeeringConnectionId(id));
        assertThat(TwoVpcs.state(requester, id)).isEqualTo("deleting");
        clock.advance(MINUTE);
        assertThat(TwoVpcs.state(requester, id)).isEqualTo("deleted");
        assertThat(TwoVpcs.state(vpcs.accepter(), id)).isEqualTo("deleted");
    }

    @Test
    void aRouteIsActiveOnceTheConnectionIs() {
        TwoVpcs vpcs = TwoVpcs.ofOneAccount(aws);
        Ec2Client ec2 = vpcs.requester();
        String id = vpcs.requested();
        String table = ec2.createRouteTable(r -> r.vpcId(vpcs.requesterVpc()))
                .routeTable()
                .routeTableId();
        ec2.createRoute(
                r -> r.routeTableId(table).destinationCidrBlock("10.1.0.0/16").vpcPeeringConnectionId(id));
        assertThat(PeeringRoutesTest.state(ec2, table, id)).isEqualTo("blackhole");
        clock.advance(MINUTE);
        ec2.acceptVpcPeeringConnection(r -> r.vpcPeeringConnectionId(id));
        assertThat(PeeringRoutesTest.state(ec2, table, id)).isEqualTo("blackhole");
        clock.advance(MINUTE);
        assertThat(PeeringRoutesTest.state(ec2, table, id)).isEqualTo("active");
    }
}
