package io.vpclocal.network.peering;

import io.vpclocal.testing.Aws;
import io.vpclocal.testing.Expect;
import io.vpclocal.testing.OtherEmulatorTest;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import software.amazon.awssdk.services.ec2.Ec2Client;

/** Quotas of peering connections (AWS documentation, VPC User Guide: quotas). */
@OtherEmulatorTest
class PeeringQuotasTest {

    private record Accepter(String account, Ec2Client ec2, String vpc) {}

    @Autowired
    private Aws aws;

    @Test
    void aVpcHas25OutstandingRequests() {
        Ec2Client ec2 = aws.ec2(Aws.newAccount());
        String vpc = TwoVpcs.vpc(ec2, "10.0.0.0/16");
        List<Accepter> accepters = accepters(26);
        List<String> requests = new ArrayList<>();
        accepters.subList(0, 25).forEach(accepter -> requests.add(request(ec2, vpc, accepter)));
        Accepter last = accepters.get(25);
        Expect.awsError("OutstandingVpcPeeringConnectionLimitExceeded", () -> request(ec2, vpc, last));
        accepters.get(0).ec2().acceptVpcPeeringConnection(r -> r.vpcPeeringConnectionId(requests.get(0)));
        request(ec2, vpc, last);
    }

    /** The code is AWS's (EC2 API Reference: error codes); its message is our guess. */
    @Test
    void aVpcHas50ActiveConnections() {
        Ec2Client ec2 = aws.ec2(Aws.newAccount());
        String vpc = TwoVpcs.vpc(ec2, "10.0.0.0/16");
        List<Accepter> accepters = accepters(51);
        String first = "";
        for (Accepter accepter : accepters.subList(0, 50)) {
            first = request(ec2, vpc, accepter);
            accept(accepter, first);
        }
        Accepter last = accepters.get(50);
        String refused = request(ec2, vpc, last);
        Expect.awsError("VpcPeeringConnectionsPerVpcLimitExceeded", () -> accept(last, refused));
        String ended = first;
        ec2.deleteVpcPeeringConnection(r -> r.vpcPeeringConnectionId(ended));
        accept(last, refused);
    }

    private static void accept(Accepter accepter, String connection) {
        accepter.ec2().acceptVpcPeeringConnection(r -> r.vpcPeeringConnectionId(connection));
    }

    private static String request(Ec2Client ec2, String vpc, Accepter accepter) {
        return ec2.createVpcPeeringConnection(
                        r -> r.vpcId(vpc).peerVpcId(accepter.vpc()).peerOwnerId(accepter.account()))
                .vpcPeeringConnection()
                .vpcPeeringConnectionId();
    }

    /** Five VPCs an account, as its quota allows. */
    private List<Accepter> accepters(int count) {
        List<Accepter> accepters = new ArrayList<>();
        String account = "";
        for (int i = 0; i < count; i++) {
            account = i % 5 == 0 ? Aws.newAccount() : account;
            Ec2Client ec2 = aws.ec2(account);
            accepters.add(new Accepter(account, ec2, TwoVpcs.vpc(ec2, "10." + (i + 1) + ".0.0/16")));
        }
        return accepters;
    }
}
