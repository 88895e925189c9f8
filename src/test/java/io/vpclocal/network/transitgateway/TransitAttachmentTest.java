package io.vpclocal.network.transitgateway;

import static org.assertj.core.api.Assertions.assertThat;

import io.vpclocal.testing.Aws;
import io.vpclocal.testing.EmulatorTest;
import io.vpclocal.testing.Expect;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import software.amazon.awssdk.services.ec2.model.Filter;
import software.amazon.awssdk.services.ec2.model.NetworkInterface;
import software.amazon.awssdk.services.ec2.model.TransitGatewayAttachment;
import software.amazon.awssdk.services.ec2.model.TransitGatewayVpcAttachment;
import software.amazon.awssdk.services.ec2.model.TransitGatewayVpcAttachmentOptions;

/**
 * Expected answers: moto's tests that pass on AWS, answers recorded by Cloud Custodian's tests (Apache License 2.0), users'
 * reports, and the EC2 API Reference.
 */
@EmulatorTest
class TransitAttachmentTest {

    @Autowired
    private Aws aws;

    private TransitHub hub;
    private String vpc;
    private String a;
    private String b;

    @BeforeEach
    void newHub() {
        hub = new TransitHub(aws);
        vpc = hub.vpc("10.1.0.0/16");
        a = hub.subnet(vpc, "10.1.0.0/24", "us-east-1a");
        b = hub.subnet(vpc, "10.1.1.0/24", "us-east-1b");
    }

    @Test
    void anAttachmentIsAssociatedAndPropagatesAtOnce() {
        TransitGatewayVpcAttachment made = hub.attach(vpc, a, b);
        String id = made.transitGatewayAttachmentId();
        assertThat(id).matches("tgw-attach-[0-9a-f]{17}");
        assertThat(made)
                .isEqualTo(TransitGatewayVpcAttachment.builder()
                        .transitGatewayAttachmentId(id)
                        .transitGatewayId(hub.id())
                        .vpcId(vpc)
                        .vpcOwnerId(hub.account)
                        .state("pending")
                        .subnetIds(a, b)
                        .creationTime(made.creationTime())
                        .options(TransitGatewayVpcAttachmentOptions.builder()
                                .dnsSupport("enable")
                                .securityGroupReferencingSupport("enable")
                                .ipv6Support("disable")
                                .applianceModeSupport("disable")
                                .build())
                        .build());
        assertThat(made.hasTags()).isFalse();
        assertThat(describe(id).stateAsString()).isEqualTo("available");
        assertThat(hub.ec2
                        .describeTransitGatewayAttachments(r -> r.transitGatewayAttachmentIds(id))
                        .transitGatewayAttachments())
                .singleElement()
                .isEqualTo(TransitGatewayAttachment.builder()
                        .transitGatewayAttachmentId(id)
                        .transitGatewayId(hub.id())
                        .transitGatewayOwnerId(hub.account)
                        .resourceOwnerId(hub.account)
                        .resourceType("vpc")
                        .resourceId(vpc)
                        .state("available")
                        .association(
                                x -> x.transitGatewayRouteTableId(hub.table).state("associated"))
                        .creationTime(made.creationTime())
                        .tags(List.of())
                        .build());
        assertThat(hub.ec2
                        .getTransitGatewayRouteTableAssociations(r -> r.transitGatewayRouteTableId(hub.table))
                        .associations())
                .singleElement()
                .satisfies(association -> {
                    assertThat(association.transitGatewayAttachmentId()).isEqualTo(id);
                    assertThat(association.resourceId()).isEqualTo(vpc);
                    assertThat(association.resourceTypeAsString()).isEqualTo("vpc");
                    assertThat(association.stateAsString()).isEqualTo("associated");
                });
        assertThat(hub.routes(hub.table)).containsExactly("10.1.0.0/16 propagated active");
    }

    /** As recorded by Cloud Custodian's tests: the account itself is the requester. */
    @Test
    void theGatewayHasAnInterfaceInEachSubnet() {
        String id = hub.attach(vpc, a, b).transitGatewayAttachmentId();
        List<NetworkInterface> interfaces = interfaces();
        assertThat(interfaces).extracting(NetworkInterface::subnetId).containsExactly(a, b);
        assertThat(interfaces).allSatisfy(eni -> {
            assertThat(eni.description()).isEqualTo("Network Interface for Transit Gateway Attachment " + id);
            assertThat(eni.interfaceTypeAsString()).isEqualTo("transit_gateway");
            assertThat(eni.requesterId()).isEqualTo(hub.account);
            assertThat(eni.requesterManaged()).isFalse();
            assertThat(eni.sourceDestCheck()).isFalse();
            assertThat(eni.groups()).isEmpty();
            assertThat(eni.attachment().attachmentId()).startsWith("ela-attach-");
            assertThat(eni.attachment().instanceOwnerId()).isEqualTo("amazon-aws");
            assertThat(eni.attachment().deviceIndex()).isEqualTo(1);
        });
        Expect.awsError("DependencyViolation", () -> hub.ec2.deleteSubnet(r -> r.subnetId(a)));
        Expect.awsError("DependencyViolation", () -> hub.ec2.deleteVpc(r -> r.vpcId(vpc)));
        Expect.awsError(
                "InvalidParameterValue",
                () -> hub.ec2.deleteNetworkInterface(
                        r -> r.networkInterfaceId(interfaces.get(0).networkInterfaceId())));
    }

