package io.vpclocal.network.routetable;

import static org.assertj.core.api.Assertions.assertThat;

import io.vpclocal.testing.Aws;
import io.vpclocal.testing.EmulatorTest;
import io.vpclocal.testing.Expect;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import software.amazon.awssdk.services.ec2.Ec2Client;
import software.amazon.awssdk.services.ec2.model.Ec2Exception;
import software.amazon.awssdk.services.ec2.model.RouteTable;
import software.amazon.awssdk.services.ec2.model.RouteTableAssociation;

/** Codes and texts: recorded from AWS in public logs, unless a test says otherwise. */
@EmulatorTest
class RouteTableAssociationTest {

    @Autowired
    private Aws aws;

    private Ec2Client ec2;
    private String vpc;
    private String table;
    private String subnet;

    @BeforeEach
    void newAccountWithATableAndASubnet() {
        ec2 = aws.ec2();
        vpc = ec2.createVpc(r -> r.cidrBlock("10.0.0.0/16")).vpc().vpcId();
        table = table(vpc);
        subnet = ec2.createSubnet(r -> r.vpcId(vpc).cidrBlock("10.0.1.0/24"))
                .subnet()
                .subnetId();
    }

    @Test
    void aSubnetIsAssociatedAndDisassociated() {
        String id = associate(table);
        assertThat(id).matches("rtbassoc-[0-9a-f]{17}");
        assertThat(describe(table).associations()).singleElement().satisfies(association -> {
            assertThat(association.routeTableAssociationId()).isEqualTo(id);
            assertThat(association.subnetId()).isEqualTo(subnet);
            assertThat(association.main()).isFalse();
        });
        Expect.awsError(
                "DependencyViolation",
                "The routeTable '" + table + "' has dependencies and cannot be deleted.",
                () -> ec2.deleteRouteTable(r -> r.routeTableId(table)));

        ec2.disassociateRouteTable(r -> r.associationId(id));
        assertThat(describe(table).associations()).isEmpty();
        Expect.awsError(
                "InvalidAssociationID.NotFound",
                "The association ID '" + id + "' does not exist",
                () -> ec2.disassociateRouteTable(r -> r.associationId(id)));
        ec2.deleteRouteTable(r -> r.routeTableId(table));
    }

    @Test
    void associate_again() {
        String id = associate(table);
        assertThat(associate(table)).isEqualTo(id);
        String other = table(vpc);
        Expect.awsError(
                "Resource.AlreadyAssociated",
                "the specified association for route table " + other + " conflicts with an existing association",
                () -> associate(other));
    }

    @Test
    void associate_refused() {
        String elsewhere = ec2.createVpc(r -> r.cidrBlock("10.1.0.0/16")).vpc().vpcId();
        String foreign = table(elsewhere);
        Expect.awsError(
                "InvalidParameterValue",
                "route table " + foreign + " and subnet " + subnet + " belong to different networks",
                () -> associate(foreign));
        Expect.awsError(
                "InvalidSubnetID.NotFound",
                "The subnet ID 'subnet-0123456789abcdef0' does not exist",
                () -> ec2.associateRouteTable(r -> r.routeTableId(table).subnetId("subnet-0123456789abcdef0")));
        Expect.awsError(
                "InvalidGatewayID.NotFound",
                "The gateway ID 'igw-0123456789abcdef0' does not exist",
                () -> ec2.associateRouteTable(r -> r.routeTableId(table).gatewayId("igw-0123456789abcdef0")));
    }

    /** Our guess. */
    @Test
    void associate_oneThing() {
        Expect.awsError("MissingParameter", () -> ec2.associateRouteTable(r -> r.routeTableId(table)));
        Expect.awsError(
                "InvalidParameterCombination",
                () -> ec2.associateRouteTable(
                        r -> r.routeTableId(table).subnetId(subnet).gatewayId("igw-0123456789abcdef0")));
    }

    @Test
    void theMainAssociationCannotBeRemoved() {
        String main = main().associations().get(0).routeTableAssociationId();
        Expect.awsError(
                "InvalidParameterValue",
                "cannot disassociate the main route table association " + main,
                () -> ec2.disassociateRouteTable(r -> r.associationId(main)));
    }

    /** AWS documentation, EC2 API Reference: ReplaceRouteTableAssociation. */
    @Test
    void aReplacedAssociationHasANewId() {
        String id = associate(table);
        String other = table(vpc);
        String replaced = ec2.replaceRouteTableAssociation(
                        r -> r.associationId(id).routeTableId(other))
                .newAssociationId();
        assertThat(replaced).isNotEqualTo(id);
        assertThat(describe(table).associations()).isEmpty();
        assertThat(describe(other).associations())
                .extracting(RouteTableAssociation::subnetId)
                .containsExactly(subnet);
        Expect.awsError(
                "InvalidAssociationID.NotFound",
                () -> ec2.replaceRouteTableAssociation(r -> r.associationId(id).routeTableId(table)));
    }

