package io.vpclocal.network.blockpublicaccess;

import io.vpclocal.testing.Aws;
import io.vpclocal.testing.Expect;
import io.vpclocal.testing.OtherEmulatorTest;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import software.amazon.awssdk.services.ec2.Ec2Client;

/** The quota of exclusions (AWS documentation, VPC User Guide: quotas). The code is our guess. */
@OtherEmulatorTest
class ExclusionQuotaTest {

    @Autowired
    private Aws aws;

    @Test
    void aRegionHas50Exclusions() {
        Ec2Client ec2 = aws.ec2(Aws.newAccount());
        String vpc = ec2.createVpc(r -> r.cidrBlock("10.0.0.0/16")).vpc().vpcId();
        for (int i = 0; i < 50; i++) {
            exclude(ec2, subnet(ec2, vpc, i));
        }
        String last = subnet(ec2, vpc, 50);
        Expect.awsError("VpcBlockPublicAccessExclusionLimitExceeded", () -> exclude(ec2, last));
    }

    private static String subnet(Ec2Client ec2, String vpc, int number) {
        return ec2.createSubnet(r -> r.vpcId(vpc).cidrBlock("10.0." + number + ".0/24"))
                .subnet()
                .subnetId();
    }

    private static void exclude(Ec2Client ec2, String subnet) {
        ec2.createVpcBlockPublicAccessExclusion(
                r -> r.subnetId(subnet).internetGatewayExclusionMode("allow-bidirectional"));
    }
}
