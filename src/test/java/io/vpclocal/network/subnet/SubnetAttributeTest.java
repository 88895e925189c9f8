package io.vpclocal.network.subnet;

import static org.assertj.core.api.Assertions.assertThat;

import io.vpclocal.network.Cidr;
import io.vpclocal.testing.Aws;
import io.vpclocal.testing.EmulatorTest;
import io.vpclocal.testing.Expect;
import java.math.BigInteger;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.beans.factory.annotation.Autowired;
import software.amazon.awssdk.services.ec2.Ec2Client;
import software.amazon.awssdk.services.ec2.model.ModifySubnetAttributeRequest;
import software.amazon.awssdk.services.ec2.model.Subnet;
import software.amazon.awssdk.services.ec2.model.Vpc;

/** Expected answers: AWS documentation (EC2 API Reference, VPC User Guide) unless a test says otherwise. */
@EmulatorTest
class SubnetAttributeTest {

    @Autowired
    private Aws aws;

    private Ec2Client ec2;
    private String vpc;
    private Cidr ipv6;

    @BeforeEach
    void newVpcWithIpv6() {
        ec2 = aws.ec2();
        Vpc created = ec2.createVpc(r -> r.cidrBlock("10.0.0.0/16").amazonProvidedIpv6CidrBlock(true))
                .vpc();
        vpc = created.vpcId();
        ipv6 = Cidr.parse(created.ipv6CidrBlockAssociationSet().get(0).ipv6CidrBlock())
                .orElseThrow();
    }

    static Stream<Arguments> attributes() {
        return Stream.of(
                attribute(r -> r.mapPublicIpOnLaunch(a -> a.value(true)), Subnet::mapPublicIpOnLaunch, true),
                attribute(
                        r -> r.assignIpv6AddressOnCreation(a -> a.value(true)),
                        Subnet::assignIpv6AddressOnCreation,
                        true),
                attribute(r -> r.enableDns64(a -> a.value(true)), Subnet::enableDns64, true),
                attribute(
                        r -> r.privateDnsHostnameTypeOnLaunch("resource-name"),
                        s -> s.privateDnsNameOptionsOnLaunch().hostnameTypeAsString(),
                        "resource-name"),
                attribute(
                        r -> r.enableResourceNameDnsARecordOnLaunch(a -> a.value(true)),
                        s -> s.privateDnsNameOptionsOnLaunch().enableResourceNameDnsARecord(),
                        true),
                attribute(
                        r -> r.enableResourceNameDnsAAAARecordOnLaunch(a -> a.value(true)),
                        s -> s.privateDnsNameOptionsOnLaunch().enableResourceNameDnsAAAARecord(),
                        true));
    }

    @ParameterizedTest
    @MethodSource("attributes")
    void eachAttributeCanBeChanged(
            Consumer<ModifySubnetAttributeRequest.Builder> change, Function<Subnet, Object> read, Object expected) {
        String id = dualStack("10.0.0.0/24", 0).subnetId();
        assertThat(read.apply(describe(id))).isNotEqualTo(expected);
        ec2.modifySubnetAttribute(r -> change.accept(r.subnetId(id)));
        assertThat(read.apply(describe(id))).isEqualTo(expected);
    }

    /** Our guess at the codes. */
    @Test
    void oneCallChangesOneAttribute() {
        String id = dualStack("10.0.0.0/24", 0).subnetId();
        Expect.awsError("InvalidParameterCombination", () -> ec2.modifySubnetAttribute(r -> r.subnetId(id)));
        Expect.awsError(
                "InvalidParameterCombination",
                () -> ec2.modifySubnetAttribute(r ->
                        r.subnetId(id).mapPublicIpOnLaunch(a -> a.value(true)).enableDns64(a -> a.value(true))));
    }

    @Test
    void ipv6AttributesNeedAnIpv6Block() {
        String id = ec2.createSubnet(r -> r.vpcId(vpc).cidrBlock("10.0.0.0/24"))
                .subnet()
                .subnetId();
        Expect.awsError(
                "InvalidParameterValue",
                () -> ec2.modifySubnetAttribute(r -> r.subnetId(id).assignIpv6AddressOnCreation(a -> a.value(true))));
    }

