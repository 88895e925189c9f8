package io.vpclocal.network;

import static org.assertj.core.api.Assertions.assertThat;

import io.vpclocal.testing.Aws;
import io.vpclocal.testing.EmulatorTest;
import io.vpclocal.testing.NamedCalls;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import software.amazon.awssdk.services.ec2.Ec2Client;

/** Requests that AWS refuses, with the texts of its answers as users of AWS recorded them. */
@EmulatorTest
class RecordedRefusalsTest {

    private final String account = Aws.newAccount();

    @Autowired
    private Aws aws;

    private Ec2Client ec2;
    private String vpc;
    private String subnet;

    @BeforeEach
    void network() {
        ec2 = aws.ec2(account);
        vpc = ec2.createVpc(r -> r.cidrBlock("10.0.0.0/16")).vpc().vpcId();
        subnet = ec2.createSubnet(r -> r.vpcId(vpc).cidrBlock("10.0.1.0/24"))
                .subnet()
                .subnetId();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "CreateTags&ResourceId.1=VPC | InvalidParameterValue Value ( empty ) for parameter tagSet is invalid. You"
                        + " must specify one or more tags to create",
                "CreateTags&Tag.1.Key=a&Tag.1.Value=b | MissingParameter The request must contain the parameter"
                        + " resourceIdSet",
                "DeleteTags&Tag.1.Key=a | MissingParameter The request must contain the parameter resourceIdSet",
                "CreateCustomerGateway&Type=ipsec.1&BgpAsn=65000 | MissingParameter The request must contain the parameter"
                        + " ipAddress",
                "AllocateAddress&Address=52.27.68.220 | InvalidAddress.NotFound The Elastic IP address '52.27.68.220' does"
                        + " not exist or is not available.",
                "AllocateAddress&PublicIpv4Pool=InvalidIpV4Address | InvalidParameterValue invalid value for parameter pool:"
                        + " InvalidIpV4Address",
                "AllocateAddress&PublicIpv4Pool=InvalidIpV4Address&Address=52.27.68.220 | InvalidParameterCombination The"
                        + " parameter PublicIpv4Pool cannot be used with the parameter Address",
                "CreateNatGateway&SubnetId=SUBNET&VpcId=VPC | MissingParameter VpcId is not supported for a NAT gateway"
                        + " with availability mode zonal.",
                "CreateNatGateway&SubnetId=SUBNET&VpcId=VPC&AvailabilityMode=zonal | MissingParameter VpcId is not"
                        + " supported for a NAT gateway with availability mode zonal.",
                "CreateNatGateway&SubnetId=SUBNET | MissingParameter The request must include the AllocationId parameter."
                        + " Add the required parameter and retry the request.",
                "CreateNatGateway&SubnetId=SUBNET&ConnectivityType=private&AllocationId=eipalloc-0123456789abcdef0 |"
                        + " InvalidParameterCombination AllocationId cannot be specified for a NAT Gateway with Connectivity"
                        + " Type private.",
                "CreateTransitGateway&Options.AmazonSideAsn=64511 | InvalidParameterValue Value (64511) for parameter"
                        + " amazonSideAsn is invalid.",
                "CreateTransitGateway&Options.AmazonSideAsn=4294967295 | InvalidParameterValue Value (4294967295) for"
                        + " parameter amazonSideAsn is invalid.",
                "CreateVolume&AvailabilityZone=us-east-1a&Size=1&KmsKeyId=k | InvalidParameterDependency The parameter"
                        + " [KmsKeyId] requires the parameter Encrypted to be set.",
                "CreateVolume&AvailabilityZone=us-east-1a&Size=1&KmsKeyId=k&Encrypted=false | InvalidParameterDependency The"
                        + " parameter [KmsKeyId] requires the parameter Encrypted to be set.",
                "CreateKeyPair&KeyName=+probe+ | InvalidParameterValue Invalid value ' probe ' for keyName. It should be"
                        + " trimmed",
                "ImportKeyPair&KeyName=k&PublicKeyMaterial=w6TDtsO8 | InvalidParameterValue Value for parameter"
                        + " PublicKeyMaterial is invalid. Character sets beyond ASCII are not supported.",
                "CreateDhcpOptions | MissingParameter The request must contain the parameter dhcpConfigurations",
                "CreateSecurityGroup&GroupName=default&GroupDescription=d&VpcId=VPC | InvalidGroup.Reserved Cannot use"
                        + " reserved security group name: default",
                "CreateNetworkInterface&SubnetId=SUBNET&PrivateIpAddresses.1.PrivateIpAddress=10.0.1.8"
                        + "&PrivateIpAddresses.1.Primary=true&PrivateIpAddresses.2.PrivateIpAddress=10.0.1.9"
                        + "&PrivateIpAddresses.2.Primary=true | InvalidParameterCombination Only one primary private IP"
                        + " address can be specified.",
                "CreateLaunchTemplate&LaunchTemplateName=both&LaunchTemplateData.InstanceType=t3.micro"
                        + "&LaunchTemplateData.InstanceRequirements.VCpuCount.Min=1"
                        + "&LaunchTemplateData.InstanceRequirements.MemoryMiB.Min=1 | InvalidParameterCombination Either the"
                        + " instance type or the instance requirements can be specified in the request, but not both",
                "CreateTransitGatewayRoute&TransitGatewayRouteTableId=tgw-rtb-0123456789abcdef0"
                        + "&DestinationCidrBlock=10.1.0.0/16&Blackhole=true"
                        + "&TransitGatewayAttachmentId=tgw-attach-0123456789abcdef0 | InvalidParameterCombination The request"
                        + " must contain exactly one of Blackhole, or TransitGatewayAttachmentId"
            })
    void requests(String call, String error) throws Exception {
        assertThat(error(call)).isEqualTo(error);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "SecurityGroupId.1= | InvalidParameterValue Value () for parameter groupId is invalid. The value cannot be"
                        + " empty",
                "SecurityGroup.1= | InvalidParameterValue Value () for parameter groupId is invalid. The value cannot be"
                        + " empty",
                "SubnetId=SUBNET&SecurityGroupId.1=sg-bbfe0e | InvalidGroup.NotFound The security group 'sg-bbfe0e' does not"
                        + " exist in VPC 'VPC'",
                "NetworkInterface.1.DeviceIndex=0&NetworkInterface.1.SubnetId=SUBNET"
                        + "&NetworkInterface.1.SecurityGroupId.1=sg-0123456789abcdef0 | InvalidGroup.NotFound The security"
                        + " group 'sg-0123456789abcdef0' does not exist in VPC 'VPC'",
                "EnclaveOptions.Enabled=true&HibernationOptions.Configured=true | InvalidParameterCombination You cannot"
                        + " enable Nitro Enclaves and hibernation on the same instance.",
                "NetworkInterface.1.DeviceIndex=1&NetworkInterface.1.SubnetId=SUBNET"
                        + "&NetworkInterface.1.AssociatePublicIpAddress=true | InvalidParameterValue The"
                        + " associatePublicIPAddress parameter can only be specified for the network interface with"
                        + " DeviceIndex 0",
                "NetworkInterface.1.DeviceIndex=0&SecurityGroupId.1=sg-0123456789abcdef0 | InvalidParameterCombination"
                        + " Network interfaces and an instance-level security groups may not be specified on the same"
                        + " request",
                "NetworkInterface.1.DeviceIndex=0&NetworkInterface.1.InterfaceType=zz | InvalidParameterValue 'zz' is not a"
                        + " valid value for interface type. Enter a valid value and try again.",
                "InstanceType=c5.xlarge&CpuOptions.ThreadsPerCore=3 | InvalidParameterValue A value of 3 for ThreadsPerCore"
                        + " is not a valid value for the c5.xlarge instance type. Valid values are [1, 2].",
                "InstanceType=c5.xlarge&CpuOptions.CoreCount=0 | InvalidParameterValue A value of 0 for CoreCount is not a"
                        + " valid value for the c5.xlarge instance type. Valid values are [2].",
                "InstanceType=m5.large&CreditSpecification.CpuCredits=unlimited | InvalidParameterCombination The m5.large"
                        + " instance type does not support T2 Unlimited."
            })
    void launches(String parameters, String error) throws Exception {
        assertThat(error("RunInstances&ImageId=ami-0123456789abcdef0&MinCount=1&MaxCount=1&" + parameters))
                .isEqualTo(error.replace("'VPC'", "'" + vpc + "'"));
    }

    @Test
    void aLongPublicKeyIsRefused() throws Exception {
        String material = Base64.getEncoder().encodeToString("a".repeat(2049).getBytes(StandardCharsets.US_ASCII));
        assertThat(error("ImportKeyPair&KeyName=k&PublicKeyMaterial=" + material))
                .isEqualTo(
                        "InvalidParameterValue Value for parameter PublicKeyMaterial is invalid. Length exceeds maximum"
                                + " of 2048.");
    }

    /** UNVERIFIED: that CreateNetworkInterface has the text of RunInstances. */
    @ParameterizedTest
    @ValueSource(strings = {"branch", "zz", "nat_gateway"})
    void interfaceTypes(String type) throws Exception {
        assertThat(error("CreateNetworkInterface&SubnetId=SUBNET&InterfaceType=" + type))
                .isEqualTo("InvalidParameterValue '" + type + "' is not a valid value for interface type. Enter a valid"
                        + " value and try again.");
    }

    /** Recorded: 100.64.0.0/16, 223.255.0.0/16 and 240.0.0.0/16 are permitted. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "224.0.0.0/16",
                "239.255.0.0/16",
                "127.0.0.0/16",
                "169.254.0.0/16",
                "169.254.8.0/24",
                "0.0.0.0/16",
                "10.0.0.0/15",
                "10.0.0.0/29"
            })
    void blocksThatNoVpcHas(String block) throws Exception {
        String error = "InvalidVpc.Range The CIDR '" + block + "' is invalid.";
        assertThat(error("CreateVpc&CidrBlock=" + block)).isEqualTo(error);
        assertThat(error("AssociateVpcCidrBlock&VpcId=VPC&CidrBlock=" + block)).isEqualTo(error);
    }

    @ParameterizedTest
    @ValueSource(strings = {"100.64.0.0/16", "223.255.0.0/16", "240.0.0.0/16", "128.0.0.0/16", "1.0.0.0/16"})
    void blocksOutsideOfThePrivateRanges(String block) throws Exception {
        assertThat(error("CreateVpc&CidrBlock=" + block)).isEmpty();
    }

    private String error(String call) throws Exception {
        return new NamedCalls(aws, account)
                .error("Action=" + call.replace("=VPC", "=" + vpc).replace("=SUBNET", "=" + subnet));
    }
}
