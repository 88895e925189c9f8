package io.vpclocal.network.peering;

import static org.assertj.core.api.Assertions.assertThat;

import io.vpclocal.testing.Aws;
import io.vpclocal.testing.EmulatorTest;
import io.vpclocal.testing.Expect;
import io.vpclocal.testing.People;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.ec2.Ec2Client;

/** IAM policies for peering connections (AWS documentation: Service Authorization Reference of Amazon EC2). */
@EmulatorTest
class PeeringPermissionsTest {

    private static final String VPC = "arn:aws:ec2:us-east-1:%s:vpc/%s";

    @Autowired
    private Aws aws;

    @Autowired
    private People people;

    @Test
    void aRequestIsLimitedToOneAccepter() {
        TwoVpcs vpcs = TwoVpcs.ofOneAccount(aws);
        String account = vpcs.requesterAccount();
        String condition = "\"ArnEquals\":{\"ec2:AccepterVpc\":\"" + VPC.formatted(account, vpcs.accepterVpc()) + "\"}";
        String policy = "{\"Version\":\"2012-10-17\",\"Statement\":["
                + "{\"Effect\":\"Allow\",\"Action\":\"ec2:CreateVpcPeeringConnection\",\"Resource\":\"arn:aws:ec2:*:*:vpc/*\"},"
                + "{\"Effect\":\"Allow\",\"Action\":\"ec2:CreateVpcPeeringConnection\","
                + "\"Resource\":\"arn:aws:ec2:*:*:vpc-peering-connection/*\",\"Condition\":{" + condition + "}}]}";
        Ec2Client ana = aws.ec2(people.user(account, "ana", policy), Region.US_EAST_1);
        String other = TwoVpcs.vpc(vpcs.requester(), "10.7.0.0/16");
        Expect.awsError(
                "UnauthorizedOperation",
                () -> ana.createVpcPeeringConnection(
                        r -> r.vpcId(vpcs.requesterVpc()).peerVpcId(other)));
        assertThat(ana.createVpcPeeringConnection(
                                r -> r.vpcId(vpcs.requesterVpc()).peerVpcId(vpcs.accepterVpc()))
                        .vpcPeeringConnection()
                        .vpcPeeringConnectionId())
                .isNotNull();
    }

    @Test
    void acceptingNeedsTheConnectionAndTheVpc() {
        TwoVpcs vpcs = TwoVpcs.ofOneAccount(aws);
        String account = vpcs.requesterAccount();
        String id = vpcs.requested();
        String onConnection = "arn:aws:ec2:us-east-1:" + account + ":vpc-peering-connection/" + id;
        String action = "ec2:AcceptVpcPeeringConnection";
        Ec2Client ben = aws.ec2(people.user(account, "ben", People.allowing(action, onConnection)), Region.US_EAST_1);
        Expect.awsError(
                "UnauthorizedOperation", () -> ben.acceptVpcPeeringConnection(r -> r.vpcPeeringConnectionId(id)));
        people.allow(account, "ben", People.allowing(action, "arn:aws:ec2:us-east-1:" + account + ":vpc*"));
        ben.acceptVpcPeeringConnection(r -> r.vpcPeeringConnectionId(id));
        assertThat(TwoVpcs.state(vpcs.requester(), id)).isEqualTo("active");
    }
}
