package io.vpclocal.network.securitygroup;

import static io.vpclocal.network.securitygroup.Groups.tcp;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.groups.Tuple.tuple;

import io.vpclocal.testing.Aws;
import io.vpclocal.testing.EmulatorTest;
import io.vpclocal.testing.Expect;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import software.amazon.awssdk.services.ec2.Ec2Client;
import software.amazon.awssdk.services.ec2.model.IpPermission;
import software.amazon.awssdk.services.ec2.model.RevokeSecurityGroupIngressResponse;

/** Rules that apply in a default VPC only: AWS documentation, EC2 API Reference, "[Default VPC]". */
@EmulatorTest
class DefaultVpcGroupsTest {

    @Autowired
    private Aws aws;

    private Ec2Client ec2;
    private String vpc;

    @BeforeEach
    void newAccountWithItsDefaultVpc() {
        ec2 = aws.ec2();
        vpc = ec2.describeVpcs(r -> r.filters(Groups.filter("is-default", "true")))
                .vpcs()
                .get(0)
                .vpcId();
    }

    @Test
    void groupsAreCreatedAndNamedWithoutTheirVpc() {
        String id = ec2.createSecurityGroup(r -> r.groupName("web").description("d"))
                .groupId();
        assertThat(ec2.describeSecurityGroups(r -> r.groupNames("WEB")).securityGroups())
                .singleElement()
                .satisfies(group -> {
                    assertThat(group.groupId()).isEqualTo(id);
                    assertThat(group.vpcId()).isEqualTo(vpc);
                });
        ec2.authorizeSecurityGroupIngress(r -> r.groupName("web").ipPermissions(tcp(22, "10.0.0.0/8")));
        assertThat(ec2.deleteSecurityGroup(r -> r.groupName("web")).groupId()).isEqualTo(id);
        Expect.awsError(
                "InvalidGroup.NotFound",
                "The security group 'web' does not exist in default VPC '" + vpc + "'",
                () -> ec2.deleteSecurityGroup(r -> r.groupName("web")));
    }

    @Test
    void aSourceGroupByNameIsGivenFullTcpUdpAndIcmpAccess() {
        String id = ec2.createSecurityGroup(r -> r.groupName("web").description("d"))
                .groupId();
        ec2.authorizeSecurityGroupIngress(r -> r.groupName("web").sourceSecurityGroupName("default"));
        assertThat(ec2.describeSecurityGroups(r -> r.groupIds(id))
                        .securityGroups()
                        .get(0)
                        .ipPermissions())
                .extracting(IpPermission::ipProtocol, IpPermission::fromPort, IpPermission::toPort)
                .containsExactly(tuple("tcp", 0, 65535), tuple("udp", 0, 65535), tuple("icmp", -1, -1));
        Expect.awsError(
                "InvalidParameterCombination",
                () -> ec2.authorizeSecurityGroupIngress(r ->
                        r.groupName("web").sourceSecurityGroupName("default").cidrIp("10.0.0.0/8")));
    }

    @Test
    void revokingUnknownRulesReturnsThem() {
        String id = ec2.createSecurityGroup(r -> r.groupName("web").description("d"))
                .groupId();
        ec2.authorizeSecurityGroupIngress(r -> r.groupId(id).ipPermissions(tcp(22, "10.0.0.0/8")));
        RevokeSecurityGroupIngressResponse response = ec2.revokeSecurityGroupIngress(
                r -> r.groupId(id).ipPermissions(tcp(22, "10.0.0.0/8"), tcp(23, "10.0.0.0/8")));
        assertThat(response.revokedSecurityGroupRules()).hasSize(1);
        assertThat(response.unknownIpPermissions()).singleElement().satisfies(unknown -> assertThat(unknown.fromPort())
                .isEqualTo(23));
    }
}
