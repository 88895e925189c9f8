package io.vpclocal.network.instanceconnect;

import static org.assertj.core.api.Assertions.assertThat;

import io.vpclocal.testing.Aws;
import io.vpclocal.testing.EmulatorTest;
import io.vpclocal.testing.Expect;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import software.amazon.awssdk.services.ec2.Ec2Client;
import software.amazon.awssdk.services.ec2.model.Ec2InstanceConnectEndpoint;
import software.amazon.awssdk.services.ec2.model.NetworkInterface;

/** Expected answers: AWS documentation (EC2 API Reference, EC2 User Guide), unless a test says otherwise. */
@EmulatorTest
class InstanceConnectEndpointTest {

    @Autowired
    private Aws aws;

    private Ec2Client ec2;
    private String account;
    private String vpc;
    private String subnet;

    @BeforeEach
    void newSubnet() {
        account = Aws.newAccount();
        ec2 = aws.ec2(account);
        vpc = ec2.createVpc(r -> r.cidrBlock("10.0.0.0/16")).vpc().vpcId();
        subnet = ec2.createSubnet(r -> r.vpcId(vpc).cidrBlock("10.0.1.0/24").availabilityZone("us-east-1b"))
                .subnet()
                .subnetId();
    }

    @Test
    void anEndpointHasAnInterfaceInItsSubnet() {
        String group = group("connect");
        Ec2InstanceConnectEndpoint made = ec2.createInstanceConnectEndpoint(r -> r.subnetId(subnet)
                        .securityGroupIds(group)
                        .preserveClientIp(true)
                        .clientToken("one"))
                .instanceConnectEndpoint();
        String id = made.instanceConnectEndpointId();
        assertThat(id).matches("eice-[0-9a-f]{17}");
        assertThat(made.stateAsString()).isEqualTo("create-in-progress");
        assertThat(ec2.createInstanceConnectEndpoint(r -> r.subnetId(subnet)
                                .securityGroupIds(group)
                                .preserveClientIp(true)
                                .clientToken("one"))
                        .instanceConnectEndpoint()
                        .instanceConnectEndpointId())
                .isEqualTo(id);
        Ec2InstanceConnectEndpoint described = described(id);
        assertThat(described)
                .isEqualTo(made.toBuilder().state("create-complete").build());
        assertThat(described.instanceConnectEndpointArn())
                .isEqualTo("arn:aws:ec2:us-east-1:" + account + ":instance-connect-endpoint/" + id);
        assertThat(described.dnsName())
                .matches(id + "\\.[0-9a-f]{8}\\.ec2-instance-connect-endpoint\\.us-east-1\\.amazonaws\\.com");
        assertThat(described.availabilityZone()).isEqualTo("us-east-1b");
        assertThat(described.vpcId()).isEqualTo(vpc);
        assertThat(described.ipAddressTypeAsString()).isEqualTo("ipv4");
        assertThat(described.securityGroupIds()).containsExactly(group);
        NetworkInterface eni = ec2.describeNetworkInterfaces(
                        r -> r.networkInterfaceIds(described.networkInterfaceIds()))
                .networkInterfaces()
                .get(0);
        assertThat(eni.interfaceTypeAsString()).isEqualTo("ec2_instance_connect_endpoint");
        assertThat(eni.requesterManaged()).isTrue();
        assertThat(eni.subnetId()).isEqualTo(subnet);
        Expect.awsError("DependencyViolation", () -> ec2.deleteSubnet(r -> r.subnetId(subnet)));
        assertThat(ec2.deleteInstanceConnectEndpoint(r -> r.instanceConnectEndpointId(id))
                        .instanceConnectEndpoint())
                .isEqualTo(made.toBuilder().state("delete-in-progress").build());
        ec2.deleteSubnet(r -> r.subnetId(subnet));
        Expect.awsError(
                "InvalidInstanceConnectEndpointId.NotFound",
                () -> ec2.describeInstanceConnectEndpoints(r -> r.instanceConnectEndpointIds(id)));
    }

    @Test
    void anEndpointIsModified() {
        String id = create();
        String group = group("other");
        assertThat(ec2.modifyInstanceConnectEndpoint(r -> r.instanceConnectEndpointId(id)
                                .securityGroupIds(group)
                                .preserveClientIp(true))
                        .returnValue())
                .isTrue();
        assertThat(described(id).securityGroupIds()).containsExactly(group);
        assertThat(described(id).preserveClientIp()).isTrue();
        Expect.awsError(
                "UnsupportedOperation",
                () -> ec2.modifyInstanceConnectEndpoint(
                        r -> r.instanceConnectEndpointId(id).ipAddressType("dualstack")));
    }

    /** AWS documents the quota. The code is our guess. */
    @Test
    void aVpcHasOneEndpoint() {
        create();
        Expect.awsError("InstanceConnectEndpointLimitExceeded", this::create);
    }

    @ParameterizedTest
    @CsvSource({
        "instance-connect-endpoint-id, eice-*, true",
        "subnet-id, SUBNET, true",
        "vpc-id, VPC, true",
        "state, create-complete, true",
        "state, delete-complete, false",
        "tag-key, Name, false"
    })
    void describe_filters(String name, String value, boolean found) {
        create();
        String wanted = value.replace("SUBNET", subnet).replace("VPC", vpc);
        assertThat(ec2.describeInstanceConnectEndpoints(
                                r -> r.filters(f -> f.name(name).values(wanted)))
                        .instanceConnectEndpoints())
                .hasSize(found ? 1 : 0);
    }

    private String create() {
        return ec2.createInstanceConnectEndpoint(r -> r.subnetId(subnet))
                .instanceConnectEndpoint()
                .instanceConnectEndpointId();
    }

    private String group(String name) {
        return ec2.createSecurityGroup(r -> r.vpcId(vpc).groupName(name).description(name))
                .groupId();
    }

    private Ec2InstanceConnectEndpoint described(String id) {
        return ec2.describeInstanceConnectEndpoints(r -> r.instanceConnectEndpointIds(id))
                .instanceConnectEndpoints()
                .get(0);
    }
}
