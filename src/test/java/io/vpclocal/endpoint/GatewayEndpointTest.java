package io.vpclocal.endpoint;

import static io.vpclocal.endpoint.Network.DYNAMODB;
import static io.vpclocal.endpoint.Network.S3;
import static org.assertj.core.api.Assertions.assertThat;

import io.vpclocal.endpointservice.EndpointPolicies;
import io.vpclocal.testing.EmulatorTest;
import io.vpclocal.testing.Expect;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.ec2.model.IpAddressType;
import software.amazon.awssdk.services.ec2.model.Route;
import software.amazon.awssdk.services.ec2.model.VpcEndpoint;

/** Expected answers: AWS documentation, AWS PrivateLink Guide, "Gateway endpoints", unless a test says otherwise. */
@EmulatorTest
class GatewayEndpointTest extends EndpointTestBase {

    /** The S3 list of us-east-1. */
    private static final String S3_LIST = "pl-63a5400a";

    @Test
    void aGatewayIsAvailableAtOnce() {
        String table = network.routeTable();
        VpcEndpoint created = network.gateway(S3, table);

        assertThat(created.vpcEndpointId()).matches("vpce-[0-9a-f]{17}");
        assertThat(created.vpcEndpointTypeAsString()).isEqualTo("Gateway");
        assertThat(created.stateAsString()).isEqualTo("available");
        assertThat(created.routeTableIds()).containsExactly(table);
        assertThat(created.subnetIds()).isEmpty();
        assertThat(created.groups()).isEmpty();
        assertThat(created.networkInterfaceIds()).isEmpty();
        assertThat(created.dnsEntries()).isEmpty();
        assertThat(created.privateDnsEnabled()).isFalse();
        assertThat(created.requesterManaged()).isFalse();
        assertThat(created.ipAddressTypeAsString()).isEqualTo("ipv4");
        assertThat(created.dnsOptions().dnsRecordIpTypeAsString()).isEqualTo("service-defined");
        assertThat(created.serviceRegion()).isEqualTo("us-east-1");
        assertThat(created.policyDocument()).isEqualTo(EndpointPolicies.GATEWAY_DEFAULT);
        assertThat(network.describe(created.vpcEndpointId())).isEqualTo(created);
    }

    /** Recorded from AWS: the elements of such a route. */
    @Test
    void theRouteToThePrefixListAppearsInTheChosenTables() {
        String chosen = network.routeTable();
        String other = network.routeTable();
        String id = network.gateway(S3, chosen).vpcEndpointId();

        assertThat(network.prefixListRoutes(chosen))
                .containsExactly(Route.builder()
                        .destinationPrefixListId(S3_LIST)
                        .gatewayId(id)
                        .origin("CreateRoute")
                        .state("active")
                        .build());
        assertThat(network.prefixListRoutes(other)).isEmpty();
    }

    @Test
    void tablesCanBeAddedAndRemoved() {
        String first = network.routeTable();
        String second = network.routeTable();
        String id = network.gateway(S3, first).vpcEndpointId();

        network.modify(id, r -> r.addRouteTableIds(second));
        assertThat(network.describe(id).routeTableIds()).containsExactly(first, second);
        network.modify(id, r -> r.removeRouteTableIds(first));
        assertThat(network.describe(id).routeTableIds()).containsExactly(second);
        assertThat(network.prefixListRoutes(first)).isEmpty();
        assertThat(network.prefixListRoutes(second)).hasSize(1);
        assertThat(network.describe(id).stateAsString()).isEqualTo("available");
    }

    /** Our guess for a table in both lists: nothing changes. */
    @Test
    void aTableInBothListsStays() {
        String table = network.routeTable();
        String id = network.gateway(S3, table).vpcEndpointId();

        network.modify(id, r -> r.addRouteTableIds(table).removeRouteTableIds(table));
        assertThat(network.describe(id).routeTableIds()).containsExactly(table);
    }

