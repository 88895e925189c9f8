package io.vpclocal.network.transitgateway;

import static org.assertj.core.api.Assertions.assertThat;

import io.vpclocal.testing.Aws;
import io.vpclocal.testing.EmulatorTest;
import io.vpclocal.testing.Expect;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import software.amazon.awssdk.services.ec2.model.TransitGatewayRoute;
import software.amazon.awssdk.services.ec2.model.TransitGatewayRouteTablePropagation;

/** Expected answers: Amazon VPC Transit Gateways guide and EC2 API Reference; messages: users' reports. */
@EmulatorTest
class TransitRouteTableTest {

    @Autowired
    private Aws aws;

    private TransitHub hub;
    private String one;
    private String two;
    private String table;

    @BeforeEach
    void newHub() {
        hub = new TransitHub(aws);
        one = hub.attachNew("10.1");
        two = hub.attachNew("10.2");
        table = hub.newTable();
    }

    @Test
    void anAttachmentHasOneTable() {
        Expect.awsError(
                "Resource.AlreadyAssociated",
                "Transit Gateway Attachment " + one + " is already associated to a route table.",
                () -> associate(table));
        // UNVERIFIED: the texts; clients of AWS handle the codes.
        Expect.awsError("InvalidAssociation.NotFound", () -> disassociate(table));
        assertThat(disassociate(hub.table)).isEqualTo("disassociating");
        assertThat(associate(table)).isEqualTo("associating");
        assertThat(hub.ec2
                        .getTransitGatewayRouteTableAssociations(r -> r.transitGatewayRouteTableId(table))
                        .associations())
                .singleElement()
                .satisfies(association ->
                        assertThat(association.transitGatewayAttachmentId()).isEqualTo(one));
        Expect.awsError(
                "IncorrectState",
                () -> hub.ec2.deleteTransitGatewayRouteTable(r -> r.transitGatewayRouteTableId(table)));
    }

    @Test
    void routesArePropagatedInTheOrderOfEnabling() {
        hub.ec2.enableTransitGatewayRouteTablePropagation(
                r -> r.transitGatewayRouteTableId(table).transitGatewayAttachmentId(two));
        hub.ec2.enableTransitGatewayRouteTablePropagation(
                r -> r.transitGatewayRouteTableId(table).transitGatewayAttachmentId(one));
        assertThat(hub.ec2
                        .getTransitGatewayRouteTablePropagations(r -> r.transitGatewayRouteTableId(table))
                        .transitGatewayRouteTablePropagations())
                .extracting(TransitGatewayRouteTablePropagation::transitGatewayAttachmentId)
                .containsExactly(two, one);
        assertThat(hub.ec2
                        .getTransitGatewayAttachmentPropagations(r -> r.transitGatewayAttachmentId(one))
                        .transitGatewayAttachmentPropagations())
                .extracting(propagation -> propagation.transitGatewayRouteTableId())
                .containsExactly(hub.table, table);
        Expect.awsError(
                "TransitGatewayRouteTablePropagation.Duplicate",
                () -> hub.ec2.enableTransitGatewayRouteTablePropagation(
                        r -> r.transitGatewayRouteTableId(table).transitGatewayAttachmentId(one)));
        assertThat(hub.routes(table)).containsExactly("10.2.0.0/16 propagated active", "10.1.0.0/16 propagated active");
        hub.ec2.disableTransitGatewayRouteTablePropagation(
                r -> r.transitGatewayRouteTableId(table).transitGatewayAttachmentId(two));
        assertThat(hub.routes(table)).containsExactly("10.1.0.0/16 propagated active");
        Expect.awsError(
                "TransitGatewayRouteTablePropagation.NotFound",
                () -> hub.ec2.disableTransitGatewayRouteTablePropagation(
                        r -> r.transitGatewayRouteTableId(table).transitGatewayAttachmentId(two)));
    }

    @Test
    void staticRoutesPrecedePropagatedOnes() {
        TransitGatewayRoute made = hub.ec2
                .createTransitGatewayRoute(r -> r.transitGatewayRouteTableId(hub.table)
                        .destinationCidrBlock("10.1.0.0/16")
                        .transitGatewayAttachmentId(two))
                .route();
        assertThat(made.typeAsString()).isEqualTo("static");
        assertThat(made.stateAsString()).isEqualTo("active");
        assertThat(made.transitGatewayAttachments()).singleElement().satisfies(target -> {
            assertThat(target.transitGatewayAttachmentId()).isEqualTo(two);
            assertThat(target.resourceTypeAsString()).isEqualTo("vpc");
        });
        assertThat(hub.routes(hub.table)).containsExactly("10.1.0.0/16 static active", "10.2.0.0/16 propagated active");
        Expect.awsError(
                "RouteAlreadyExists",
                "Route 10.1.0.0/16 already exists in Transit Gateway Route Table " + hub.table + ".",
                () -> hub.ec2.createTransitGatewayRoute(r -> r.transitGatewayRouteTableId(hub.table)
                        .destinationCidrBlock("10.1.0.0/16")
                        .blackhole(true)));
        hub.ec2.replaceTransitGatewayRoute(r -> r.transitGatewayRouteTableId(hub.table)
                .destinationCidrBlock("10.1.0.0/16")
                .blackhole(true));
        assertThat(hub.routes(hub.table))
                .containsExactly("10.1.0.0/16 static blackhole", "10.2.0.0/16 propagated active");
        assertThat(hub.ec2
                        .deleteTransitGatewayRoute(
                                r -> r.transitGatewayRouteTableId(hub.table).destinationCidrBlock("10.1.0.0/16"))
                        .route()
                        .stateAsString())
                .isEqualTo("deleted");
        assertThat(hub.routes(hub.table))
                .containsExactly("10.1.0.0/16 propagated active", "10.2.0.0/16 propagated active");
        Expect.awsError(
                "InvalidRoute.NotFound",
                () -> hub.ec2.deleteTransitGatewayRoute(
                        r -> r.transitGatewayRouteTableId(hub.table).destinationCidrBlock("10.1.0.0/16")));
    }

