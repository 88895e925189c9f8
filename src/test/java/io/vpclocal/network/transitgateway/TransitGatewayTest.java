package io.vpclocal.network.transitgateway;

import static org.assertj.core.api.Assertions.assertThat;

import io.vpclocal.testing.Aws;
import io.vpclocal.testing.EmulatorTest;
import io.vpclocal.testing.Expect;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import software.amazon.awssdk.services.ec2.model.ModifyTransitGatewayOptions;
import software.amazon.awssdk.services.ec2.model.ResourceType;
import software.amazon.awssdk.services.ec2.model.Tag;
import software.amazon.awssdk.services.ec2.model.TransitGateway;
import software.amazon.awssdk.services.ec2.model.TransitGatewayOptions;
import software.amazon.awssdk.services.ec2.model.TransitGatewayRouteTable;

/** Expected answers: EC2 API Reference, and answers recorded from AWS by Cloud Custodian's tests (Apache License 2.0). */
@EmulatorTest
class TransitGatewayTest {

    private static final String NONE = "tgw-0123456789abcdef0";

    @Autowired
    private Aws aws;

    @Test
    void aNewGatewayHasADefaultRouteTable() {
        TransitHub hub = new TransitHub(aws);
        TransitGateway made = hub.gateway;
        assertThat(made)
                .isEqualTo(TransitGateway.builder()
                        .transitGatewayId(hub.id())
                        .transitGatewayArn("arn:aws:ec2:us-east-1:" + hub.account + ":transit-gateway/" + hub.id())
                        .state("pending")
                        .ownerId(hub.account)
                        .creationTime(made.creationTime())
                        .options(TransitGatewayOptions.builder()
                                .amazonSideAsn(64_512L)
                                .autoAcceptSharedAttachments("disable")
                                .defaultRouteTableAssociation("enable")
                                .associationDefaultRouteTableId(hub.table)
                                .defaultRouteTablePropagation("enable")
                                .propagationDefaultRouteTableId(hub.table)
                                .vpnEcmpSupport("enable")
                                .dnsSupport("enable")
                                .securityGroupReferencingSupport("disable")
                                .multicastSupport("disable")
                                .build())
                        .tags(made.tags())
                        .build());
        assertThat(hub.id()).matches("tgw-[0-9a-f]{17}");
        assertThat(describe(hub)).isEqualTo(made.toBuilder().state("available").build());
        assertThat(hub.ec2
                        .describeTransitGatewayRouteTables(r -> r.transitGatewayRouteTableIds(hub.table))
                        .transitGatewayRouteTables())
                .singleElement()
                .satisfies(table -> {
                    assertThat(table.transitGatewayId()).isEqualTo(hub.id());
                    assertThat(table.defaultAssociationRouteTable()).isTrue();
                    assertThat(table.defaultPropagationRouteTable()).isTrue();
                    assertThat(table.stateAsString()).isEqualTo("available");
                });
    }

    @Test
    void create_withoutDefaults() {
        TransitHub hub = new TransitHub(aws, o -> o.defaultRouteTableAssociation("disable")
                .defaultRouteTablePropagation("disable")
                .amazonSideAsn(4_200_000_000L)
                .transitGatewayCidrBlocks("10.99.1.0/24"));
        assertThat(hub.table).isNull();
        assertThat(hub.gateway.options().propagationDefaultRouteTableId()).isNull();
        assertThat(hub.gateway.options().transitGatewayCidrBlocks()).containsExactly("10.99.1.0/24");
        assertThat(hub.ec2.describeTransitGatewayRouteTables().transitGatewayRouteTables())
                .isEmpty();
        hub.attachNew("10.1");
        assertThat(hub.ec2.describeTransitGatewayAttachments().transitGatewayAttachments())
                .singleElement()
                .satisfies(attachment -> assertThat(attachment.association()).isNull());
    }

