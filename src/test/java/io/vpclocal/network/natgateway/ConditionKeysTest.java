package io.vpclocal.network.natgateway;

import static org.assertj.core.api.Assertions.assertThat;

import io.vpclocal.protocol.ResourceAttributes;
import io.vpclocal.protocol.Scope;
import io.vpclocal.testing.Aws;
import io.vpclocal.testing.EmulatorTest;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import software.amazon.awssdk.services.ec2.Ec2Client;
import software.amazon.awssdk.services.ec2.model.Subnet;

/**
 * The condition keys of these resources. Expected keys: AWS documentation (Service Authorization Reference, Amazon
 * EC2).
 */
@EmulatorTest
class ConditionKeysTest {

    @Autowired
    private Aws aws;

    @Autowired
    private List<ResourceAttributes> resources;

    private Ec2Client ec2;
    private Scope scope;
    private Subnet subnet;

    @BeforeEach
    void newSubnet() {
        scope = new Scope(Aws.newAccount(), "us-east-1");
        ec2 = aws.ec2(scope.account());
        String vpc = ec2.createVpc(r -> r.cidrBlock("10.0.0.0/16")).vpc().vpcId();
        subnet = ec2.createSubnet(r -> r.vpcId(vpc).cidrBlock("10.0.0.0/24")).subnet();
    }

    @Test
    void aSubnetHasKeysForItsZoneAndItsVpc() {
        assertThat(keys("subnet", subnet.subnetId()))
                .containsEntry("ec2:SubnetID", List.of(subnet.subnetId()))
                .containsEntry("ec2:Vpc", List.of(scope.arn("ec2", "vpc/" + subnet.vpcId())))
                .containsEntry("ec2:AvailabilityZone", List.of("us-east-1a"))
                .containsEntry("ec2:AvailabilityZoneId", List.of(subnet.availabilityZoneId()));
    }

    @Test
    void anInterfaceHasAKeyForItsSubnet() {
        String id = ec2.createNetworkInterface(r -> r.subnetId(subnet.subnetId()))
                .networkInterface()
                .networkInterfaceId();
        assertThat(keys("network-interface", id))
                .containsEntry("ec2:NetworkInterfaceID", List.of(id))
                .containsEntry("ec2:Subnet", List.of(subnet.subnetArn()))
                .containsEntry("ec2:Vpc", List.of(scope.arn("ec2", "vpc/" + subnet.vpcId())))
                .containsEntry("ec2:AvailabilityZone", List.of("us-east-1a"));
    }

    @Test
    void anAddressHasAKeyForItsAllocation() {
        var address = ec2.allocateAddress(r -> {});
        assertThat(keys("elastic-ip", address.allocationId()))
                .containsEntry("ec2:AllocationId", List.of(address.allocationId()))
                .containsEntry("ec2:Domain", List.of("vpc"))
                .containsEntry("ec2:PublicIpAddress", List.of(address.publicIp()));
    }

    @Test
    void aGatewayHasAKeyForItsVpc() {
        String id = ec2.createNatGateway(r -> r.subnetId(subnet.subnetId()).connectivityType("private"))
                .natGateway()
                .natGatewayId();
        assertThat(keys("natgateway", id)).containsEntry("ec2:Vpc", List.of(scope.arn("ec2", "vpc/" + subnet.vpcId())));
    }

    private Map<String, List<String>> keys(String type, String id) {
        return resources.stream()
                .filter(resource -> resource.resourceType().equals(type))
                .findFirst()
                .flatMap(resource -> resource.attributes(scope, id))
                .map(ResourceAttributes.Attributes::conditionKeys)
                .orElseThrow();
    }
}
