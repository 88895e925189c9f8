package io.vpclocal.network.peering;

import static org.assertj.core.api.Assertions.assertThat;

import io.vpclocal.testing.Aws;
import io.vpclocal.testing.EmulatorTest;
import io.vpclocal.testing.Expect;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import software.amazon.awssdk.services.ec2.Ec2Client;

/** Errors about peering connections, which leave nothing behind. Texts about options: recorded from AWS. */
@EmulatorTest
class PeeringRefusalsTest {

    @Autowired
    private Aws aws;

    @Test
    void aRequestNeedsAVpcOfTheCallerAndValidParameters() {
        TwoVpcs vpcs = TwoVpcs.ofOneAccount(aws);
        Ec2Client ec2 = vpcs.requester();
        Expect.awsError("MissingParameter", () -> ec2.createVpcPeeringConnection(r -> r.peerVpcId(vpcs.accepterVpc())));
        Expect.awsError("MissingParameter", () -> ec2.createVpcPeeringConnection(r -> r.vpcId(vpcs.requesterVpc())));
        Expect.awsError(
                "InvalidVpcID.NotFound",
                () -> ec2.createVpcPeeringConnection(
                        r -> r.vpcId("vpc-0123456789abcdef0").peerVpcId(vpcs.accepterVpc())));
        Expect.awsError(
                "InvalidParameterValue",
                () -> ec2.createVpcPeeringConnection(r -> r.vpcId(vpcs.requesterVpc())
                        .peerVpcId(vpcs.accepterVpc())
                        .peerOwnerId("12")));
        Expect.awsError(
                "InvalidParameterValue",
                () -> ec2.createVpcPeeringConnection(r -> r.vpcId(vpcs.requesterVpc())
                        .peerVpcId(vpcs.accepterVpc())
                        .peerRegion("moon-1")));
        Expect.awsError(
                "DryRunOperation",
                () -> ec2.createVpcPeeringConnection(r -> r.vpcId(vpcs.requesterVpc())
                        .peerVpcId(vpcs.accepterVpc())
                        .dryRun(true)));
        assertThat(ec2.describeVpcPeeringConnections(r -> {}).vpcPeeringConnections())
                .isEmpty();
    }

    @Test
    void unknownIdsAreNotFound() {
        Ec2Client ec2 = aws.ec2();
        String id = "pcx-0123456789abcdef0";
        String code = "InvalidVpcPeeringConnectionID.NotFound";
        Expect.awsError(code, () -> ec2.acceptVpcPeeringConnection(r -> r.vpcPeeringConnectionId(id)));
        Expect.awsError(code, () -> ec2.rejectVpcPeeringConnection(r -> r.vpcPeeringConnectionId(id)));
        Expect.awsError(code, () -> ec2.deleteVpcPeeringConnection(r -> r.vpcPeeringConnectionId(id)));
        Expect.awsError(code, () -> TwoVpcs.describe(ec2, id));
        Expect.awsError(
                code,
                () -> ec2.modifyVpcPeeringConnectionOptions(r -> r.vpcPeeringConnectionId(id)
                        .requesterPeeringConnectionOptions(o -> o.allowDnsResolutionFromRemoteVpc(true))));
        Expect.awsError(
                "InvalidVpcPeeringConnectionId.Malformed",
                () -> ec2.deleteVpcPeeringConnection(r -> r.vpcPeeringConnectionId("pcx-nothing")));
    }

    @Test
    void onlyTheAccepterAcceptsAndOnlyInItsRegion() {
        TwoVpcs accounts = TwoVpcs.ofTwoAccounts(aws);
        String id = accounts.requested();
        Expect.awsError(
                "OperationNotPermitted",
                "User (" + accounts.requesterAccount() + ") cannot accept peering " + id,
                () -> accounts.requester().acceptVpcPeeringConnection(r -> r.vpcPeeringConnectionId(id)));

        TwoVpcs regions = TwoVpcs.ofTwoRegions(aws);
        String far = regions.requested();
        Expect.awsError(
                "OperationNotPermitted",
                "Incorrect region (us-east-1) specified for this request. VPC peering connection " + far
                        + " must be accepted in region us-west-2",
                () -> regions.requester().acceptVpcPeeringConnection(r -> r.vpcPeeringConnectionId(far)));
    }