    @Test
    void create_withTags() {
        Tag name = Tag.builder().key("Name").value("hub").build();
        assertThat(aws.ec2(Aws.newAccount())
                        .createTransitGateway(r -> r.description("d")
                                .tagSpecifications(t -> t.resourceType(ResourceType.TRANSIT_GATEWAY)
                                        .tags(name)))
                        .transitGateway())
                .satisfies(made -> {
                    assertThat(made.tags()).containsExactly(name);
                    assertThat(made.description()).isEqualTo("d");
                });
    }

    @Test
    void modify_defaultTables() {
        TransitHub hub = new TransitHub(aws);
        String other = hub.newTable();
        TransitGateway changed = hub.ec2
                .modifyTransitGateway(r -> r.transitGatewayId(hub.id())
                        .description("changed")
                        .options(o -> o.associationDefaultRouteTableId(other)
                                .defaultRouteTablePropagation("disable")
                                .dnsSupport("disable")
                                .amazonSideAsn(64_600L)
                                .addTransitGatewayCidrBlocks("10.99.1.0/24", "10.99.2.0/24")))
                .transitGateway();
        assertThat(changed.stateAsString()).isEqualTo("modifying");
        TransitGateway now = describe(hub);
        assertThat(now).isEqualTo(changed.toBuilder().state("available").build());
        assertThat(now.description()).isEqualTo("changed");
        assertThat(now.options().associationDefaultRouteTableId()).isEqualTo(other);
        assertThat(now.options().propagationDefaultRouteTableId()).isNull();
        assertThat(now.options().dnsSupportAsString()).isEqualTo("disable");
        assertThat(now.options().vpnEcmpSupportAsString()).isEqualTo("enable");
        assertThat(now.options().amazonSideAsn()).isEqualTo(64_600L);
        hub.ec2.modifyTransitGateway(
                r -> r.transitGatewayId(hub.id()).options(o -> o.removeTransitGatewayCidrBlocks("10.99.1.0/24")));
        assertThat(describe(hub).options().transitGatewayCidrBlocks()).containsExactly("10.99.2.0/24");
    }

    /** Recorded from AWS: an option and its table change together. UNVERIFIED: the text about a table that is given. */
    @Test
    void modify_defaultsAndTheirTables() {
        TransitHub hub = new TransitHub(
                aws, o -> o.defaultRouteTableAssociation("disable").defaultRouteTablePropagation("disable"));
        String table = hub.ec2
                .createTransitGatewayRouteTable(r -> r.transitGatewayId(hub.id()))
                .transitGatewayRouteTable()
                .transitGatewayRouteTableId();
        String missing = "tgw-rtb-0123456789abcdef0";
        refused(
                hub,
                "enable DefaultRouteTableAssociation conflicts with AssociationDefaultRouteTableId null",
                o -> o.defaultRouteTableAssociation("enable"));
        refused(
                hub,
                "enable DefaultRouteTablePropagation conflicts with PropagationDefaultRouteTableId null",
                o -> o.defaultRouteTablePropagation("enable"));
        refused(
                hub,
                "disable DefaultRouteTableAssociation conflicts with AssociationDefaultRouteTableId " + table,
                o -> o.defaultRouteTableAssociation("disable").associationDefaultRouteTableId(table));
        refused(
                hub,
                "disable DefaultRouteTablePropagation conflicts with PropagationDefaultRouteTableId " + table,
                o -> o.propagationDefaultRouteTableId(table));
        Expect.awsError(
                "InvalidRouteTableID.NotFound",
                () -> modify(
                        hub, o -> o.defaultRouteTableAssociation("enable").associationDefaultRouteTableId(missing)));
        modify(hub, o -> o.defaultRouteTableAssociation("enable").associationDefaultRouteTableId(table));
        assertThat(describe(hub).options().associationDefaultRouteTableId()).isEqualTo(table);
    }

    /** Recorded from AWS for IPv4. */
    @Test
    void create_withLongBlocks() {
        Expect.awsError(
                "InvalidParameterValue",
                "IPv4 Transit Gateway CIDR blocks must have a mask length of 24 or shorter. Invalid block: 10.0.0.0/25",
                () -> new TransitHub(aws, o -> o.transitGatewayCidrBlocks("10.0.0.0/25")));
    }

