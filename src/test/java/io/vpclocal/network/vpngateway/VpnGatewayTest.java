package io.vpclocal.network.vpngateway;

import static org.assertj.core.api.Assertions.assertThat;

import io.vpclocal.protocol.clock.EmulatorClock;
import io.vpclocal.testing.Aws;
import io.vpclocal.testing.EmulatorTest;
import io.vpclocal.testing.Expect;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import software.amazon.awssdk.services.ec2.Ec2Client;
import software.amazon.awssdk.services.ec2.model.GatewayType;
import software.amazon.awssdk.services.ec2.model.Tag;
import software.amazon.awssdk.services.ec2.model.VpcAttachment;
import software.amazon.awssdk.services.ec2.model.VpnGateway;

/** Expected answers: AWS documentation (EC2 API Reference) or recorded from AWS, unless a test says otherwise. */
@EmulatorTest
class VpnGatewayTest {

    private static final String NONE = "vgw-0123456789abcdef0";

    @Autowired
    private Aws aws;

    @Autowired
    private EmulatorClock clock;

    private Ec2Client ec2;
    private String vpc;

    @BeforeEach
    void newVpc() {
        ec2 = aws.ec2(Aws.newAccount());
        vpc = vpc("10.0.0.0/16");
    }

    @AfterEach
    void realTime() {
        clock.real();
    }

    @Test
    void aGatewayIsAttachedDetachedAndDeleted() {
        VpnGateway made = ec2.createVpnGateway(r -> r.type(GatewayType.IPSEC_1)
                        .availabilityZone("us-east-1b")
                        .tagSpecifications(t -> t.resourceType("vpn-gateway")
                                .tags(Tag.builder().key("Name").value("office").build())))
                .vpnGateway();
        String id = made.vpnGatewayId();
        assertThat(id).matches("vgw-[0-9a-f]{17}");
        assertThat(made)
                .isEqualTo(VpnGateway.builder()
                        .vpnGatewayId(id)
                        .type("ipsec.1")
                        .state("available")
                        .amazonSideAsn(64_512L)
                        .vpcAttachments(List.of())
                        .tags(Tag.builder().key("Name").value("office").build())
                        .build());
        assertThat(ec2.attachVpnGateway(r -> r.vpnGatewayId(id).vpcId(vpc)).vpcAttachment())
                .isEqualTo(attachment("attaching"));
        assertThat(described(id).vpcAttachments()).containsExactly(attachment("attached"));
        Expect.awsError(
                "IncorrectState", "The VPN gateway is in use.", () -> ec2.deleteVpnGateway(r -> r.vpnGatewayId(id)));
        Expect.awsError("DependencyViolation", () -> ec2.deleteVpc(r -> r.vpcId(vpc)));
        ec2.detachVpnGateway(r -> r.vpnGatewayId(id).vpcId(vpc));
        assertThat(described(id).vpcAttachments()).containsExactly(attachment("detached"));
        ec2.deleteVpc(r -> r.vpcId(vpc));
        ec2.deleteVpnGateway(r -> r.vpnGatewayId(id));
        assertThat(described(id).stateAsString()).isEqualTo("deleted");
    }

    /** Our guess: a deleted gateway and a past attachment stay visible for an hour. */
    @Test
    void theDeletedAndTheDetachedAreForgotten() {
        String id = gateway();
        ec2.attachVpnGateway(r -> r.vpnGatewayId(id).vpcId(vpc));
        ec2.detachVpnGateway(r -> r.vpnGatewayId(id).vpcId(vpc));
        String other = gateway();
        ec2.deleteVpnGateway(r -> r.vpnGatewayId(other));
        ec2.deleteVpnGateway(r -> r.vpnGatewayId(other));
        Expect.awsError(
                "InvalidVpnGatewayState",
                "The virtual private gateway is not in an available state.",
                () -> ec2.attachVpnGateway(r -> r.vpnGatewayId(other).vpcId(vpc)));
        clock.advance(Duration.ofHours(1));
        assertThat(described(id).vpcAttachments()).isEmpty();
        Expect.awsError(
                "InvalidVpnGatewayID.NotFound",
                "The vpnGateway ID '" + other + "' does not exist",
                () -> ec2.describeVpnGateways(r -> r.vpnGatewayIds(other)));
        Expect.awsError("InvalidVpnGatewayID.NotFound", () -> ec2.deleteVpnGateway(r -> r.vpnGatewayId(other)));
    }

