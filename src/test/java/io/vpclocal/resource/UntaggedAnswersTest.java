package io.vpclocal.resource;

import static org.assertj.core.api.Assertions.assertThat;

import io.vpclocal.testing.Aws;
import io.vpclocal.testing.EmulatorTest;
import io.vpclocal.testing.NamedCalls;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import software.amazon.awssdk.services.ec2.Ec2Client;

/**
 * Whether answers about resources without tags have an empty tag set. Recorded from AWS, except key pairs and volumes: AWS
 * CLI examples. UNVERIFIED: NAT gateways, of which only an old recording is known, and launch templates.
 */
@EmulatorTest
class UntaggedAnswersTest {

    private final String account = Aws.newAccount();

    @Autowired
    private Aws aws;

    private String vpc;
    private String subnet;

    @BeforeEach
    void resources() {
        Ec2Client ec2 = aws.ec2(account);
        vpc = ec2.createVpc(r -> r.cidrBlock("10.0.0.0/16")).vpc().vpcId();
        subnet = ec2.createSubnet(r -> r.vpcId(vpc).cidrBlock("10.0.0.0/24"))
                .subnet()
                .subnetId();
        ec2.allocateAddress();
        ec2.createNetworkInterface(r -> r.subnetId(subnet));
        ec2.createNatGateway(r -> r.subnetId(subnet).connectivityType("private"));
        ec2.createLaunchTemplate(
                r -> r.launchTemplateName("template").launchTemplateData(data -> data.instanceType("t3.micro")));
        ec2.runInstances(r -> r.imageId("ami-12345678").minCount(1).maxCount(1).subnetId(subnet));
        ec2.createKeyPair(r -> r.keyName("first"));
        ec2.createVpcEndpoint(r -> r.vpcId(vpc).serviceName("com.amazonaws.us-east-1.s3"));
    }

    @ParameterizedTest
    @CsvSource({
        "CreateSecurityGroup&GroupName=a&GroupDescription=b&VpcId={VPC}, false",
        "DescribeSecurityGroups, false",
        "GetSecurityGroupsForVpc&VpcId={VPC}, true",
        "CreateVpc&CidrBlock=10.1.0.0/16, true",
        "DescribeVpcs, false",
        "CreateSubnet&VpcId={VPC}&CidrBlock=10.0.1.0/24, false",
        "DescribeSubnets, false",
        "CreateNetworkInterface&SubnetId={SUBNET}, true",
        "DescribeNetworkInterfaces, true",
        "CreateRouteTable&VpcId={VPC}, true",
        "DescribeRouteTables, true",
        "DescribeNetworkAcls, true",
        "CreateInternetGateway, true",
        "DescribeAddresses, false",
        "DescribeNatGateways, false",
        "DescribeInstances, false",
        "CreateVolume&AvailabilityZone=us-east-1a&Size=8, true",
        "DescribeVolumes, false",
        "CreateKeyPair&KeyName=second, false",
        "DescribeKeyPairs, true",
        "DescribeLaunchTemplates, false",
        "DescribeManagedPrefixLists, true",
        "DescribeVpcEndpoints, true",
        "DescribeVpcEndpointServices, true",
        "CreateVpnGateway&Type=ipsec.1, false"
    })
    void answers(String call, boolean written) throws Exception {
        String answer = new NamedCalls(aws, account)
                .success("Action=" + call.replace("{VPC}", vpc).replace("{SUBNET}", subnet));
        assertThat(answer.contains("<tagSet")).as(answer).isEqualTo(written);
    }
}