    private static void refused(TransitHub hub, String text, Consumer<ModifyTransitGatewayOptions.Builder> options) {
        Expect.awsError("InvalidParameterCombination", text, () -> modify(hub, options));
    }

    private static void modify(TransitHub hub, Consumer<ModifyTransitGatewayOptions.Builder> options) {
        hub.ec2.modifyTransitGateway(r -> r.transitGatewayId(hub.id()).options(options));
    }

    @Test
    void delete_waitsForAttachments() {
        TransitHub hub = new TransitHub(aws);
        String attachment = hub.attachNew("10.1");
        Expect.awsError(
                "IncorrectState",
                hub.id() + " has non-deleted VPC Attachments: " + attachment + ".",
                () -> hub.ec2.deleteTransitGateway(r -> r.transitGatewayId(hub.id())));
        hub.ec2.deleteTransitGatewayVpcAttachment(r -> r.transitGatewayAttachmentId(attachment));
        assertThat(hub.ec2
                        .deleteTransitGateway(r -> r.transitGatewayId(hub.id()))
                        .transitGateway()
                        .stateAsString())
                .isEqualTo("deleting");
        assertThat(describe(hub).stateAsString()).isEqualTo("deleted");
        assertThat(hub.ec2.describeTransitGatewayRouteTables().transitGatewayRouteTables())
                .extracting(TransitGatewayRouteTable::stateAsString)
                .containsExactly("deleted");
        Expect.awsError(
                "InvalidTransitGatewayID.NotFound",
                "Transit Gateway " + hub.id() + " was deleted or does not exist.",
                () -> hub.ec2.deleteTransitGateway(r -> r.transitGatewayId(hub.id())));
    }

    /** Codes and texts are AWS's where moto's tests, which pass on AWS, have them: the unknown gateway. */
    @Test
    void unknownGateways() {
        var ec2 = aws.ec2(Aws.newAccount());
        String text = "Transit Gateway " + NONE + " was deleted or does not exist.";
        Expect.awsError(
                "InvalidTransitGatewayID.NotFound",
                text,
                () -> ec2.describeTransitGateways(r -> r.transitGatewayIds(NONE)));
        Expect.awsError(
                "InvalidTransitGatewayID.NotFound",
                text,
                () -> ec2.modifyTransitGateway(r -> r.transitGatewayId(NONE)));
        Expect.awsError(
                "InvalidTransitGatewayID.NotFound",
                text,
                () -> ec2.createTransitGatewayRouteTable(r -> r.transitGatewayId(NONE)));
        Expect.awsError(
                "InvalidTransitGatewayID.Malformed",
                () -> ec2.describeTransitGateways(r -> r.transitGatewayIds("tgw-1")));
        Expect.awsError(
                "MissingParameter",
                "Missing required parameter in request: TransitGatewayId.",
                () -> ec2.deleteTransitGateway(r -> {}));
    }

    /** UNVERIFIED: the code. */
    @ParameterizedTest
    @ValueSource(longs = {0, 64_511, 65_535, 4_199_999_999L, 4_294_967_295L})
    void asn_notPrivate(long asn) {
        Expect.awsError("InvalidParameterValue", () -> new TransitHub(aws, o -> o.amazonSideAsn(asn)));
    }

    /** UNVERIFIED: the code. */
    @ParameterizedTest
    @ValueSource(strings = {"10.0.0.0/25", "169.254.1.0/24", "10.0.0.0", "x", "fd00::/65"})
    void cidrBlocks_notAllowed(String block) {
        Expect.awsError("InvalidParameterValue", () -> new TransitHub(aws, o -> o.transitGatewayCidrBlocks(block)));
    }

    private static TransitGateway describe(TransitHub hub) {
        return hub.ec2
                .describeTransitGateways(r -> r.transitGatewayIds(hub.id()))
                .transitGateways()
                .get(0);
    }
}