    @Test
    void modify_subnetsAndOptions() {
        String id = hub.attach(vpc, a).transitGatewayAttachmentId();
        TransitGatewayVpcAttachment changed = hub.ec2
                .modifyTransitGatewayVpcAttachment(r -> r.transitGatewayAttachmentId(id)
                        .addSubnetIds(b)
                        .removeSubnetIds(a)
                        .options(o -> o.applianceModeSupport("enable")))
                .transitGatewayVpcAttachment();
        assertThat(changed.stateAsString()).isEqualTo("modifying");
        assertThat(describe(id).subnetIds()).containsExactly(b);
        assertThat(describe(id).options().applianceModeSupportAsString()).isEqualTo("enable");
        assertThat(describe(id).options().dnsSupportAsString()).isEqualTo("enable");
        assertThat(interfaces()).extracting(NetworkInterface::subnetId).containsExactly(b);
        // UNVERIFIED: that a subnet must remain, and its code.
        Expect.awsError(
                "InvalidParameterValue",
                () -> hub.ec2.modifyTransitGatewayVpcAttachment(
                        r -> r.transitGatewayAttachmentId(id).removeSubnetIds(b)));
    }

    @Test
    void delete_freesTheVpc() {
        String id = hub.attach(vpc, a).transitGatewayAttachmentId();
        assertThat(hub.ec2
                        .deleteTransitGatewayVpcAttachment(r -> r.transitGatewayAttachmentId(id))
                        .transitGatewayVpcAttachment()
                        .stateAsString())
                .isEqualTo("deleting");
        assertThat(describe(id).stateAsString()).isEqualTo("deleted");
        assertThat(interfaces()).isEmpty();
        assertThat(hub.routes(hub.table)).isEmpty();
        Expect.awsError(
                "InvalidTransitGatewayAttachmentID.NotFound",
                "Transit Gateway VPC Attachment " + id + " was deleted or does not exist.",
                () -> hub.ec2.deleteTransitGatewayVpcAttachment(r -> r.transitGatewayAttachmentId(id)));
        hub.attach(vpc, a);
    }

    @Test
    void create_refused() {
        Expect.awsError(
                "InvalidTransitGatewayID.NotFound",
                "Transit Gateway tgw-fb63e95d22999bf27 was deleted or does not exist.",
                () -> hub.attach(
                        vpc, r -> r.transitGatewayId("tgw-fb63e95d22999bf27").subnetIds(a)));
        Expect.awsError(
                "DuplicateSubnetsInSameZone",
                "Duplicate Subnets for same AZ",
                () -> hub.attach(vpc, a, hub.subnet(vpc, "10.1.2.0/24", "us-east-1a")));
        Expect.awsError("InvalidVpcID.NotFound", () -> hub.attach("vpc-0123456789abcdef0", a));
        Expect.awsError(
                "InvalidSubnetID.NotFound",
                "Subnet subnet-0123456789abcdef0 was deleted or does not exist.",
                () -> hub.attach(vpc, "subnet-0123456789abcdef0"));
        Expect.awsError("MissingParameter", () -> hub.attach(vpc));
        // UNVERIFIED: the codes of these two.
        Expect.awsError("InvalidParameterValue", () -> hub.attach(hub.vpc("10.2.0.0/16"), a));
        Expect.awsError(
                "InvalidParameterValue",
                () -> hub.attach(vpc, r -> r.subnetIds(a).options(o -> o.ipv6Support("enable"))));
        hub.attach(vpc, a);
        Expect.awsError(
                "DuplicateTransitGatewayAttachment",
                hub.id() + " has non-deleted Transit Gateway Attachments with same VPC ID.",
                () -> hub.attach(vpc, b));
    }

    @Test
    void create_withIpv6() {
        String six = hub.ec2
                .createVpc(r -> r.cidrBlock("10.6.0.0/16").amazonProvidedIpv6CidrBlock(true))
                .vpc()
                .vpcId();
        String block = hub.ec2
                .describeVpcs(r -> r.vpcIds(six))
                .vpcs()
                .get(0)
                .ipv6CidrBlockAssociationSet()
                .get(0)
                .ipv6CidrBlock();
        String subnet = hub.ec2
                .createSubnet(r -> r.vpcId(six).cidrBlock("10.6.0.0/24").ipv6CidrBlock(block.replace("/56", "/64")))
                .subnet()
                .subnetId();
        hub.attach(six, r -> r.subnetIds(subnet).options(o -> o.ipv6Support("enable")));
        assertThat(hub.routes(hub.table))
                .containsExactly("10.6.0.0/16 propagated active", block + " propagated active");
    }

    private TransitGatewayVpcAttachment describe(String id) {
        return hub.ec2
                .describeTransitGatewayVpcAttachments(r -> r.transitGatewayAttachmentIds(id))
                .transitGatewayVpcAttachments()
                .get(0);
    }

    private List<NetworkInterface> interfaces() {
        return hub.ec2
                .describeNetworkInterfaces(r ->
                        r.filters(Filter.builder().name("vpc-id").values(vpc).build()))
                .networkInterfaces();
    }
}