    @Test
    void aStaticRouteToADeletedAttachmentIsABlackHole() {
        hub.ec2.createTransitGatewayRoute(r -> r.transitGatewayRouteTableId(table)
                .destinationCidrBlock("0.0.0.0/0")
                .transitGatewayAttachmentId(two));
        hub.ec2.deleteTransitGatewayVpcAttachment(r -> r.transitGatewayAttachmentId(two));
        assertThat(hub.routes(table)).containsExactly("0.0.0.0/0 static blackhole");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    route-search.exact-match | 10.1.0.0/16 | 10.1.0.0/16
                    route-search.exact-match | 10.1.0.0/24 |
                    route-search.longest-prefix-match | 10.1.7.9 | 10.1.0.0/16
                    route-search.longest-prefix-match | 10.9.0.0/24 | 10.0.0.0/8
                    route-search.subnet-of-match | 10.0.0.0/8 | 10.0.0.0/8 10.1.0.0/16 10.2.0.0/16
                    route-search.supernet-of-match | 10.2.1.0/24 | 10.0.0.0/8 10.2.0.0/16
                    attachment.resource-type | vpc | 10.1.0.0/16 10.2.0.0/16
                    prefix-list-id | pl-0123456789abcdef0 |
                    state | blackhole | 10.0.0.0/8
                    type | propagated | 10.1.0.0/16 10.2.0.0/16
                    """)
    void search(String filter, String value, String found) {
        hub.ec2.createTransitGatewayRoute(r -> r.transitGatewayRouteTableId(hub.table)
                .destinationCidrBlock("10.0.0.0/8")
                .blackhole(true));
        assertThat(hub.search(hub.table, filter, value))
                .extracting(TransitGatewayRoute::destinationCidrBlock)
                .containsExactlyInAnyOrder(found == null ? new String[0] : found.split(" ", -1));
    }

    @Test
    void search_refused() {
        Expect.awsError(
                "MissingParameter", () -> hub.ec2.searchTransitGatewayRoutes(r -> r.transitGatewayRouteTableId(table)));
        Expect.awsError("InvalidParameterValue", () -> hub.search(table, "route-search.exact-match", "x"));
        Expect.awsError("InvalidParameterValue", () -> hub.search(table, "route-search.other", "10.0.0.0/8"));
        Expect.awsError(
                "InvalidRouteTableID.NotFound",
                "Transit Gateway Route Table tgw-rtb-0123456789abcdef0 was deleted or does not exist.",
                () -> hub.search("tgw-rtb-0123456789abcdef0", "type", "static"));
    }

    @Test
    void delete() {
        assertThat(hub.ec2
                        .deleteTransitGatewayRouteTable(r -> r.transitGatewayRouteTableId(table))
                        .transitGatewayRouteTable()
                        .stateAsString())
                .isEqualTo("deleting");
        assertThat(hub.ec2
                        .describeTransitGatewayRouteTables(r -> r.transitGatewayRouteTableIds(table))
                        .transitGatewayRouteTables()
                        .get(0)
                        .stateAsString())
                .isEqualTo("deleted");
        Expect.awsError("InvalidRouteTableID.NotFound", () -> hub.routes(table));
        // UNVERIFIED: that a default table cannot be deleted.
        Expect.awsError(
                "IncorrectState",
                () -> hub.ec2.deleteTransitGatewayRouteTable(r -> r.transitGatewayRouteTableId(hub.table)));
    }

    private String associate(String to) {
        return hub.ec2
                .associateTransitGatewayRouteTable(
                        r -> r.transitGatewayRouteTableId(to).transitGatewayAttachmentId(one))
                .association()
                .stateAsString();
    }

    private String disassociate(String from) {
        return hub.ec2
                .disassociateTransitGatewayRouteTable(
                        r -> r.transitGatewayRouteTableId(from).transitGatewayAttachmentId(one))
                .association()
                .stateAsString();
    }
}