    @Test
    void anIpv6BlockIsAssociatedAndDisassociated() {
        String id = ec2.createSubnet(r -> r.vpcId(vpc).cidrBlock("10.0.0.0/24"))
                .subnet()
                .subnetId();
        var association = ec2.associateSubnetCidrBlock(r -> r.subnetId(id).ipv6CidrBlock(block(1)))
                .ipv6CidrBlockAssociation();
        assertThat(association.ipv6CidrBlockState().stateAsString()).isEqualTo("associating");
        assertThat(association.associationId()).startsWith("subnet-cidr-assoc-");
        assertThat(describe(id).ipv6CidrBlockAssociationSet()).singleElement().satisfies(a -> assertThat(
                        a.ipv6CidrBlockState().stateAsString())
                .isEqualTo("associated"));
        assertThat(ec2.disassociateSubnetCidrBlock(r -> r.associationId(association.associationId()))
                        .ipv6CidrBlockAssociation()
                        .ipv6CidrBlockState()
                        .stateAsString())
                .isEqualTo("disassociating");
        assertThat(describe(id).ipv6CidrBlockAssociationSet()).isEmpty();
        Expect.awsError(
                "InvalidSubnetCidrBlockAssociationID.NotFound",
                () -> ec2.disassociateSubnetCidrBlock(r -> r.associationId(association.associationId())));
    }

    @ParameterizedTest
    @CsvSource({
        "2600::/64, InvalidSubnet.Range",
        "{vpc}/65, InvalidSubnet.Range",
        "{vpc}/62, InvalidSubnet.Range",
        "{vpc}/64, InvalidSubnet.Conflict",
        "nonsense, InvalidParameterValue",
    })
    void impossibleIpv6BlocksAreRefused(String cidr, String code) {
        dualStack("10.0.0.0/24", 0);
        Expect.awsError(
                code,
                () -> ec2.createSubnet(
                        r -> r.vpcId(vpc).cidrBlock("10.0.1.0/24").ipv6CidrBlock(cidr.replace("{vpc}", ipv6.at(0)))));
    }

    @Test
    void anIpv6OnlySubnetHasNoIpv4Addresses() {
        Subnet subnet = ec2.createSubnet(r -> r.vpcId(vpc).ipv6Native(true).ipv6CidrBlock(block(10)))
                .subnet();
        assertThat(subnet.cidrBlock()).isNull();
        assertThat(subnet.availableIpAddressCount()).isZero();
        assertThat(subnet.ipv6Native()).isTrue();
        assertThat(subnet.assignIpv6AddressOnCreation()).isTrue();
    }

    /** EC2 API Reference, ModifySubnetAttribute. UNVERIFIED: code and text. */
    @Test
    void hostsInAnIpv6OnlySubnetAreNamedByTheInstance() {
        String subnet = ec2.createSubnet(r -> r.vpcId(vpc).ipv6Native(true).ipv6CidrBlock(block(10)))
                .subnet()
                .subnetId();
        Expect.awsError(
                "InvalidParameterCombination",
                "The subnet '" + subnet + "' is IPv6-only. Its instances can only have names of type resource-name.",
                () -> ec2.modifySubnetAttribute(r -> r.subnetId(subnet).privateDnsHostnameTypeOnLaunch("ip-name")));
        ec2.modifySubnetAttribute(r -> r.subnetId(subnet).privateDnsHostnameTypeOnLaunch("resource-name"));
    }

    /** Tests that run against AWS. */
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '"',
            value = {
                "| | MissingParameter | Either 'ipv6CidrBlock' or 'ipv6IpamPoolId' should be provided.",
                "10.0.1.0/24 | | MissingParameter | Either 'ipv6CidrBlock' or 'ipv6IpamPoolId' should be provided.",
                "10.0.1.0/24 | 1080::1:200C:417A/112 | InvalidParameterCombination | When specifying ipv4 parameters,"
                        + " cidrBlock or ipv4IpamPoolId, you cannot set ipv6Native to true."
            })
    void anIpv6OnlySubnetHasAnIpv6BlockAlone(
            @Nullable String ipv4Block, @Nullable String ipv6Block, String code, String message) {
        Expect.awsError(
                code,
                message,
                () -> ec2.createSubnet(
                        r -> r.vpcId(vpc).ipv6Native(true).cidrBlock(ipv4Block).ipv6CidrBlock(ipv6Block)));
    }

    @Test
    void onlyADefaultVpcHasDefaultSubnets() {
        Ec2Client without = aws.ec2WithoutDefaultVpc();
        Ec2Client empty = aws.ec2WithoutDefaultVpc();
        Expect.awsError(
                "DefaultVpcDoesNotExist", () -> empty.createDefaultSubnet(r -> r.availabilityZone("us-east-1a")));
    }

    private Subnet dualStack(String cidr, int number) {
        return ec2.createSubnet(r -> r.vpcId(vpc).cidrBlock(cidr).ipv6CidrBlock(block(number)))
                .subnet();
    }

    /** The VPC's IPv6 block of that number. */
    private String block(int number) {
        return ipv6.at(BigInteger.valueOf(number).shiftLeft(64)) + "/64";
    }

    private Subnet describe(String id) {
        return ec2.describeSubnets(r -> r.subnetIds(id)).subnets().get(0);
    }

    private static Arguments attribute(
            Consumer<ModifySubnetAttributeRequest.Builder> change, Function<Subnet, Object> read, Object expected) {
        return Arguments.of(change, read, expected);
    }
}
