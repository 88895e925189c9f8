package io.vpclocal.network.carriergateway;

import static org.assertj.core.api.Assertions.assertThat;

import io.vpclocal.testing.Aws;
import io.vpclocal.testing.EmulatorTest;
import io.vpclocal.testing.Expect;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import software.amazon.awssdk.services.ec2.Ec2Client;
import software.amazon.awssdk.services.ec2.model.CarrierGateway;
import software.amazon.awssdk.services.ec2.model.CarrierGatewayState;
import software.amazon.awssdk.services.ec2.model.ResourceType;
import software.amazon.awssdk.services.ec2.model.Route;
import software.amazon.awssdk.services.ec2.model.Tag;

/** Expected answers: AWS documentation (EC2 API Reference), unless a test says otherwise. */
@EmulatorTest
class CarrierGatewayTest {

    private static final String NONE = "cagw-0123456789abcdef0";

    @Autowired
    private Aws aws;

    private final String account = Aws.newAccount();
    private Ec2Client ec2;
    private String vpc;

    @BeforeEach
    void newVpc() {
        ec2 = aws.ec2(account);
        vpc = newVpcId();
    }

    @Test
    void createAndDelete() {
        Tag name = Tag.builder().key("Name").value("carrier").build();
        CarrierGateway made = ec2.createCarrierGateway(
                        r -> r.vpcId(vpc).tagSpecifications(t -> t.resourceType(ResourceType.CARRIER_GATEWAY)
                                .tags(name)))
                .carrierGateway();
        assertThat(made)
                .isEqualTo(CarrierGateway.builder()
                        .carrierGatewayId(made.carrierGatewayId())
                        .vpcId(vpc)
                        .ownerId(account)
                        .state(CarrierGatewayState.AVAILABLE)
                        .tags(name)
                        .build());
        assertThat(made.carrierGatewayId()).matches("cagw-[0-9a-f]{17}");
        assertThat(ec2.describeCarrierGateways(r -> r.carrierGatewayIds(made.carrierGatewayId()))
                        .carrierGateways())
                .containsExactly(made);
        Expect.awsError("DependencyViolation", () -> ec2.deleteVpc(r -> r.vpcId(vpc)));
        assertThat(ec2.deleteCarrierGateway(r -> r.carrierGatewayId(made.carrierGatewayId()))
                        .carrierGateway()
                        .state())
                .isEqualTo(CarrierGatewayState.DELETING);
        assertThat(ec2.describeCarrierGateways(r -> {}).carrierGateways()).isEmpty();
        ec2.deleteVpc(r -> r.vpcId(vpc));
    }

    /** The code is our guess. */
    @Test
    void aVpcHasOneGateway() {
        create(vpc);
        Expect.awsError("InvalidParameterValue", () -> create(vpc));
        create(newVpcId());
    }

    @Test
    void routes() {
        String gateway = create(vpc);
        String table = ec2.createRouteTable(r -> r.vpcId(vpc)).routeTable().routeTableId();
        ec2.createRoute(
                r -> r.routeTableId(table).destinationCidrBlock("0.0.0.0/0").carrierGatewayId(gateway));
        assertThat(route(table))
                .isEqualTo(Route.builder()
                        .destinationCidrBlock("0.0.0.0/0")
                        .carrierGatewayId(gateway)
                        .origin("CreateRoute")
                        .state("active")
                        .build());
        ec2.deleteCarrierGateway(r -> r.carrierGatewayId(gateway));
        assertThat(route(table).stateAsString()).isEqualTo("blackhole");
        String foreign = create(newVpcId());
        Expect.awsError(
                "InvalidParameterValue",
                "route table " + table + " and carrier gateway " + foreign + " belong to different networks",
                () -> ec2.createRoute(r -> r.routeTableId(table)
                        .destinationCidrBlock("192.168.0.0/16")
                        .carrierGatewayId(foreign)));
    }

    @Test
    void whatDoesNotExist() {
        Expect.awsError(
                "InvalidCarrierGatewayID.NotFound",
                "The carrierGateway ID '" + NONE + "' does not exist",
                () -> ec2.deleteCarrierGateway(r -> r.carrierGatewayId(NONE)));
        Expect.awsError(
                "InvalidCarrierGatewayID.NotFound", () -> ec2.describeCarrierGateways(r -> r.carrierGatewayIds(NONE)));
        Expect.awsError("InvalidVpcID.NotFound", () -> create("vpc-0123456789abcdef0"));
        Expect.awsError("MissingParameter", () -> ec2.createCarrierGateway(r -> r.tagSpecifications(List.of())));
    }

    @ParameterizedTest
    @CsvSource({
        "carrier-gateway-id, cagw-*, true",
        "owner-id, 1, false",
        "state, available, true",
        "state, deleted, false",
        "vpc-id, vpc-*, true",
        "tag-key, Name, false"
    })
    void describe_filters(String name, String value, boolean found) {
        create(vpc);
        assertThat(ec2.describeCarrierGateways(r -> r.filters(f -> f.name(name).values(value)))
                        .carrierGateways())
                .hasSize(found ? 1 : 0);
    }

    private String newVpcId() {
        return ec2.createVpc(r -> r.cidrBlock("10.0.0.0/16")).vpc().vpcId();
    }

    private String create(String vpcId) {
        return ec2.createCarrierGateway(r -> r.vpcId(vpcId)).carrierGateway().carrierGatewayId();
    }

    private Route route(String table) {
        return ec2.describeRouteTables(r -> r.routeTableIds(table)).routeTables().get(0).routes().stream()
                .filter(route -> route.destinationCidrBlock().equals("0.0.0.0/0"))
                .findFirst()
                .orElseThrow();
    }
}
