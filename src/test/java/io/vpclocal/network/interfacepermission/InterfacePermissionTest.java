package io.vpclocal.network.interfacepermission;

import static org.assertj.core.api.Assertions.assertThat;

import io.vpclocal.testing.Aws;
import io.vpclocal.testing.EmulatorTest;
import io.vpclocal.testing.Expect;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import software.amazon.awssdk.services.ec2.Ec2Client;
import software.amazon.awssdk.services.ec2.model.NetworkInterfacePermission;

/** Expected answers: AWS documentation (EC2 API Reference), unless a test says otherwise. */
@EmulatorTest
class InterfacePermissionTest {

    @Autowired
    private Aws aws;

    private Ec2Client ec2;
    private String eni;

    @BeforeEach
    void newInterface() {
        ec2 = aws.ec2(Aws.newAccount());
        String vpc = ec2.createVpc(r -> r.cidrBlock("10.0.0.0/16")).vpc().vpcId();
        String subnet = ec2.createSubnet(r -> r.vpcId(vpc).cidrBlock("10.0.1.0/24"))
                .subnet()
                .subnetId();
        eni = ec2.createNetworkInterface(r -> r.subnetId(subnet))
                .networkInterface()
                .networkInterfaceId();
    }

    @Test
    void aPermissionIsGrantedAndDeleted() {
        NetworkInterfacePermission made = grant();
        assertThat(made)
                .isEqualTo(NetworkInterfacePermission.builder()
                        .networkInterfacePermissionId(made.networkInterfacePermissionId())
                        .networkInterfaceId(eni)
                        .awsAccountId("111111111111")
                        .permission("INSTANCE-ATTACH")
                        .permissionState(s -> s.state("GRANTED"))
                        .build());
        assertThat(made.networkInterfacePermissionId()).matches("eni-perm-[0-9a-f]{17}");
        assertThat(grant()).isEqualTo(made);
        assertThat(ec2.describeNetworkInterfacePermissions(
                                r -> r.filters(f -> f.name("network-interface-permission.network-interface-id")
                                        .values(eni)))
                        .networkInterfacePermissions())
                .containsExactly(made);
        ec2.deleteNetworkInterfacePermission(r -> r.networkInterfacePermissionId(made.networkInterfacePermissionId()));
        Expect.awsError(
                "InvalidPermissionID.NotFound",
                () -> ec2.describeNetworkInterfacePermissions(
                        r -> r.networkInterfacePermissionIds(made.networkInterfacePermissionId())));
    }

    @Test
    void permissionsEndWithTheInterface() {
        grant();
        ec2.deleteNetworkInterface(r -> r.networkInterfaceId(eni));
        assertThat(ec2.describeNetworkInterfacePermissions(r -> {}).networkInterfacePermissions())
                .isEmpty();
    }

    @Test
    void refusals() {
        Expect.awsError(
                "InvalidParameterValue",
                () -> ec2.createNetworkInterfacePermission(
                        r -> r.networkInterfaceId(eni).awsAccountId("1").permission("INSTANCE-ATTACH")));
        Expect.awsError(
                "InvalidParameterValue",
                () -> ec2.createNetworkInterfacePermission(r ->
                        r.networkInterfaceId(eni).awsAccountId("111111111111").permission("DELETE")));
        Expect.awsError(
                "MissingParameter",
                () -> ec2.createNetworkInterfacePermission(
                        r -> r.networkInterfaceId(eni).permission("INSTANCE-ATTACH")));
        Expect.awsError(
                "UnsupportedOperation",
                () -> ec2.createNetworkInterfacePermission(r -> r.networkInterfaceId(eni)
                        .awsService("ec2.amazonaws.com")
                        .permission("INSTANCE-ATTACH")));
    }

    private NetworkInterfacePermission grant() {
        return ec2.createNetworkInterfacePermission(r ->
                        r.networkInterfaceId(eni).awsAccountId("111111111111").permission("INSTANCE-ATTACH"))
                .interfacePermission();
    }
}
