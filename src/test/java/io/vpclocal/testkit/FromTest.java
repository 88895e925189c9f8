package io.vpclocal.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.URI;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.core.exception.SdkServiceException;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.ec2.Ec2Client;
import software.amazon.awssdk.services.ec2.model.NetworkInterface;
import software.amazon.awssdk.services.ec2.model.ResourceType;
import software.amazon.awssdk.services.ec2.model.Tag;
import software.amazon.awssdk.services.ec2.model.VpcEndpoint;

/** Clients that call from a network interface; our design. */
@VpcLocalTest(fresh = VpcLocalTest.Fresh.PER_METHOD)
@SuppressWarnings("NullAway.Init") // injected
class FromTest {

    private static final String DENY = "{\"Version\":\"2012-10-17\",\"Statement\":[{\"Effect\":\"Allow\","
            + "\"Principal\":\"*\",\"Action\":\"ec2:DescribeVpcs\",\"Resource\":\"*\"}]}";

    private Ec2Client ec2;
    private VpcLocalAccount account;
    private String subnet;

    @BeforeEach
    void anInterfaceAndAnEndpoint() {
        var found = ec2.describeSubnets().subnets().get(0);
        subnet = found.subnetId();
        Tag name = Tag.builder().key("Name").value("app").build();
        ec2.createNetworkInterface(
                r -> r.subnetId(subnet).tagSpecifications(t -> t.resourceType(ResourceType.NETWORK_INTERFACE)
                        .tags(name)));
        VpcEndpoint made = ec2.createVpcEndpoint(r -> r.vpcId(found.vpcId())
                        .vpcEndpointType("Interface")
                        .serviceName("com.amazonaws.us-east-1.ec2")
                        .subnetIds(subnet)
                        .privateDnsEnabled(true)
                        .policyDocument(DENY))
                .vpcEndpoint();
        assertThat(made.stateAsString()).isIn("available", "pending");
    }

    @Test
    void clientsAndEndpointsCallFromThere(@From("app") Ec2Client inside, @From("app") URI place) {
        assertThat(inside.describeVpcs().vpcs()).hasSize(1);
        assertThatThrownBy(() -> inside.describeSubnets())
                .isInstanceOf(SdkServiceException.class)
                .hasMessageContaining("because no VPC endpoint policy allows the ec2:DescribeSubnets action");
        assertThat(place.getPort()).isNotEqualTo(account.endpoint().getPort());
        assertThat(place).isEqualTo(account.from(interfaceNamed("app")));
    }

    /** Services that are not emulated have upstreams, so their clients can be injected. */
    @Test
    void clientsOfForwardedServices(@From("app") DynamoDbClient dynamo) {
        assertThat(dynamo.serviceName()).isEqualTo("dynamodb");
    }

    @Test
    void aNameThatNothingHas() {
        assertThatThrownBy(() -> account.caller("nobody"))
                .isInstanceOf(VpcLocalException.class)
                .hasMessageContaining("@From(\"nobody\") must name one network interface or instance by its id or its"
                        + " tag 'Name', but there are 0.");
        assertThat(account.caller("eni-0123456789abcdef0")).isEqualTo("eni-0123456789abcdef0");
    }

    @Test
    void aSubnetGetsAnInterfaceOfItsOwn_whichGoesWithTheCaller() {
        URI place = account.control().fromSubnet(subnet);
        NetworkInterface made = ec2.describeNetworkInterfaces(
                        r -> r.filters(f -> f.name("description").values("Caller of VPC Local")))
                .networkInterfaces()
                .get(0);
        assertThat(made.subnetId()).isEqualTo(subnet);
        assertThat(made.groups()).hasSize(1);
        assertThat(account.from(made.networkInterfaceId())).isEqualTo(place);

        account.control().call("DELETE", "/_vpclocal/callers/" + made.networkInterfaceId(), null);
        assertThat(ec2.describeNetworkInterfaces(
                                r -> r.filters(f -> f.name("description").values("Caller of VPC Local")))
                        .networkInterfaces())
                .isEmpty();
        assertThatThrownBy(() -> account.control().fromSubnet("subnet-0123456789abcdef0"))
                .hasMessageContaining("The subnet ID 'subnet-0123456789abcdef0' does not exist");
        assertThatThrownBy(() -> account.control().fromSubnet(subnet, "sg-0123456789abcdef0"))
                .hasMessageContaining("sg-0123456789abcdef0");
    }

    private String interfaceNamed(String name) {
        return ec2.describeNetworkInterfaces(
                        r -> r.filters(f -> f.name("tag:Name").values(name)))
                .networkInterfaces()
                .get(0)
                .networkInterfaceId();
    }
}
