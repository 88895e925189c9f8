package io.vpclocal.network;

import static org.assertj.core.api.Assertions.assertThat;

import io.vpclocal.testing.Aws;
import io.vpclocal.testing.EmulatorTest;
import io.vpclocal.testing.Expect;
import java.util.Base64;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import software.amazon.awssdk.services.ec2.Ec2Client;
import software.amazon.awssdk.services.ec2.model.CreateRouteRequest;

/** Errors that users of AWS recorded with their request ids or in transcripts. Their ids are replaced. */
@EmulatorTest
class RecordedErrorsTest {

    private static final String INVALID_VALUE = "InvalidParameterValue";

    @Autowired
    private Aws aws;

    private Ec2Client ec2;
    private String vpc;
    private String subnet;
    private String table;

    @BeforeEach
    void newVpc() {
        ec2 = aws.ec2();
        vpc = ec2.createVpc(r -> r.cidrBlock("10.0.0.0/16")).vpc().vpcId();
        subnet = subnet("10.0.1.0/24", "us-east-1a");
        table = ec2.createRouteTable(r -> r.vpcId(vpc)).routeTable().routeTableId();
    }

    /** The VPC User Guide says the same: only whole subnets are more specific than the local route. */
    @ParameterizedTest
    @CsvSource({"10.0.2.0/24", "10.0.1.0/25", "10.0.0.0/17"})
    void routesInsideTheVpcLeadToWholeSubnets(String destination) {
        Expect.awsError(
                INVALID_VALUE,
                "Route destination doesn't match any subnet CIDR blocks.",
                () -> route(CreateRouteRequest.builder()
                        .destinationCidrBlock(destination)
                        .networkInterfaceId(networkInterface(subnet))));
    }

    @Test
    void interfacesAndInstancesShareTheZone() {
        String instance = launch(subnet);
        String other = networkInterface(subnet("10.0.2.0/24", "us-east-1b"));
        Expect.awsError(
                "InvalidParameterCombination",
                "You may not attach a network interface to an instance if they are not in the same availability zone",
                () -> attach(other, instance));
    }

    @Test
    void aNewInterfaceHasItsOwnErrorForGroups() {
        Expect.awsError(
                "InvalidSecurityGroupID.NotFound",
                "The securityGroup ID 'sg-0123456789abcdef0' does not exist",
                () -> ec2.createNetworkInterface(r -> r.subnetId(subnet).groups("sg-0123456789abcdef0")));
        Expect.awsError(
                "InvalidSecurityGroupID.NotFound",
                "The securityGroup ID 'web' does not exist",
                () -> ec2.createNetworkInterface(r -> r.subnetId(subnet).groups("web")));
        String eni = networkInterface(subnet);
        Expect.awsError(
                "InvalidGroup.NotFound",
                "The security group 'web' does not exist",
                () -> ec2.modifyNetworkInterfaceAttribute(
                        r -> r.networkInterfaceId(eni).groups("web")));
    }

    @Test
    void launchesNameTheGroupOfAnotherVpc() {
        String other = ec2.createVpc(r -> r.cidrBlock("10.1.0.0/16")).vpc().vpcId();
        String group = ec2.createSecurityGroup(
                        r -> r.vpcId(other).groupName("web").description("web"))
                .groupId();
        Expect.awsError(
                "InvalidParameter",
                "Security group " + group + " and subnet " + subnet + " belong to different networks.",
                () -> ec2.runInstances(r -> r.imageId("ami-0123456789abcdef0")
                        .instanceType("t3.micro")
                        .minCount(1)
                        .maxCount(1)
                        .subnetId(subnet)
                        .securityGroupIds(group)));
    }

    /** The limit of encoded user data comes first. */
    @ParameterizedTest
    @CsvSource({
        "16385, User data is limited to 16384 bytes",
        "19200, User data is limited to 16384 bytes",
        "19201, Encoded User data is limited to 25600 bytes"
    })
    void userDataIsLimitedTwice(int bytes, String message) {
        String encoded = Base64.getEncoder().encodeToString(new byte[bytes]);
        Expect.awsError(
                INVALID_VALUE,
                message,
                () -> ec2.runInstances(r -> r.imageId("ami-0123456789abcdef0")
                        .instanceType("t3.micro")
                        .minCount(1)
                        .maxCount(1)
                        .subnetId(subnet)
                        .userData(encoded)));
    }

    @Test
    void userDataOfTemplatesIsBase64() {
        Expect.awsError(
                "InvalidUserData.Malformed",
                "Invalid BASE64 encoding of user data.",
                () -> ec2.createLaunchTemplate(
                        r -> r.launchTemplateName("web").launchTemplateData(d -> d.userData("#!/bin/bash"))));
    }

