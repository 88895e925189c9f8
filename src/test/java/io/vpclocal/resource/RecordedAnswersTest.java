package io.vpclocal.resource;

import static org.assertj.core.api.Assertions.assertThat;

import io.vpclocal.testing.Aws;
import io.vpclocal.testing.EmulatorTest;
import io.vpclocal.testing.Expect;
import io.vpclocal.testing.NamedCalls;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import software.amazon.awssdk.services.ec2.Ec2Client;
import software.amazon.awssdk.services.ec2.model.VpcPeeringConnection;
import software.amazon.awssdk.services.ec2.model.VpnGateway;

/** Details of answers that were recorded from AWS: which members are absent, and which error comes first. */
@EmulatorTest
class RecordedAnswersTest {

    private final String account = Aws.newAccount();

    @Autowired
    private Aws aws;

    private Ec2Client ec2;

    @BeforeEach
    void client() {
        ec2 = aws.ec2(account);
    }

    @Test
    void aVolumeWithoutSizeIsRefusedBeforeItsZoneIsLookedUp() {
        Expect.awsError(
                "MissingParameter",
                "The request must contain the parameter size/snapshot",
                () -> ec2.createVolume(r -> r.availabilityZone("eu-central-1a")));
    }

    @Test
    void aVirtualPrivateGatewayShowsNoZoneAndNoTagsWhenItIsMade() throws Exception {
        String made = new NamedCalls(aws, account)
                .success("Action=CreateVpnGateway&Type=ipsec.1&AvailabilityZone=us-east-1a");
        assertThat(made).doesNotContain("<availabilityZone>").doesNotContain("<tagSet");
        assertThat(new NamedCalls(aws, account).success("Action=DescribeVpnGateways"))
                .doesNotContain("<availabilityZone>")
                .contains("<tagSet");
        assertThat(ec2.describeVpnGateways().vpnGateways())
                .extracting(VpnGateway::amazonSideAsn)
                .containsExactly(64_512L);
    }

    @Test
    void aPeeringConnectionHasNoIpv6BlocksWhereItsVpcHasNone() {
        String ipv4 = vpc("192.168.1.0/24", false);
        String both = vpc("192.168.2.0/24", true);
        String id = ec2.createVpcPeeringConnection(r -> r.vpcId(ipv4).peerVpcId(both))
                .vpcPeeringConnection()
                .vpcPeeringConnectionId();
        ec2.acceptVpcPeeringConnection(r -> r.vpcPeeringConnectionId(id));
        VpcPeeringConnection active = ec2.describeVpcPeeringConnections(r -> r.vpcPeeringConnectionIds(id))
                .vpcPeeringConnections()
                .get(0);
        assertThat(active.requesterVpcInfo().hasIpv6CidrBlockSet()).isFalse();
        assertThat(active.accepterVpcInfo().ipv6CidrBlockSet()).hasSize(1);
    }

    /** AWS API reference, DescribeTags. */
    @Test
    void tagsAreFoundByKeyAndValue() {
        String vpc = vpc("10.0.0.0/16", false);
        ec2.createTags(r -> r.resources(vpc)
                .tags(t -> t.key("Owner").value("a"), t -> t.key("Other").value("a")));
        assertThat(ec2.describeTags(r -> r.filters(f -> f.name("tag:Owner").values("a")))
                        .tags())
                .singleElement()
                .satisfies(tag -> assertThat(tag.key()).isEqualTo("Owner"));
        assertThat(ec2.describeTags(r -> r.filters(f -> f.name("tag:Owner").values("b")))
                        .tags())
                .isEmpty();
    }

    private String vpc(String cidr, boolean ipv6) {
        return ec2.createVpc(r -> r.cidrBlock(cidr).amazonProvidedIpv6CidrBlock(ipv6))
                .vpc()
                .vpcId();
    }
}
