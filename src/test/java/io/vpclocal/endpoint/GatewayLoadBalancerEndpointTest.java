package io.vpclocal.endpoint;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import io.vpclocal.endpointservice.hosted.Provider;
import io.vpclocal.testing.Aws;
import io.vpclocal.testing.EmulatorTest;
import io.vpclocal.testing.Expect;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.beans.factory.annotation.Autowired;
import software.amazon.awssdk.services.ec2.model.CreateVpcEndpointRequest;
import software.amazon.awssdk.services.ec2.model.NetworkInterface;
import software.amazon.awssdk.services.ec2.model.Route;
import software.amazon.awssdk.services.ec2.model.ServiceConfiguration;
import software.amazon.awssdk.services.ec2.model.SubnetConfiguration;
import software.amazon.awssdk.services.ec2.model.UnsuccessfulItem;
import software.amazon.awssdk.services.ec2.model.VpcEndpoint;

/**
 * AWS PrivateLink Guide: "Access an inspection system using a Gateway Load Balancer endpoint"; the refusal to delete an
 * endpoint with routes is recorded from AWS; errors without another source are our guess.
 */
@EmulatorTest
class GatewayLoadBalancerEndpointTest {

    @Autowired
    private Aws aws;

    private Provider provider;
    private Network network;
    private ServiceConfiguration service;
    private String subnet;

    @BeforeEach
    void host() {
        provider = new Provider(aws);
        String consumer = Aws.newAccount();
        network = new Network(aws.ec2(consumer));
        String balancer = provider.gatewayBalancer("a");
        service = provider.create(r -> r.gatewayLoadBalancerArns(balancer).acceptanceRequired(false));
        provider.allow(service.serviceId(), consumer);
        subnet = network.subnet("us-east-1a");
    }

    private VpcEndpoint create(Consumer<CreateVpcEndpointRequest.Builder> request) {
        return network.create(r -> {
            r.vpcEndpointType("GatewayLoadBalancer")
                    .serviceName(service.serviceName())
                    .subnetIds(subnet);
            request.accept(r);
        });
    }

    private String create() {
        return create(r -> {}).vpcEndpointId();
    }

    private void route(String table, String endpoint) {
        network.ec2.createRoute(
                r -> r.routeTableId(table).destinationCidrBlock("0.0.0.0/0").vpcEndpointId(endpoint));
    }

    @Test
    void itHasOneInterfaceOnly() {
        VpcEndpoint made = create(r -> r.privateDnsEnabled(false));

        assertThat(made.stateAsString()).isEqualTo("pending");
        assertThat(made.vpcEndpointTypeAsString()).isEqualTo("GatewayLoadBalancer");
        assertThat(made.subnetIds()).containsExactly(subnet);
        assertThat(made.groups()).isEmpty();
        assertThat(made.dnsEntries()).isEmpty();
        assertThat(made.dnsOptions()).isNull();
        assertThat(made.policyDocument()).isNull();
        assertThat(made.ipAddressTypeAsString()).isEqualTo("ipv4");
        assertThat(made.privateDnsEnabled()).isFalse();
        assertThat(network.describe(made.vpcEndpointId()).stateAsString()).isEqualTo("available");
        NetworkInterface own =
                network.networkInterface(made.networkInterfaceIds().get(0));
        assertThat(own.interfaceTypeAsString()).isEqualTo("gateway_load_balancer_endpoint");
        assertThat(own.description()).isEqualTo("VPC Endpoint Interface " + made.vpcEndpointId());
        assertThat(own.requesterManaged()).isTrue();
        assertThat(own.groups()).isEmpty();
        assertThat(own.sourceDestCheck()).isFalse();
    }

    @Test
    void itsServiceCanRequireAcceptance() {
        provider.ec2.modifyVpcEndpointServiceConfiguration(
                r -> r.serviceId(service.serviceId()).acceptanceRequired(true));
        String table = network.routeTable();
        String id = create();

        assertThat(network.describe(id).stateAsString()).isEqualTo("pendingAcceptance");
        Expect.awsError("InvalidParameterValue", () -> route(table, id));
        assertThat(provider.connections(service.serviceId())).singleElement().satisfies(connection -> {
            assertThat(connection.vpcEndpointId()).isEqualTo(id);
            assertThat(connection.gatewayLoadBalancerArns()).hasSize(1);
        });
        provider.accept(service.serviceId(), id);
        assertThat(network.describe(id).stateAsString()).isEqualTo("available");
        route(table, id);
    }

    @Test
    void routesLeadToIt_andKeepItFromBeingDeleted() {
        String table = network.routeTable();
        String id = create();
        route(table, id);

        Route route = routeOf(table);
        assertThat(route.gatewayId()).isEqualTo(id);
        assertThat(route.stateAsString()).isEqualTo("active");
        UnsuccessfulItem refused = network.delete(id).get(0);
        assertThat(refused.resourceId()).isEqualTo(id);
        assertThat(refused.error().code()).isEqualTo("InvalidParameter");
        assertThat(refused.error().message()).isEqualTo("Endpoint must be removed from route table before deletion");
        network.ec2.deleteRoute(r -> r.routeTableId(table).destinationCidrBlock("0.0.0.0/0"));
        assertThat(network.delete(id)).isEmpty();
        assertThat(network.interfacesIn(subnet)).isEmpty();
    }