    @Test
    void aVpcHasOneGatewayAndAGatewayOneVpc() {
        String id = gateway();
        ec2.attachVpnGateway(r -> r.vpnGatewayId(id).vpcId(vpc));
        String other = gateway();
        Expect.awsError(
                "InvalidVpcState",
                "VPC " + vpc + " is currently attached to the Virtual Private Gateway.",
                () -> ec2.attachVpnGateway(r -> r.vpnGatewayId(other).vpcId(vpc)));
        String elsewhere = vpc("10.1.0.0/16");
        Expect.awsError(
                "VpnGatewayAttachmentLimitExceeded",
                () -> ec2.attachVpnGateway(r -> r.vpnGatewayId(id).vpcId(elsewhere)));
        ec2.detachVpnGateway(r -> r.vpnGatewayId(id).vpcId(vpc));
        ec2.attachVpnGateway(r -> r.vpnGatewayId(id).vpcId(elsewhere));
        assertThat(described(id).vpcAttachments().get(0).vpcId()).isEqualTo(elsewhere);
    }

    @Test
    void whatDoesNotExist() {
        String id = gateway();
        Expect.awsError(
                "InvalidVpnGatewayAttachment.NotFound",
                "The attachment with vpn gateway ID '" + id + "' and vpc ID '" + vpc + "' does not exist",
                () -> ec2.detachVpnGateway(r -> r.vpnGatewayId(id).vpcId(vpc)));
        Expect.awsError(
                "InvalidVpnGatewayID.NotFound",
                "The vpnGateway ID '" + NONE + "' does not exist",
                () -> ec2.attachVpnGateway(r -> r.vpnGatewayId(NONE).vpcId(vpc)));
        Expect.awsError(
                "InvalidVpcID.NotFound",
                () -> ec2.attachVpnGateway(r -> r.vpnGatewayId(id).vpcId("vpc-0123456789abcdef0")));
        Expect.awsError("InvalidVpnGatewayID.NotFound", () -> ec2.deleteVpnGateway(r -> r.vpnGatewayId(NONE)));
    }

    /** AWS documentation: private ASNs only. Terraform accepts those that AWS used before 2018, and sends an empty zone. */
    @ParameterizedTest
    @CsvSource({
        "64511, false",
        "64512, true",
        "65534, true",
        "65535, false",
        "4199999999, false",
        "4200000000, true",
        "4294967294, true",
        "4294967295, false",
        "7224, true",
        "9059, true"
    })
    void create_asn(long asn, boolean valid) {
        if (valid) {
            assertThat(ec2.createVpnGateway(
                                    r -> r.type("ipsec.1").amazonSideAsn(asn).availabilityZone(""))
                            .vpnGateway()
                            .amazonSideAsn())
                    .isEqualTo(asn);
        } else {
            Expect.awsError(
                    "InvalidParameterValue",
                    () -> ec2.createVpnGateway(r -> r.type("ipsec.1").amazonSideAsn(asn)));
        }
    }

    @Test
    void create_typeAndZone() {
        Expect.awsError("MissingParameter", () -> ec2.createVpnGateway(r -> {}));
        Expect.awsError("InvalidParameterValue", () -> ec2.createVpnGateway(r -> r.type("ipsec.2")));
        Expect.awsError(
                "InvalidParameterValue",
                () -> ec2.createVpnGateway(r -> r.type("ipsec.1").availabilityZone("eu-west-1a")));
    }

    @ParameterizedTest
    @CsvSource({
        "amazon-side-asn, 65000, true",
        "amazon-side-asn, 65001, false",
        "attachment.state, attached, true",
        "attachment.state, detached, false",
        "attachment.vpc-id, VPC, true",
        "attachment.vpc-id, vpc-0123456789abcdef0, false",
        "availability-zone, us-east-1a, true",
        "state, available, true",
        "state, deleted, false",
        "type, ipsec.1, true",
        "vpn-gateway-id, vgw-*, true",
        "tag:Name, office, true",
        "tag-key, Other, false"
    })
    void describe_filters(String name, String value, boolean found) {
        String id = ec2.createVpnGateway(r -> r.type("ipsec.1")
                        .amazonSideAsn(65_000L)
                        .availabilityZone("us-east-1a")
                        .tagSpecifications(t -> t.resourceType("vpn-gateway")
                                .tags(Tag.builder().key("Name").value("office").build())))
                .vpnGateway()
                .vpnGatewayId();
        ec2.attachVpnGateway(r -> r.vpnGatewayId(id).vpcId(vpc));
        assertThat(ec2.describeVpnGateways(r -> r.filters(f -> f.name(name).values(value.equals("VPC") ? vpc : value)))
                        .vpnGateways())
                .hasSize(found ? 1 : 0);
    }

    private VpcAttachment attachment(String state) {
        return VpcAttachment.builder().vpcId(vpc).state(state).build();
    }

    private VpnGateway described(String id) {
        return ec2.describeVpnGateways(r -> r.vpnGatewayIds(id)).vpnGateways().get(0);
    }

    private String gateway() {
        return ec2.createVpnGateway(r -> r.type("ipsec.1")).vpnGateway().vpnGatewayId();
    }

    private String vpc(String cidr) {
        return ec2.createVpc(r -> r.cidrBlock(cidr)).vpc().vpcId();
    }
}
