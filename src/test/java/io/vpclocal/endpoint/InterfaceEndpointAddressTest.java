package io.vpclocal.endpoint;

import static io.vpclocal.endpoint.Network.KMS;
import static org.assertj.core.api.Assertions.assertThat;

import io.vpclocal.testing.EmulatorTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import software.amazon.awssdk.services.ec2.model.NetworkInterface;
import software.amazon.awssdk.services.ec2.model.SubnetConfiguration;
import software.amazon.awssdk.services.ec2.model.VpcEndpoint;

/** The addresses of interface endpoints: chosen ones, and the families of IP. */
@EmulatorTest
class InterfaceEndpointAddressTest extends EndpointTestBase {

    /** AWS documentation, API Reference, CreateVpcEndpoint: SubnetConfigurations. */
    @Test
    void addressesCanBeChosen() {
        String a = network.subnet("us-east-1a");
        String b = network.subnet("us-east-1b");
        VpcEndpoint created = network.create(r -> r.vpcEndpointType("Interface")
                .serviceName(KMS)
                .subnetIds(a, b)
                .subnetConfigurations(SubnetConfiguration.builder()
                        .subnetId(b)
                        .ipv4("10.0.1.77")
                        .build()));

        assertThat(network.networkInterface(created.networkInterfaceIds().get(1))
                        .privateIpAddress())
                .isEqualTo("10.0.1.77");
    }

    /** AWS documentation, AWS PrivateLink Guide: "IP address types". */
    @Test
    void dualstackEndpointsHaveAddressesOfBothFamilies() {
        String subnet = network.subnetWithIpv6("us-east-1a", true);
        VpcEndpoint created = network.create(r -> r.vpcEndpointType("Interface")
                .serviceName("com.amazonaws.us-east-1.monitoring")
                .ipAddressType("dualstack")
                .subnetIds(subnet));

        assertThat(created.dnsOptions().dnsRecordIpTypeAsString()).isEqualTo("dualstack");
        NetworkInterface eni =
                network.networkInterface(created.networkInterfaceIds().get(0));
        assertThat(eni.privateIpAddress()).startsWith("10.0.0.");
        assertThat(eni.ipv6Addresses()).hasSize(1);
        assertThat(eni.denyAllIgwTraffic()).isTrue();
    }

    @Test
    void ipv6EndpointsLiveInIpv6OnlySubnets() {
        String subnet = network.subnetWithIpv6("us-east-1a", false);
        VpcEndpoint created = network.create(r -> r.vpcEndpointType("Interface")
                .serviceName("com.amazonaws.us-east-1.monitoring")
                .ipAddressType("ipv6")
                .subnetIds(subnet));
        NetworkInterface eni =
                network.networkInterface(created.networkInterfaceIds().get(0));
        assertThat(eni.privateIpAddress()).isNull();
        assertThat(eni.ipv6Addresses()).hasSize(1);
    }

    /** Seen in acceptance tests that run against AWS. */
    @ParameterizedTest
    @ValueSource(strings = {"s3", "rds", "s3tables", "athena"})
    void theseServicesAreReachedOverIpv6(String suffix) {
        String service = "com.amazonaws.us-east-1." + suffix;
        String dual = network.subnetWithIpv6("us-east-1a", true);
        String six = network.subnetWithIpv6("us-east-1a", false);

        assertThat(addressType(service, "dualstack", dual)).isEqualTo("dualstack");
        assertThat(addressType(service, "ipv6", six)).isEqualTo("ipv6");
    }

    private String addressType(String service, String type, String subnet) {
        return network.create(r -> r.vpcEndpointType("Interface")
                        .serviceName(service)
                        .privateDnsEnabled(false)
                        .ipAddressType(type)
                        .subnetIds(subnet))
                .ipAddressTypeAsString();
    }
}