    @Test
    void twoVpcsHaveOneConnectionInOneDirection() {
        TwoVpcs vpcs = TwoVpcs.ofTwoAccounts(aws);
        vpcs.connected();
        Expect.awsError("VpcPeeringConnectionAlreadyExists", vpcs::request);
    }

    @Test
    void optionsAreForTheOwnSideOfAnActiveConnection() {
        TwoVpcs vpcs = TwoVpcs.ofTwoAccounts(aws);
        String id = vpcs.requested();
        Expect.awsError(
                "OperationNotPermitted",
                "Peering " + id + " is not active. Peering options can be added only to active peerings.",
                () -> requesterResolves(vpcs.requester(), id));
        vpcs.accepter().acceptVpcPeeringConnection(r -> r.vpcPeeringConnectionId(id));
        Expect.awsError(
                "OperationNotPermitted",
                "User " + vpcs.accepterAccount()
                        + " does not have permission to modify the requester side peering options",
                () -> requesterResolves(vpcs.accepter(), id));
        Expect.awsError(
                "InvalidVpcPeeringConnectionState.DnsHostnamesDisabled", () -> requesterResolves(vpcs.requester(), id));
        vpcs.requester().modifyVpcAttribute(r -> r.vpcId(vpcs.requesterVpc()).enableDnsHostnames(v -> v.value(true)));
        requesterResolves(vpcs.requester(), id);
        for (Ec2Client side : new Ec2Client[] {vpcs.requester(), vpcs.accepter()}) {
            assertThat(TwoVpcs.describe(side, id)
                            .requesterVpcInfo()
                            .peeringOptions()
                            .allowDnsResolutionFromRemoteVpc())
                    .isTrue();
        }
    }

    /** AWS documentation, VPC User Guide: "Delete your VPC"; a pending request does not keep the requester's VPC. */
    @Test
    void deletingAVpcDeletesItsConnections() {
        TwoVpcs vpcs = TwoVpcs.ofTwoAccounts(aws);
        String id = vpcs.connected();
        vpcs.requester().deleteVpc(r -> r.vpcId(vpcs.requesterVpc()));
        assertThat(TwoVpcs.state(vpcs.accepter(), id)).isEqualTo("deleted");

        TwoVpcs pending = TwoVpcs.ofTwoAccounts(aws);
        String request = pending.requested();
        Expect.awsError("DependencyViolation", () -> pending.accepter().deleteVpc(r -> r.vpcId(pending.accepterVpc())));
        assertThat(TwoVpcs.state(pending.accepter(), request)).isEqualTo("pending-acceptance");
    }

    @Test
    void aBlockThatOverlapsThePeerIsNotAdded() {
        TwoVpcs vpcs = TwoVpcs.ofTwoAccounts(aws);
        vpcs.connected();
        Expect.awsError("InvalidVpc.Range", () -> vpcs.accepter()
                .associateVpcCidrBlock(r -> r.vpcId(vpcs.accepterVpc()).cidrBlock("10.0.128.0/20")));
        vpcs.accepter().associateVpcCidrBlock(r -> r.vpcId(vpcs.accepterVpc()).cidrBlock("10.2.0.0/20"));
    }

    private static void requesterResolves(Ec2Client ec2, String id) {
        ec2.modifyVpcPeeringConnectionOptions(r -> r.vpcPeeringConnectionId(id)
                .requesterPeeringConnectionOptions(o -> o.allowDnsResolutionFromRemoteVpc(true)));
    }
}