    @Test
    void addressesAreReleasedByAllocation() {
        String address = ec2.allocateAddress(r -> {}).publicIp();
        Expect.awsError(
                INVALID_VALUE,
                "You must specify an allocation id when releasing a VPC elastic IP address",
                () -> ec2.releaseAddress(r -> r.publicIp(address)));
    }

    @Test
    void icmpEntriesNameTheType() {
        String acl = ec2.createNetworkAcl(r -> r.vpcId(vpc)).networkAcl().networkAclId();
        Expect.awsError(
                "MissingParameter",
                "The request must contain the parameter icmpTypeCode.type",
                () -> ec2.createNetworkAclEntry(r -> r.networkAclId(acl)
                        .ruleNumber(1)
                        .egress(false)
                        .protocol("1")
                        .ruleAction("allow")
                        .cidrBlock("0.0.0.0/0")));
    }

    /** The first three recorded, the others AWS documentation, VPC User Guide: VPC CIDR blocks. */
    @ParameterizedTest
    @CsvSource({
        "10.0.0.0/16,    192.168.0.0/16",
        "192.168.0.0/16, 10.0.0.0/16",
        "172.31.0.0/16,  10.0.0.0/16",
        "10.0.0.0/16,    172.16.0.0/16",
        "10.0.0.0/16,    198.19.0.0/24",
        "10.1.0.0/16,    10.0.0.0/16",
        "172.16.0.0/16,  172.31.0.0/16",
        "198.19.0.0/16,  10.0.0.0/16",
        "100.64.0.0/16,  10.0.0.0/16",
        "203.0.112.0/20, 198.19.0.0/16"
    })
    void someBlocksAreRestricted(String primary, String added) {
        Expect.awsError(
                "InvalidVpc.Range",
                "The CIDR '" + added + "' is restricted. Use a CIDR from the same private address range as the current"
                        + " VPC CIDR, or use a publicly-routable CIDR. For additional restrictions, see"
                        + " https://docs.aws.amazon.com/vpc/latest/userguide/vpc-cidr-blocks.html",
                () -> associate(primary, added));
    }

    /** AWS documentation, VPC User Guide: VPC CIDR blocks. */
    @ParameterizedTest
    @CsvSource({
        "10.0.0.0/16,    10.1.0.0/16",
        "10.2.0.0/16,    10.0.0.0/16",
        "10.0.0.0/16,    100.64.0.0/16",
        "172.31.0.0/16,  172.16.0.0/16",
        "192.168.0.0/24, 192.168.1.0/24",
        "10.0.0.0/16,    203.0.112.0/20"
    })
    void otherBlocksAreNot(String primary, String added) {
        assertThat(associate(primary, added)).isEqualTo(added);
    }

    @ParameterizedTest
    @ValueSource(strings = {"10.0.128.0/17", "10.0.0.0/16", "10.0.0.0/20"})
    void blocksOfAVpcDoNotOverlap(String added) {
        String id = ec2.describeVpcs(r -> r.vpcIds(vpc))
                .vpcs()
                .get(0)
                .cidrBlockAssociationSet()
                .get(0)
                .associationId();
        Expect.awsError(
                "CidrConflict",
                "CIDR range conflicts with 10.0.0.0/16 with association ID " + id,
                () -> ec2.associateVpcCidrBlock(r -> r.vpcId(vpc).cidrBlock(added)));
    }

    /** The block that a new VPC gets in addition to its own. */
    private String associate(String primary, String added) {
        String id = ec2.createVpc(r -> r.cidrBlock(primary)).vpc().vpcId();
        return ec2.associateVpcCidrBlock(r -> r.vpcId(id).cidrBlock(added))
                .cidrBlockAssociation()
                .cidrBlock();
    }

    private void route(CreateRouteRequest.Builder request) {
        ec2.createRoute(request.routeTableId(table).build());
    }

    private String subnet(String block, String zone) {
        return ec2.createSubnet(r -> r.vpcId(vpc).cidrBlock(block).availabilityZone(zone))
                .subnet()
                .subnetId();
    }

    private String networkInterface(String subnetId) {
        return ec2.createNetworkInterface(r -> r.subnetId(subnetId))
                .networkInterface()
                .networkInterfaceId();
    }

    private String launch(String subnetId) {
        return ec2.runInstances(r -> r.imageId("ami-0123456789abcdef0")
                        .instanceType("t3.micro")
                        .minCount(1)
                        .maxCount(1)
                        .subnetId(subnetId))
                .instances()
                .get(0)
                .instanceId();
    }

    private void attach(String eni, String instance) {
        ec2.attachNetworkInterface(
                r -> r.networkInterfaceId(eni).instanceId(instance).deviceIndex(1));
    }
}