    @Test
    void aTableMayHaveRoutesOfSeveralServices() {
        String table = network.routeTable();
        network.gateway(S3, table);
        network.gateway(DYNAMODB, table);
        network.gateway("com.amazonaws.us-east-1.s3express", table);

        assertThat(network.prefixListRoutes(table)).hasSize(3);
    }

    @Test
    void aVpcMayHaveSeveralGatewaysOfAServiceInDifferentTables() {
        String one = network.gateway(S3, network.routeTable()).vpcEndpointId();
        String two = network.gateway(S3, network.routeTable()).vpcEndpointId();
        assertThat(one).isNotEqualTo(two);
    }

    @Test
    void deletingAGatewayDeletesItsRoutes() {
        String table = network.routeTable();
        String id = network.gateway(S3, table).vpcEndpointId();

        assertThat(network.delete(id)).isEmpty();
        assertThat(network.prefixListRoutes(table)).isEmpty();
        Expect.awsError("InvalidVpcEndpointId.NotFound", () -> network.describe(id));
    }

    /** Terraform users saw AWS delete tables of an endpoint. Our guess: the endpoint loses them. */
    @Test
    void aTableOfAGatewayCanBeDeleted() {
        String table = network.routeTable();
        String id = network.gateway(S3, table).vpcEndpointId();

        network.ec2.deleteRouteTable(r -> r.routeTableId(table));
        assertThat(network.describe(id).routeTableIds()).isEmpty();
        Expect.awsError("InvalidRouteTableId.NotFound", () -> network.modify(id, r -> r.removeRouteTableIds(table)));
        assertThat(network.delete(id)).isEmpty();
    }

    @Test
    void theVpcCannotBeDeletedBeforeItsGateway() {
        String id = network.gateway(S3).vpcEndpointId();

        Expect.awsError(
                "DependencyViolation",
                "The vpc '" + network.vpc + "' has dependencies and cannot be deleted.",
                () -> network.ec2.deleteVpc(r -> r.vpcId(network.vpc)));
        network.delete(id);
        network.ec2.deleteVpc(r -> r.vpcId(network.vpc));
    }

    /** What Terraform sends for every endpoint. */
    @Test
    void privateDnsMayBeDeclined() {
        assertThat(network.create(r -> r.serviceName(S3).privateDnsEnabled(false))
                        .privateDnsEnabled())
                .isFalse();
    }

    @Test
    void addressTypesAreKept() {
        VpcEndpoint created = network.create(r ->
                r.serviceName(S3).ipAddressType(IpAddressType.DUALSTACK).dnsOptions(o -> o.dnsRecordIpType("ipv4")));
        assertThat(created.ipAddressTypeAsString()).isEqualTo("dualstack");
        network.modify(created.vpcEndpointId(), r -> r.ipAddressType("ipv4"));
        assertThat(network.describe(created.vpcEndpointId()).ipAddressTypeAsString())
                .isEqualTo("ipv4");
        assertThat(network.describe(created.vpcEndpointId()).dnsOptions().dnsRecordIpTypeAsString())
                .isEqualTo("ipv4");
    }

    /** The text is known from another emulator only. */
    @Test
    void usersCannotRouteToAnEndpoint() {
        String table = network.routeTable();
        String id = network.gateway(S3, table).vpcEndpointId();

        Expect.awsError(
                "RouteNotSupported",
                "Route table " + table + " contains unsupported route target: " + id
                        + ". VPC Endpoints of this type cannot be used as route targets.",
                () -> network.ec2.createRoute(r -> r.routeTableId(table)
                        .destinationCidrBlock("192.0.2.0/24")
                        .vpcEndpointId(id)));
        Expect.awsError(
                "InvalidVpcEndpointId.NotFound",
                () -> network.ec2.createRoute(r -> r.routeTableId(table)
                        .destinationCidrBlock("192.0.2.0/24")
                        .vpcEndpointId("vpce-00000000000000000")));
    }
}
