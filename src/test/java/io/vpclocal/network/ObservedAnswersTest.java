package io.vpclocal.network;

import static org.assertj.core.api.Assertions.assertThat;

import io.vpclocal.testing.Aws;
import io.vpclocal.testing.EmulatorTest;
import io.vpclocal.testing.Expect;
import java.util.function.Consumer;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import software.amazon.awssdk.services.ec2.Ec2Client;
import software.amazon.awssdk.services.ec2.model.Filter;
import software.amazon.awssdk.services.ec2.model.ModifySubnetAttributeRequest;
import software.amazon.awssdk.services.ec2.model.Subnet;
import software.amazon.awssdk.services.ec2.model.Tag;
import software.amazon.awssdk.services.ec2.model.TagSpecification;
import software.amazon.awssdk.services.ec2.model.Vpc;

/** Unexpected answers of AWS. Each test names its source. */
@EmulatorTest
class ObservedAnswersTest {

    @Autowired
    private Aws aws;

    private Ec2Client ec2;
    private String vpc;

    @BeforeEach
    void newVpc() {
        ec2 = aws.ec2();
        vpc = ec2.createVpc(r -> r.cidrBlock("10.0.0.0/16")).vpc().vpcId();
    }

    /** Recorded from AWS, which has one error for malformed and unknown VPC ids. */
    @ParameterizedTest
    @ValueSource(strings = {"vpc-invalid", "x", "subnet-0123456789abcdef0", "vpc-0123456789abcdef0"})
    void everyIdThatIsNoVpcDoesNotExist(String id) {
        String text = "The vpc ID '" + id + "' does not exist";
        Expect.awsError("InvalidVpcID.NotFound", text, () -> ec2.describeVpcs(r -> r.vpcIds(id)));
        Expect.awsError("InvalidVpcID.NotFound", text, () -> ec2.deleteVpc(r -> r.vpcId(id)));
    }

    /** Recorded from AWS, the short id by a test that runs against AWS. */
    @Test
    void aLongGroupIdOfZerosIsMalformed() {
        Expect.awsError(
                "InvalidGroupId.Malformed", () -> ec2.describeSecurityGroups(r -> r.groupIds("sg-00000000000000000")));
        Expect.awsError(
                "InvalidGroup.NotFound",
                "The security group 'sg-00000000' does not exist",
                () -> ec2.describeSecurityGroups(r -> r.groupIds("sg-00000000")));
    }

    /** Tests that run against AWS. */
    @Test
    void aFilterByGroupIdNeedsAGroupId() {
        Expect.awsError(
                "InvalidGroupId.Malformed",
                "The security group ID 'foobar' is malformed",
                () -> ec2.describeSecurityGroupRules(r -> r.filters(
                        Filter.builder().name("group-id").values("foobar").build())));
        assertThat(ec2.describeSecurityGroupRules(r -> r.filters(Filter.builder()
                                .name("group-id")
                                .values("sg-0123456789abcdef0")
                                .build()))
                        .securityGroupRules())
                .isEmpty();
    }

    /** Recorded from AWS. */
    @Test
    void aNewSubnetIsAvailableAndErrorsQuoteTheBlockAsSent() {
        Subnet subnet =
                ec2.createSubnet(r -> r.vpcId(vpc).cidrBlock("10.0.1.0/24")).subnet();
        assertThat(subnet.stateAsString()).isEqualTo("available");
        Expect.awsError(
                "InvalidSubnet.Conflict",
                "The CIDR '10.0.1.77/24' conflicts with another subnet",
                () -> ec2.createSubnet(r -> r.vpcId(vpc).cidrBlock("10.0.1.77/24")));
        Expect.awsError(
                "InvalidSubnet.Range",
                "The CIDR '10.1.1.77/24' is invalid.",
                () -> ec2.createSubnet(r -> r.vpcId(vpc).cidrBlock("10.1.1.77/24")));
    }

