package io.vpclocal.network.subnet;

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
import software.amazon.awssdk.services.ec2.model.CreateSubnetRequest;
import software.amazon.awssdk.services.ec2.model.Filter;
import software.amazon.awssdk.services.ec2.model.Subnet;
import software.amazon.awssdk.services.ec2.model.Tag;
import software.amazon.awssdk.services.ec2.model.TagSpecification;

/** Expected answers: recorded from AWS or AWS documentation (VPC User Guide, subnets) unless a test says otherwise. */
@EmulatorTest
class SubnetTest {

    @Autowired
    private Aws aws;

    private Ec2Client ec2;
    private String vpc;

    @BeforeEach
    void newAccount() {
        ec2 = aws.ec2();
        vpc = ec2.createVpc(r -> r.cidrBlock("10.0.0.0/16")).vpc().vpcId();
    }

    @Test
    void aNewSubnetIsPendingAndThenAvailable() {
        Subnet created = ec2.createSubnet(r -> r.vpcId(vpc)
                        .cidrBlock("10.0.1.0/24")
                        .tagSpecifications(TagSpecification.builder()
                                .resourceType("subnet")
                                .tags(Tag.builder().key("Name").value("one").build())
                                .build()))
                .subnet();
        assertThat(created.stateAsString()).isEqualTo("available");
        assertThat(created.tags()).extracting(Tag::value).containsExactly("one");

        Subnet described = ec2.describeSubnets(r -> r.subnetIds(created.subnetId()))
                .subnets()
                .get(0);
        assertThat(described.stateAsString()).isEqualTo("available");
        assertThat(described.subnetId()).matches("subnet-[0-9a-f]{17}");
        assertThat(described.subnetArn())
                .isEqualTo("arn:aws:ec2:us-east-1:" + described.ownerId() + ":subnet/" + described.subnetId());
        assertThat(described.availableIpAddressCount()).isEqualTo(251);
        assertThat(described.availabilityZone()).isEqualTo("us-east-1a");
        assertThat(described.mapPublicIpOnLaunch()).isFalse();
        assertThat(described.assignIpv6AddressOnCreation()).isFalse();
        assertThat(described.defaultForAz()).isFalse();
        assertThat(described.ipv6Native()).isFalse();
        assertThat(described.enableDns64()).isFalse();
        assertThat(described.privateDnsNameOptionsOnLaunch().hostnameTypeAsString())
                .isEqualTo("ip-name");
        assertThat(described.tags()).extracting(Tag::value).containsExactly("one");
    }

    @ParameterizedTest
    @CsvSource({
        "10.0.0.0/28, 11",
        "10.0.0.0/16, 65531",
    })
    void fiveAddressesAreReserved(String cidr, int available) {
        assertThat(subnet(cidr).availableIpAddressCount()).isEqualTo(available);
    }

    @Test
    void bitsBelowThePrefixAreCleared() {
        assertThat(subnet("10.0.1.77/24").cidrBlock()).isEqualTo("10.0.1.0/24");
    }

    @ParameterizedTest
    @CsvSource({
        "not-a-cidr, InvalidParameterValue",
        "10.0.0.0/29, InvalidSubnet.Range",
        "10.0.0.0/15, InvalidSubnet.Range",
        "10.1.0.0/24, InvalidSubnet.Range",
        "10.0.9.0/24, InvalidSubnet.Conflict",
        "10.0.8.0/23, InvalidSubnet.Conflict",
        "10.0.9.128/25, InvalidSubnet.Conflict",
    })
    void impossibleCidrBlocksAreRefused(String cidr, String code) {
        subnet("10.0.9.0/24");
        Expect.awsError(code, () -> subnet(cidr));
    }

    @Test
    void errorsHaveAwsTexts() {
        Expect.awsError("InvalidSubnet.Range", "The CIDR '192.168.0.0/24' is invalid.", () -> subnet("192.168.0.0/24"));
        subnet("10.0.0.0/24");
        Expect.awsError(
                "InvalidSubnet.Conflict",
                "The CIDR '10.0.0.0/24' conflicts with another subnet",
                () -> subnet("10.0.0.0/24"));
        Expect.awsError(
                "InvalidSubnetID.NotFound",
                "The subnet ID 'subnet-00000000000000000' does not exist",
                () -> ec2.deleteSubnet(r -> r.subnetId("subnet-00000000000000000")));
        Expect.awsError("InvalidSubnetID.NotFound", () -> ec2.deleteSubnet(r -> r.subnetId("subnet-xyz")));
        Expect.awsError(
                "InvalidVpcID.NotFound",
                () -> ec2.createSubnet(r -> r.vpcId("vpc-00000000000000000").cidrBlock("10.0.0.0/24")));
    }

    @ParameterizedTest
    @CsvSource({"us-east-1c, ,", " , use1-az4,"})
    void zonesGoByNameOrById(String name, String id) {
        Subnet subnet = ec2.createSubnet(r -> r.vpcId(vpc)
                        .cidrBlock("10.0.0.0/24")
                        .availabilityZone(name)
                        .availabilityZoneId(id))
                .subnet();
        assertThat(name == null ? subnet.availabilityZoneId() : subnet.availabilityZone())
                .isEqualTo(name == null ? id : name);
        assertThat(subnet.availabilityZone()).startsWith("us-east-1");
        assertThat(subnet.availabilityZoneId()).startsWith("use1-az");
    }

