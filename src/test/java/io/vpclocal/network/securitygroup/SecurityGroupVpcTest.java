package io.vpclocal.network.securitygroup;

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
import software.amazon.awssdk.services.ec2.model.SecurityGroupForVpc;
import software.amazon.awssdk.services.ec2.model.SecurityGroupVpcAssociation;

/** Security groups in further VPCs (AWS documentation, VPC User Guide). Texts of refusals are our guess. */
@EmulatorTest
class SecurityGroupVpcTest {

    @Autowired
    private Aws aws;

    private Ec2Client ec2;
    private String account;
    private String vpc;
    private String other;
    private String group;

    @BeforeEach
    void newVpcs() {
        account = Aws.newAccount();
        ec2 = aws.ec2(account);
        vpc = ec2.createVpc(r -> r.cidrBlock("10.0.0.0/16")).vpc().vpcId();
        other = ec2.createVpc(r -> r.cidrBlock("10.1.0.0/16")).vpc().vpcId();
        group = ec2.createSecurityGroup(r -> r.vpcId(vpc).groupName("shared").description("shared"))
                .groupId();
    }

    @Test
    void interfacesInAnAssociatedVpcMayHaveTheGroup() {
        String subnet = ec2.createSubnet(r -> r.vpcId(other).cidrBlock("10.1.0.0/24"))
                .subnet()
                .subnetId();
        Expect.awsError(
                "InvalidGroup.NotFound",
                () -> ec2.createNetworkInterface(r -> r.subnetId(subnet).groups(group)));
        assertThat(ec2.associateSecurityGroupVpc(r -> r.groupId(group).vpcId(other))
                        .stateAsString())
                .isEqualTo("associating");
        String eni = ec2.createNetworkInterface(r -> r.subnetId(subnet).groups(group))
                .networkInterface()
                .networkInterfaceId();
        assertThat(ec2.getSecurityGroupsForVpc(r -> r.vpcId(other)).securityGroupForVpcs())
                .extracting(SecurityGroupForVpc::groupId)
                .contains(group);
        assertThat(ec2.getSecurityGroupsForVpc(r -> r.vpcId(other)
                                .filters(f -> f.name("primary-vpc-id").values(vpc)))
                        .securityGroupForVpcs())
                .extracting(SecurityGroupForVpc::groupId)
                .containsExactly(group);
        Expect.awsError(
                "DependencyViolation",
                () -> ec2.disassociateSecurityGroupVpc(r -> r.groupId(group).vpcId(other)));
        ec2.deleteNetworkInterface(r -> r.networkInterfaceId(eni));
        Expect.awsError("DependencyViolation", () -> ec2.deleteSecurityGroup(r -> r.groupId(group)));
        assertThat(ec2.disassociateSecurityGroupVpc(r -> r.groupId(group).vpcId(other))
                        .stateAsString())
                .isEqualTo("disassociating");
        assertThat(ec2.describeSecurityGroupVpcAssociations(r -> {}).securityGroupVpcAssociations())
                .isEmpty();
        ec2.deleteSecurityGroup(r -> r.groupId(group));
    }

    @ParameterizedTest
    @CsvSource({
        "group-id, GROUP, true",
        "group-id, sg-1, false",
        "vpc-id, VPC, true",
        "vpc-id, vpc-1, false",
        "state, associated, true",
        "state, associating, false",
        "group-owner-id, ACCOUNT, true",
        "vpc-owner-id, ACCOUNT, true"
    })
    void describe_filters(String name, String value, boolean found) {
        ec2.associateSecurityGroupVpc(r -> r.groupId(group).vpcId(other));
        ec2.associateSecurityGroupVpc(r -> r.groupId(group).vpcId(other));
        String wanted = value.replace("GROUP", group).replace("VPC", other).replace("ACCOUNT", account);
        assertThat(ec2.describeSecurityGroupVpcAssociations(
                                r -> r.filters(f -> f.name(name).values(wanted)))
                        .securityGroupVpcAssociations())
                .isEqualTo(
                        found
                                ? List.of(SecurityGroupVpcAssociation.builder()
                                        .groupId(group)
                                        .groupOwnerId(account)
                                        .vpcId(other)
                                        .vpcOwnerId(account)
                                        .state("associated")
                                        .build())
                                : List.of());
    }

    @Test
    void refusals() {
        Expect.awsError(
                "InvalidParameterValue",
                () -> ec2.associateSecurityGroupVpc(r -> r.groupId(group).vpcId(vpc)));
        String fallback = ec2.describeSecurityGroups(
                        r -> r.filters(f -> f.name("vpc-id").values(vpc), f -> f.name("group-name")
                                .values("default")))
                .securityGroups()
                .get(0)
                .groupId();
        Expect.awsError(
                "InvalidParameterValue",
                () -> ec2.associateSecurityGroupVpc(r -> r.groupId(fallback).vpcId(other)));
        Expect.awsError(
                "InvalidParameterValue",
                () -> ec2.disassociateSecurityGroupVpc(r -> r.groupId(group).vpcId(other)));
        Expect.awsError(
                "InvalidVpcID.NotFound",
                () -> ec2.associateSecurityGroupVpc(r -> r.groupId(group).vpcId("vpc-0123456789abcdef0")));
        ec2.associateSecurityGroupVpc(r -> r.groupId(group).vpcId(other));
        Expect.awsError("DependencyViolation", () -> ec2.deleteVpc(r -> r.vpcId(other)));
    }
}