    /** Recorded from AWS. */
    @Test
    void describedVpcsAndSubnetsShowPublicAccessAndOmitEmptyLists() {
        Vpc described = ec2.describeVpcs(r -> r.vpcIds(vpc)).vpcs().get(0);
        assertThat(described.blockPublicAccessStates().internetGatewayBlockModeAsString())
                .isEqualTo("off");
        assertThat(described.hasIpv6CidrBlockAssociationSet()).isFalse();
        assertThat(described.hasCidrBlockAssociationSet()).isTrue();
        assertThat(ec2.createVpc(r -> r.cidrBlock("10.0.0.0/16")).vpc().hasIpv6CidrBlockAssociationSet())
                .isTrue();

        String subnet = subnet();
        assertThat(ec2.describeSubnets(r -> r.subnetIds(subnet))
                        .subnets()
                        .get(0)
                        .blockPublicAccessStates()
                        .internetGatewayBlockModeAsString())
                .isEqualTo("off");
        assertThat(ec2.describeSecurityGroups(r -> r.filters(
                                Filter.builder().name("vpc-id").values(vpc).build()))
                        .securityGroups())
                .singleElement()
                .satisfies(group -> assertThat(group.hasTags()).isFalse());
        ec2.runInstances(r -> r.imageId("ami-12345678").minCount(1).maxCount(1).subnetId(subnet));
        assertThat(ec2.describeInstances()
                        .reservations()
                        .get(0)
                        .instances()
                        .get(0)
                        .hasTags())
                .isFalse();
    }

    /** A Terraform acceptance test that runs against AWS; for IPv6 our guess. */
    @Test
    void aSixthBlockOfAVpcIsTooMany() {
        for (int block = 1; block < 5; block++) {
            String cidr = "10." + block + ".0.0/16";
            ec2.associateVpcCidrBlock(r -> r.vpcId(vpc).cidrBlock(cidr));
        }
        String text = "This network " + vpc + " has met its maximum number of allowed CIDRs: 5";
        Expect.awsError(
                "CidrLimitExceeded",
                text,
                () -> ec2.associateVpcCidrBlock(r -> r.vpcId(vpc).cidrBlock("10.5.0.0/16")));
        for (int block = 0; block < 5; block++) {
            ec2.associateVpcCidrBlock(r -> r.vpcId(vpc).amazonProvidedIpv6CidrBlock(true));
        }
        Expect.awsError(
                "CidrLimitExceeded",
                text,
                () -> ec2.associateVpcCidrBlock(r -> r.vpcId(vpc).amazonProvidedIpv6CidrBlock(true)));
    }

    /** The first: a Terraform acceptance test that runs against AWS; the text for ICMP is our guess. */
    @ParameterizedTest
    @CsvSource({"tcp, TCP/UDP", "udp, TCP/UDP", "icmp, ICMP"})
    void aChangedRuleNeedsPorts(String protocol, String inWords) {
        String group = ec2.createSecurityGroup(r -> r.vpcId(vpc).groupName("g").description("g"))
                .groupId();
        String rule = ec2.authorizeSecurityGroupIngress(r -> r.groupId(group)
                        .ipPermissions(p -> p.ipProtocol("-1").ipRanges(range -> range.cidrIp("10.0.0.0/8"))))
                .securityGroupRules()
                .get(0)
                .securityGroupRuleId();
        Expect.awsError(
                "InvalidParameterValue",
                "Invalid value for portRange. Must specify both from and to ports with " + inWords + ".",
                () -> ec2.modifySecurityGroupRules(
                        r -> r.groupId(group).securityGroupRules(u -> u.securityGroupRuleId(rule)
                                .securityGroupRule(s -> s.ipProtocol(protocol).cidrIpv4("10.0.0.0/8")))));
    }

    /** Recorded from AWS. Our guess: a token of spaces counts as none. */
    @Test
    void clientTokensAreNeitherEmptyNorLong() {
        String letters = "a".repeat(65);
        String spaces = " ".repeat(65);
        String subnet = subnet();
        for (String token : new String[] {"", letters}) {
            String text = "Value (" + token + ") for parameter clientToken is invalid";
            Expect.awsError(
                    "InvalidParameterValue",
                    text,
                    () -> ec2.createRouteTable(r -> r.vpcId(vpc).clientToken(token)));
            Expect.awsError(
                    "InvalidParameterValue",
                    text,
                    () -> ec2.createNetworkInterface(r -> r.subnetId(subnet).clientToken(token)));
            Expect.awsError("InvalidParameterValue", text, () -> run(subnet, token));
        }
        ec2.createRouteTable(r -> r.vpcId(vpc).clientToken(spaces));
        ec2.createNetworkAcl(r -> r.vpcId(vpc).clientToken("a".repeat(64)));
        run(subnet, spaces);
    }

