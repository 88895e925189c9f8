package io.vpclocal.network.routetable;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.vpclocal.network.subnet.SubnetService;
import io.vpclocal.protocol.AwsException;
import io.vpclocal.protocol.Scope;
import io.vpclocal.testing.Aws;
import io.vpclocal.testing.EmulatorTest;
import io.vpclocal.testing.Expect;
import java.util.List;
import org.assertj.core.api.InstanceOfAssertFactories;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.transaction.support.TransactionTemplate;
import software.amazon.awssdk.services.ec2.Ec2Client;
import software.amazon.awssdk.services.ec2.model.Route;

/** AWS documentation, AWS PrivateLink Guide: "Gateway endpoints", unless a test says otherwise. */
@EmulatorTest
class GatewayRoutesTest {

    private static final String S3 = "pl-63a5400a";
    private static final String ENDPOINT = "vpce-0123456789abcdef0";

    @Autowired
    private Aws aws;

    @Autowired
    private GatewayRoutes routes;

    @Autowired
    private RouteTableService tables;

    @Autowired
    private SubnetService subnets;

    @Autowired
    private TransactionTemplate transaction;

    private Ec2Client ec2;
    private Scope scope;
    private String vpc;
    private String table;

    @BeforeEach
    void newAccountWithATable() {
        String account = Aws.newAccount();
        scope = new Scope(account, "us-east-1");
        ec2 = aws.ec2(account);
        vpc = ec2.createVpc(r -> r.cidrBlock("10.0.0.0/16")).vpc().vpcId();
        table = table();
    }

    @Test
    void anEndpointsRouteIsShownAndRemoved() {
        String second = table();
        add(table, second);
        Route route = ec2.describeRouteTables(r -> r.routeTableIds(table))
                .routeTables()
                .get(0)
                .routes()
                .get(1);
        assertThat(route.destinationPrefixListId()).isEqualTo(S3);
        assertThat(route.destinationCidrBlock()).isNull();
        assertThat(route.gatewayId()).isEqualTo(ENDPOINT);
        assertThat(route.originAsString()).isEqualTo("CreateRoute");
        assertThat(routes.tablesOf(scope, List.of(ENDPOINT, "vpce-00000000000000000")))
                .containsOnlyKeys(ENDPOINT)
                .containsEntry(ENDPOINT, List.of(table, second));

        transaction.executeWithoutResult(status -> routes.remove(scope, vpc, List.of(table), ENDPOINT));
        assertThat(routes.tablesOf(scope, List.of(ENDPOINT))).containsEntry(ENDPOINT, List.of(second));
        ec2.deleteRouteTable(r -> r.routeTableId(second));
        assertThat(routes.tablesOf(scope, List.of(ENDPOINT))).isEmpty();
    }

    /** Recorded from AWS. */
    @Test
    void aTableHasOneRoutePerPrefixList() {
        add(table);
        String second = table();
        assertThatThrownBy(() -> add(second, table))
                .hasMessage("route table " + table + " already has a route with destination-prefix-list-id " + S3)
                .asInstanceOf(InstanceOfAssertFactories.type(AwsException.class))
                .returns("RouteAlreadyExists", AwsException::code);
        assertThat(routes.tablesOf(scope, List.of(ENDPOINT))).containsEntry(ENDPOINT, List.of(table));
    }

    /** The codes are known from programs that handle them, the text of the second is our guess. */
    @Test
    void tablesMustBeOfTheVpc() {
        String elsewhere = ec2.createVpc(r -> r.cidrBlock("10.1.0.0/16")).vpc().vpcId();
        String foreign =
                ec2.createRouteTable(r -> r.vpcId(elsewhere)).routeTable().routeTableId();
        assertThatThrownBy(() -> add("rtb-0123456789abcdef0"))
                .hasMessage("The routeTable ID 'rtb-0123456789abcdef0' does not exist")
                .asInstanceOf(InstanceOfAssertFactories.type(AwsException.class))
                .returns("InvalidRouteTableId.NotFound", AwsException::code);
        assertThatThrownBy(() -> add(foreign))
                .asInstanceOf(InstanceOfAssertFactories.type(AwsException.class))
                .returns("InvalidParameter", AwsException::code);
    }

    /** AWS documentation: they cannot. The beginning of the texts is known, the rest is our guess. */
    @Test
    void usersCannotChangeSuchARoute() {
        String gateway = ec2.createInternetGateway().internetGateway().internetGatewayId();
        ec2.attachInternetGateway(r -> r.internetGatewayId(gateway).vpcId(vpc));
        add(table);
        Expect.awsError(
                "InvalidParameterValue",
                "cannot remove VPC endpoint route " + S3 + " in route table " + table,
                () -> ec2.deleteRoute(r -> r.routeTableId(table).destinationPrefixListId(S3)));
        Expect.awsError(
                "InvalidParameterValue",
                () -> ec2.replaceRoute(
                        r -> r.routeTableId(table).destinationPrefixListId(S3).gatewayId(gateway)));
        Expect.awsError(
                "RouteAlreadyExists",
                () -> ec2.createRoute(
                        r -> r.routeTableId(table).destinationPrefixListId(S3).gatewayId(gateway)));
    }

    /** The code and the beginning of the text are those of other endpoints that cannot be targets. */
    @Test
    void usersCannotMakeSuchARoute() {
        Expect.awsError(
                "RouteNotSupported",
                () -> ec2.createRoute(
                        r -> r.routeTableId(table).destinationPrefixListId(S3).vpcEndpointId(ENDPOINT)));
    }

    @Test
    void theTableOfASubnetIsItsOwnOrTheMainOne() {
        String subnet = ec2.createSubnet(r -> r.vpcId(vpc).cidrBlock("10.0.1.0/24"))
                .subnet()
                .subnetId();
        String main = tables.mainOf(scope, vpc).id();
        assertThat(usedBy(subnet)).isEqualTo(main).isNotEqualTo(table);
        ec2.associateRouteTable(r -> r.routeTableId(table).subnetId(subnet));
        assertThat(usedBy(subnet)).isEqualTo(table);
    }

    private String usedBy(String subnet) {
        return tables.usedBy(subnets.require(scope, subnet)).id();
    }

    private void add(String... tableIds) {
        transaction.executeWithoutResult(status -> routes.add(scope, vpc, List.of(tableIds), S3, ENDPOINT));
    }

    private String table() {
        return ec2.createRouteTable(r -> r.vpcId(vpc)).routeTable().routeTableId();
    }
}