    /** Our guess: the route is then a black hole. */
    @Test
    void aRouteToARejectedEndpointIsABlackHole() {
        String table = network.routeTable();
        String id = create();
        route(table, id);
        provider.reject(service.serviceId(), id);

        assertThat(routeOf(table).stateAsString()).isEqualTo("blackhole");
    }

    /** Amazon VPC User Guide, "Gateway route tables": a table of an internet gateway sends a subnet's packets to it. */
    @Test
    void theTableOfAnInternetGatewayMayLeadToIt() {
        String gateway = network.ec2.createInternetGateway().internetGateway().internetGatewayId();
        network.ec2.attachInternetGateway(r -> r.vpcId(network.vpc).internetGatewayId(gateway));
        String table = network.routeTable();
        network.ec2.associateRouteTable(r -> r.routeTableId(table).gatewayId(gateway));
        String id = create();
        network.subnet("us-east-1b");

        network.ec2.createRoute(
                r -> r.routeTableId(table).destinationCidrBlock("10.0.1.0/24").vpcEndpointId(id));
        assertThat(network.ec2
                        .describeRouteTables(r -> r.routeTableIds(table))
                        .routeTables()
                        .get(0)
                        .routes())
                .anySatisfy(route -> assertThat(route.gatewayId()).isEqualTo(id));
    }

    @Test
    void tablesOfOtherVpcsCannotLeadToIt_norCanPrefixLists() {
        String id = create();
        String other = new Network(network.ec2).routeTable();
        Expect.awsError("InvalidParameterValue", () -> route(other, id));
        String list = network.ec2
                .createManagedPrefixList(
                        r -> r.prefixListName("l").maxEntries(1).addressFamily("IPv4"))
                .prefixList()
                .prefixListId();
        String table = network.routeTable();
        Expect.awsError(
                "RouteNotSupported",
                () -> network.ec2.createRoute(
                        r -> r.routeTableId(table).destinationPrefixListId(list).vpcEndpointId(id)));
    }

    @Test
    void itsSubnetCanBeExchanged() {
        String other = network.subnet("us-east-1a");
        String id = create();
        String before = network.describe(id).networkInterfaceIds().get(0);

        Expect.awsError("InvalidParameter", () -> network.modify(id, r -> r.addSubnetIds(other)));
        Expect.awsError("InvalidParameter", () -> network.modify(id, r -> r.removeSubnetIds(subnet)));
        assertThat(network.describe(id).networkInterfaceIds()).containsExactly(before);
        network.modify(id, r -> r.addSubnetIds(other).removeSubnetIds(subnet));
        assertThat(network.describe(id).subnetIds()).containsExactly(other);
        assertThat(network.interfacesIn(subnet)).isEmpty();
        assertThat(network.interfacesIn(other)).hasSize(1);
    }

    static Stream<Arguments> refusals() {
        return Stream.of(
                refusal("no subnet", r -> r.subnetIds(List.of()), "MissingParameter", null),
                refusal(
                        "route tables",
                        r -> r.routeTableIds("rtb-00000000000000000"),
                        "InvalidParameter",
                        "Route table IDs are only supported for Gateway type VPC Endpoint."),
                refusal(
                        "groups",
                        r -> r.securityGroupIds("sg-00000000000000000"),
                        "InvalidParameter",
                        "Security group IDs are only supported for Interface type VPC Endpoints."),
                refusal("private DNS", r -> r.privateDnsEnabled(true), "InvalidParameter", null),
                refusal("DNS options", r -> r.dnsOptions(o -> o.dnsRecordIpType("ipv4")), "InvalidParameter", null),
                refusal("a policy", r -> r.policyDocument("{}"), "InvalidParameter", null),
                refusal("another Region", r -> r.serviceRegion("us-east-1"), "InvalidParameter", null),
                refusal("IPv6 alone", r -> r.ipAddressType("ipv6"), "InvalidParameter", null),
                refusal(
                        "chosen addresses",
                        r -> r.subnetConfigurations(
                                SubnetConfiguration.builder().ipv4("10.0.0.9").build()),
                        "InvalidParameter",
                        null),
                refusal(
                        "another type",
                        r -> r.vpcEndpointType("Interface"),
                        "InvalidParameter",
                        "Endpoint type (Interface) does not match available service types ([GatewayLoadBalancer])."));
    }

    private static Arguments refusal(
            String what, Consumer<CreateVpcEndpointRequest.Builder> wrong, String code, @Nullable String message) {
        return arguments(what, wrong, code, message);
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("refusals")
    void isRefused(
            String what, Consumer<CreateVpcEndpointRequest.Builder> wrong, String code, @Nullable String message) {
        Expect.awsError(code, message, () -> create(wrong));
        assertThat(network.interfacesIn(subnet)).isEmpty();
    }

    @Test
    void twoSubnetsOrAnotherZoneAreRefused() {
        String b = network.subnet("us-east-1b");
        Expect.awsError("InvalidParameter", () -> create(r -> r.subnetIds(subnet, b)));
        Expect.awsError(
                "InvalidParameter",
                "The VPC endpoint service " + service.serviceName()
                        + " does not support the availability zone of the subnet: " + b + ".",
                () -> create(r -> r.subnetIds(b)));
    }

    private Route routeOf(String table) {
        return network.ec2.describeRouteTables(r -> r.routeTableIds(table)).routeTables().get(0).routes().stream()
                .filter(route -> "0.0.0.0/0".equals(route.destinationCidrBlock()))
                .findFirst()
                .orElseThrow();
    }
}