    private void run(String subnet, String token) {
        ec2.runInstances(r -> r.imageId("ami-12345678")
                .minCount(1)
                .maxCount(1)
                .subnetId(subnet)
                .clientToken(token));
    }

    /** EnableDns64: several users' reports; the other two attributes after it. */
    @Test
    void attributesForIpv6NeedABlock() {
        String subnet = subnet();
        requireBlock(subnet, "enable-dns64", r -> r.enableDns64(a -> a.value(true)));
        requireBlock(subnet, "assign-ipv6-address-on-creation", r -> r.assignIpv6AddressOnCreation(a -> a.value(true)));
        requireBlock(
                subnet,
                "enable-resource-name-dns-aaaa-record-on-launch",
                r -> r.enableResourceNameDnsAAAARecordOnLaunch(a -> a.value(true)));
    }

    private void requireBlock(String subnet, String attribute, Consumer<ModifySubnetAttributeRequest.Builder> change) {
        Expect.awsError(
                "InvalidParameterValue",
                "Invalid value 'true' for " + attribute + ". Cannot set " + attribute + " to true unless the subnet ("
                        + subnet + ") has an IPv6 CIDR block associated with it.",
                () -> ec2.modifySubnetAttribute(r -> change.accept(r.subnetId(subnet))));
    }

    /** A user's report. */
    @Test
    void aSubnetThatAssignsIpv6AddressesKeepsItsBlock() {
        Vpc dual = ec2.createVpc(r -> r.cidrBlock("10.0.0.0/16").amazonProvidedIpv6CidrBlock(true))
                .vpc();
        String block = dual.ipv6CidrBlockAssociationSet().get(0).ipv6CidrBlock().replace("/56", "/64");
        Subnet subnet = ec2.createSubnet(
                        r -> r.vpcId(dual.vpcId()).cidrBlock("10.0.0.0/24").ipv6CidrBlock(block))
                .subnet();
        String association = subnet.ipv6CidrBlockAssociationSet().get(0).associationId();
        assign(subnet, true);
        Expect.awsError(
                "InvalidCidrBlock.InUse",
                "The subnet IPv6 CIDR block with association ID " + association
                        + " may not be disassociated, because its subnet has assign-ipv6-address-on-creation set to"
                        + " true.",
                () -> ec2.disassociateSubnetCidrBlock(r -> r.associationId(association)));
        assign(subnet, false);
        ec2.disassociateSubnetCidrBlock(r -> r.associationId(association));
    }

    private void assign(Subnet subnet, boolean on) {
        ec2.modifySubnetAttribute(r -> r.subnetId(subnet.subnetId()).assignIpv6AddressOnCreation(a -> a.value(on)));
    }

    /** AWS documentation: RunInstances. Terraform's provider sends the first three with default tags. */
    @Test
    void aLaunchAcceptsTagsForAllItsResources() {
        String subnet = subnet();
        TagSpecification[] tags = {
            tagsOf("instance"), tagsOf("volume"), tagsOf("network-interface"), tagsOf("spot-instances-request")
        };
        assertThat(ec2.runInstances(r -> r.imageId("ami-12345678")
                                .minCount(1)
                                .maxCount(1)
                                .subnetId(subnet)
                                .tagSpecifications(tags))
                        .instances()
                        .get(0)
                        .tags())
                .extracting(Tag::value)
                .containsExactly("instance");
        Expect.awsError(
                "InvalidParameterValue",
                () -> ec2.runInstances(r -> r.imageId("ami-12345678")
                        .minCount(1)
                        .maxCount(1)
                        .subnetId(subnet)
                        .tagSpecifications(tagsOf("snapshot"))));
    }

    private static TagSpecification tagsOf(String type) {
        return TagSpecification.builder()
                .resourceType(type)
                .tags(Tag.builder().key("k").value(type).build())
                .build();
    }

    private String subnet() {
        return ec2.createSubnet(r -> r.vpcId(vpc).cidrBlock("10.0.9.0/24"))
                .subnet()
                .subnetId();
    }
}