    /** AWS documentation, EC2 API Reference: ReplaceRouteTableAssociation. */
    @Test
    void replacingTheMainAssociationMakesAnotherTableTheMainOne() {
        RouteTable first = main();
        ec2.replaceRouteTableAssociation(
                r -> r.associationId(first.associations().get(0).routeTableAssociationId())
                        .routeTableId(table));
        assertThat(main().routeTableId()).isEqualTo(table);
        assertThat(main().associations()).singleElement().satisfies(a -> assertThat(a.main())
                .isTrue());
        ec2.deleteRouteTable(r -> r.routeTableId(first.routeTableId()));
        Expect.awsError("DependencyViolation", () -> ec2.deleteRouteTable(r -> r.routeTableId(table)));
        ec2.deleteSubnet(r -> r.subnetId(subnet));
        ec2.deleteVpc(r -> r.vpcId(vpc));
    }

    @Test
    void replace_tableOfAnotherVpc() {
        String id = associate(table);
        String foreign =
                table(ec2.createVpc(r -> r.cidrBlock("10.1.0.0/16")).vpc().vpcId());
        Expect.awsError(
                "InvalidParameterValue",
                () -> ec2.replaceRouteTableAssociation(r -> r.associationId(id).routeTableId(foreign)));
    }

    /** Our guess: deleting a subnet deletes its association, as the subnet can be deleted without removing it first. */
    @Test
    void deletingASubnetDeletesItsAssociation() {
        associate(table);
        ec2.deleteSubnet(r -> r.subnetId(subnet));
        assertThat(describe(table).associations()).isEmpty();
        ec2.deleteRouteTable(r -> r.routeTableId(table));
    }

    /** AWS documentation, VPC User Guide: "Gateway route tables". Our guess: the gateway stays. */
    @Test
    void anInternetGatewayMayUseATable() {
        String gateway = ec2.createInternetGateway().internetGateway().internetGatewayId();
        Expect.awsError(
                "InvalidParameterValue",
                "route table " + table + " and network gateway " + gateway + " belong to different networks",
                () -> ec2.associateRouteTable(r -> r.routeTableId(table).gatewayId(gateway)));
        ec2.attachInternetGateway(r -> r.internetGatewayId(gateway).vpcId(vpc));
        String id = ec2.associateRouteTable(r -> r.routeTableId(table).gatewayId(gateway))
                .associationId();
        assertThat(describe(table).associations())
                .extracting(RouteTableAssociation::gatewayId)
                .containsExactly(gateway);
        Expect.awsError(
                "DependencyViolation",
                () -> ec2.detachInternetGateway(
                        r -> r.internetGatewayId(gateway).vpcId(vpc)));
        ec2.disassociateRouteTable(r -> r.associationId(id));
        ec2.detachInternetGateway(r -> r.internetGatewayId(gateway).vpcId(vpc));
    }

    @Test
    void concurrentAssociationsOfOneSubnetLeaveOne() {
        List<String> tables = List.of(table, table(vpc), table(vpc), table(vpc));
        long made = tables.parallelStream()
                .filter(id -> {
                    try {
                        associate(id);
                        return true;
                    } catch (Ec2Exception e) {
                        assertThat(e.awsErrorDetails().errorCode()).isEqualTo("Resource.AlreadyAssociated");
                        return false;
                    }
                })
                .count();
        assertThat(made).isEqualTo(1);
    }

    private String associate(String tableId) {
        return ec2.associateRouteTable(r -> r.routeTableId(tableId).subnetId(subnet))
                .associationId();
    }

    private String table(String vpcId) {
        return ec2.createRouteTable(r -> r.vpcId(vpcId)).routeTable().routeTableId();
    }

    private RouteTable describe(String id) {
        return ec2.describeRouteTables(r -> r.routeTableIds(id)).routeTables().get(0);
    }

    private RouteTable main() {
        return ec2.describeRouteTables(
                        r -> r.filters(f -> f.name("association.main").values("true"), f -> f.name("vpc-id")
                                .values(vpc)))
                .routeTables()
                .get(0);
    }

    /** The text is AWS's for targets of routes; that associations have it too is our guess. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "x",
                "-",
                "local",
                "pl-0123456789abcdef0",
                "vpce-0123456789abcdef0",
                "eni-0123456789abcdef0",
                "IGW-1"
            })
    void onlyGatewaysAreAssociated(String id) {
        Expect.awsError(
                "InvalidParameterValue",
                "invalid value for parameter gateway-id: " + id,
                () -> ec2.associateRouteTable(r -> r.routeTableId(table).gatewayId(id)));
    }

    @Test
    void anEmptyGatewayIdCountsAsAbsent() {
        Expect.awsError(
                "MissingParameter",
                "The request must contain the parameter subnetId",
                () -> ec2.associateRouteTable(r -> r.routeTableId(table).gatewayId("")));
    }
}
