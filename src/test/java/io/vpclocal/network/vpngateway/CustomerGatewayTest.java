package io.vpclocal.network.vpngateway;

import static org.assertj.core.api.Assertions.assertThat;

import io.vpclocal.testing.Aws;
import io.vpclocal.testing.EmulatorTest;
import io.vpclocal.testing.Expect;
import java.util.List;
import java.util.function.Consumer;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import software.amazon.awssdk.services.ec2.Ec2Client;
import software.amazon.awssdk.services.ec2.model.CreateCustomerGatewayRequest;
import software.amazon.awssdk.services.ec2.model.CustomerGateway;
import software.amazon.awssdk.services.ec2.model.GatewayType;

/** Expected answers: AWS documentation (EC2 API Reference, CreateCustomerGateway), unless a test says otherwise. */
@EmulatorTest
class CustomerGatewayTest {

    @Autowired
    private Aws aws;

    private Ec2Client ec2;

    @BeforeEach
    void newAccount() {
        ec2 = aws.ec2(Aws.newAccount());
    }

    /** "Subsequent requests return information about the existing customer gateway." */
    @Test
    void aDeviceHasOneGateway() {
        CustomerGateway made =
                create(r -> r.ipAddress("203.0.113.12").bgpAsn(65_010).deviceName("router"));
        assertThat(made)
                .isEqualTo(CustomerGateway.builder()
                        .customerGatewayId(made.customerGatewayId())
                        .type("ipsec.1")
                        .state("available")
                        .bgpAsn("65010")
                        .ipAddress("203.0.113.12")
                        .deviceName("router")
                        .tags(List.of())
                        .build());
        assertThat(made.customerGatewayId()).matches("cgw-[0-9a-f]{17}");
        assertThat(create(r -> r.publicIp("203.0.113.12").bgpAsn(65_010))).isEqualTo(made);
        assertThat(create(r -> r.ipAddress("203.0.113.12").bgpAsn(65_010).deviceName("router")))
                .isEqualTo(made);
        assertThat(create(r -> r.ipAddress("203.0.113.12").bgpAsn(65_010).deviceName("other"))
                        .customerGatewayId())
                .as("the API Reference: unique device names make several gateways")
                .isNotEqualTo(made.customerGatewayId());
        assertThat(create(r -> r.ipAddress("203.0.113.12").bgpAsn(65_011)).customerGatewayId())
                .isNotEqualTo(made.customerGatewayId());
        ec2.deleteCustomerGateway(r -> r.customerGatewayId(made.customerGatewayId()));
        assertThat(ec2.describeCustomerGateways(r -> r.customerGatewayIds(made.customerGatewayId()))
                        .customerGateways()
                        .get(0)
                        .state())
                .isEqualTo("deleted");
        assertThat(create(r -> r.ipAddress("203.0.113.12").bgpAsn(65_010)).customerGatewayId())
                .isNotEqualTo(made.customerGatewayId());
    }

    @Test
    void create_asn() {
        assertThat(create(r -> r.ipAddress("203.0.113.1")).bgpAsn()).isEqualTo("65000");
        CustomerGateway extended = create(r -> r.ipAddress("203.0.113.2").bgpAsnExtended(4_294_967_294L));
        assertThat(extended.bgpAsnExtended()).isEqualTo("4294967294");
        assertThat(extended.bgpAsn()).isNull();
        Expect.awsError(
                "InvalidParameterValue",
                () -> create(r -> r.ipAddress("203.0.113.3").bgpAsn(0)));
        Expect.awsError(
                "InvalidParameterValue",
                () -> create(r -> r.ipAddress("203.0.113.3").bgpAsnExtended(2_147_483_647L)));
        Expect.awsError(
                "InvalidParameterCombination",
                () -> create(r -> r.ipAddress("203.0.113.3").bgpAsn(1).bgpAsnExtended(2_147_483_648L)));
    }

    /** A device behind NAT may be known by its certificate only. The refusals are our guess. */
    @Test
    void create_address() {
        String certificate = "arn:aws:acm:us-east-1:123456789012:certificate/1";
        assertThat(create(r -> r.certificateArn(certificate)).certificateArn()).isEqualTo(certificate);
        Expect.awsError("MissingParameter", () -> create(r -> {}));
        Expect.awsError("InvalidParameterValue", () -> create(r -> r.ipAddress("router")));
        Expect.awsError("InvalidParameterValue", () -> create(r -> r.certificateArn("certificate/1")));
        Expect.awsError("MissingParameter", () -> ec2.createCustomerGateway(r -> r.ipAddress("203.0.113.1")));
    }

    @Test
    void whatDoesNotExist() {
        Expect.awsError(
                "InvalidCustomerGatewayID.NotFound",
                "The customerGateway ID 'cgw-0123456789abcdef0' does not exist",
                () -> ec2.deleteCustomerGateway(r -> r.customerGatewayId("cgw-0123456789abcdef0")));
        Expect.awsError(
                "InvalidCustomerGatewayId.Malformed",
                () -> ec2.describeCustomerGateways(r -> r.customerGatewayIds("cgw-1")));
    }

    @ParameterizedTest
    @CsvSource({
        "bgp-asn, 65010, true",
        "bgp-asn, 65011, false",
        "customer-gateway-id, cgw-*, true",
        "ip-address, 203.0.113.12, true",
        "ip-address, 203.0.113.13, false",
        "state, available, true",
        "type, ipsec.1, true",
        "tag-key, Name, false"
    })
    void describe_filters(String name, String value, boolean found) {
        create(r -> r.ipAddress("203.0.113.12").bgpAsn(65_010));
        assertThat(ec2.describeCustomerGateways(r -> r.filters(f -> f.name(name).values(value)))
                        .customerGateways())
                .hasSize(found ? 1 : 0);
    }

    private CustomerGateway create(Consumer<CreateCustomerGatewayRequest.Builder> device) {
        return ec2.createCustomerGateway(r -> device.accept(r.type(GatewayType.IPSEC_1)))
                .customerGateway();
    }
}