    @Test
    void anUnknownZoneIsRefusedWithTheListOfZones() {
        var error = Expect.awsError(
                "InvalidParameterValue",
                () -> ec2.createSubnet(
                        r -> r.vpcId(vpc).cidrBlock("10.0.0.0/24").availabilityZone("us-east-1z")));
        assertThat(error.awsErrorDetails().errorMessage())
                .startsWith(
                        "Value (us-east-1z) for parameter availabilityZone is invalid. Subnets can currently only be"
                                + " created in the following availability zones: us-east-1a, ");
    }

    @Test
    void aVpcAndABlockInUseCannotBeDeleted() {
        String association = ec2.associateVpcCidrBlock(r -> r.vpcId(vpc).cidrBlock("10.7.0.0/16"))
                .cidrBlockAssociation()
                .associationId();
        String subnet = subnet("10.7.1.0/24").subnetId();
        Expect.awsError(
                "DependencyViolation",
                "The vpc '" + vpc + "' has dependencies and cannot be deleted.",
                () -> ec2.deleteVpc(r -> r.vpcId(vpc)));
        Expect.awsError(
                "InvalidCidrBlock.InUse", () -> ec2.disassociateVpcCidrBlock(r -> r.associationId(association)));
        ec2.deleteSubnet(r -> r.subnetId(subnet));
        ec2.disassociateVpcCidrBlock(r -> r.associationId(association));
        ec2.deleteVpc(r -> r.vpcId(vpc));
        Expect.awsError("InvalidSubnetID.NotFound", () -> ec2.describeSubnets(r -> r.subnetIds(subnet)));
    }

    @ParameterizedTest
    @CsvSource({
        "vpc-id, {vpc}",
        "subnet-id, {subnet}",
        "cidr-block, 10.0.5.0/24",
        "cidr, 10.0.5.*",
        "availability-zone, us-east-1b",
        "availability-zone-id, {zoneId}",
        "available-ip-address-count, 251",
        "default-for-az, false",
        "map-public-ip-on-launch, true",
        "ipv6-native, false",
        "enable-dns64, false",
        "state, available",
        "owner-id, {owner}",
        "subnet-arn, *{subnet}",
        "private-dns-name-options-on-launch.hostname-type, ip-name",
        "tag:Name, wanted",
        "tag-key, Name",
    })
    void subnetsAreFoundByFilter(String name, String pattern) {
        Subnet wanted = ec2.createSubnet(r -> r.vpcId(vpc)
                        .cidrBlock("10.0.5.0/24")
                        .availabilityZone("us-east-1b")
                        .tagSpecifications(TagSpecification.builder()
                                .resourceType("subnet")
                                .tags(Tag.builder().key("Name").value("wanted").build())
                                .build()))
                .subnet();
        ec2.modifySubnetAttribute(r -> r.subnetId(wanted.subnetId()).mapPublicIpOnLaunch(a -> a.value(true)));
        String value = pattern.replace("{vpc}", vpc)
                .replace("{subnet}", wanted.subnetId())
                .replace("{owner}", wanted.ownerId())
                .replace("{zoneId}", wanted.availabilityZoneId());
        assertThat(ec2.describeSubnets(r -> r.filters(filter(name, value), filter("vpc-id", vpc)))
                        .subnets())
                .extracting(Subnet::subnetId)
                .containsExactly(wanted.subnetId());
        assertThat(ec2.describeSubnets(r -> r.filters(filter(name, "nothing-like-it")))
                        .subnets())
                .isEmpty();
    }

    @Test
    void anUnknownFilterIsRefused() {
        Expect.awsError(
                "InvalidParameterValue",
                "The filter 'colour' is invalid",
                () -> ec2.describeSubnets(r -> r.filters(filter("colour", "red"))));
    }

    /** Our guess: AWS's text for missing parameters. */
    @Test
    void missingParametersAreRejected() {
        Expect.awsError("MissingParameter", () -> ec2.createSubnet(r -> r.vpcId(vpc)));
        Expect.awsError("MissingParameter", () -> ec2.createSubnet(r -> r.cidrBlock("10.0.0.0/24")));
    }

    @Test
    void pagesHaveTheRequestedSize() {
        for (int i = 0; i < 7; i++) {
            subnet("10.0." + i + ".0/24");
        }
        var first = ec2.describeSubnets(r -> r.filters(filter("vpc-id", vpc)).maxResults(5));
        assertThat(first.subnets()).hasSize(5);
        assertThat(ec2.describeSubnets(r ->
                                r.filters(filter("vpc-id", vpc)).maxResults(5).nextToken(first.nextToken()))
                        .subnets())
                .extracting(Subnet::cidrBlock)
                .containsExactly("10.0.5.0/24", "10.0.6.0/24");
        Expect.awsError("InvalidParameterValue", () -> ec2.describeSubnets(r -> r.maxResults(4)));
    }

    private Subnet subnet(String cidr) {
        return ec2.createSubnet(
                        CreateSubnetRequest.builder().vpcId(vpc).cidrBlock(cidr).build())
                .subnet();
    }

    private static Filter filter(String name, String value) {
        return Filter.builder().name(name).values(value).build();
    }
}
