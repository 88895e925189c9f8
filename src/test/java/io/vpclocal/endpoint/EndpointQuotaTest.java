package io.vpclocal.endpoint;

import static io.vpclocal.endpoint.Network.KMS;
import static io.vpclocal.endpoint.Network.S3;

import io.vpclocal.testing.Aws;
import io.vpclocal.testing.Expect;
import io.vpclocal.testing.OtherEmulatorTest;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** AWS PrivateLink Guide: "AWS PrivateLink quotas"; the text was reported by a user. */
@OtherEmulatorTest
class EndpointQuotaTest {

    private static final String FULL = "The maximum number of VPC endpoints has been reached.";

    @Autowired
    private Aws aws;

    @Test
    void aRegionHasTwentyGateways() {
        Network one = new Network(aws.ec2());
        Network two = new Network(one.ec2);
        String last = "";
        for (int i = 0; i < 10; i++) {
            one.gateway(S3);
            last = two.gateway(S3).vpcEndpointId();
        }
        Expect.awsError("VpcEndpointLimitExceeded", FULL, () -> one.gateway(S3));
        two.delete(last);
        one.gateway(S3);
    }

    @Test
    void aVpcHasFiftyInterfaceEndpoints() {
        Network one = new Network(aws.ec2());
        for (int i = 0; i < 50; i++) {
            one.interfaceTo(KMS);
        }
        Expect.awsError("VpcEndpointLimitExceeded", FULL, () -> one.interfaceTo(KMS));
        new Network(one.ec2).interfaceTo(KMS);
    }
}
