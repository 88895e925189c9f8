package io.vpclocal.network.peering;

import static io.vpclocal.network.peering.TwoVpcs.describe;
import static io.vpclocal.network.peering.TwoVpcs.state;
import static org.assertj.core.api.Assertions.assertThat;

import io.vpclocal.protocol.clock.EmulatorClock;
import io.vpclocal.testing.Aws;
import io.vpclocal.testing.EmulatorTest;
import io.vpclocal.testing.Expect;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import software.amazon.awssdk.services.ec2.Ec2Client;
import software.amazon.awssdk.services.ec2.model.Filter;
import software.amazon.awssdk.services.ec2.model.Tag;
import software.amazon.awssdk.services.ec2.model.VpcPeeringConnection;
import software.amazon.awssdk.services.ec2.model.VpcPeeringConnectionVpcInfo;

/** Expected answers: AWS documentation (EC2 API Reference; VPC Peering Guide) unless a test says otherwise. */
@EmulatorTest
class PeeringConnectionTest {

    private static final String NOT_FOUND = "InvalidVpcPeeringConnectionID.NotFound";

    @Autowired
    private Aws aws;

    @Autowired
    private EmulatorClock clock;

    @AfterEach
    void realTime() {
        clock.real();
    }

    @Test
    void aRequestShowsTheRequestersBlocksAndExpiresAfterSevenDays() {
        TwoVpcs vpcs = TwoVpcs.ofTwoAccounts(aws);
        VpcPeeringConnection created = vpcs.request();
        assertThat(created.vpcPeeringConnectionId()).matches("pcx-[0-9a-f]{17}");
        assertThat(created.status().codeAsString()).isEqualTo("initiating-request");
        assertThat(created.status().message()).isEqualTo("Initiating Request to " + vpcs.accepterAccount());
        assertThat(created.requesterVpcInfo().cidrBlock()).isEqualTo("10.0.0.0/16");
        assertThat(created.requesterVpcInfo().region()).isEqualTo("us-east-1");
        assertThat(created.accepterVpcInfo().cidrBlock()).isNull();
        assertThat(created.accepterVpcInfo().vpcId()).isEqualTo(vpcs.accepterVpc());

        for (Ec2Client side : List.of(vpcs.requester(), vpcs.accepter())) {
            VpcPeeringConnection shown = describe(side, created.vpcPeeringConnectionId());
            assertThat(shown.status().codeAsString()).isEqualTo("pending-acceptance");
            assertThat(shown.status().message()).isEqualTo("Pending Acceptance by " + vpcs.accepterAccount());
            assertThat(shown.expirationTime()).isEqualTo(created.expirationTime());
            assertThat(shown.requesterVpcInfo().ownerId()).isEqualTo(vpcs.requesterAccount());
        }
        clock.advance(Duration.ofDays(7).minusMinutes(1));
        assertThat(state(vpcs.accepter(), created.vpcPeeringConnectionId())).isEqualTo("pending-acceptance");
        clock.advance(Duration.ofMinutes(2));
        assertThat(state(vpcs.accepter(), created.vpcPeeringConnectionId())).isEqualTo("expired");
        Expect.awsError(
                "InvalidStateTransition",
                "Invalid state transition for " + created.vpcPeeringConnectionId()
                        + ", attempted to transition from expired to provisioning",
                () -> vpcs.accepter()
                        .acceptVpcPeeringConnection(r -> r.vpcPeeringConnectionId(created.vpcPeeringConnectionId())));
        clock.advance(Duration.ofDays(2));
        Expect.awsError(NOT_FOUND, () -> describe(vpcs.requester(), created.vpcPeeringConnectionId()));
    }

    @Test
    void anAcceptedRequestIsActiveForBothSides() {
        TwoVpcs vpcs = TwoVpcs.ofTwoRegions(aws);
        vpcs.accepter().associateVpcCidrBlock(r -> r.vpcId(vpcs.accepterVpc()).cidrBlock("10.2.0.0/16"));
        String id = vpcs.requested();
        VpcPeeringConnection accepted = vpcs.accepter()
                .acceptVpcPeeringConnection(r -> r.vpcPeeringConnectionId(id))
                .vpcPeeringConnection();
        assertThat(accepted.status().codeAsString()).isEqualTo("provisioning");
        assertThat(accepted.status().message()).isEqualTo("Provisioning");
        for (Ec2Client side : List.of(vpcs.requester(), vpcs.accepter())) {
            VpcPeeringConnection shown = describe(side, id);
            assertThat(shown.status().codeAsString()).isEqualTo("active");
            assertThat(shown.status().message()).isEqualTo("Active");
            assertThat(shown.expirationTime()).isNull();
            VpcPeeringConnectionVpcInfo accepter = shown.accepterVpcInfo();
            assertThat(accepter.region()).isEqualTo("us-west-2");
            assertThat(accepter.cidrBlock()).isEqualTo("10.1.0.0/16");
            assertThat(accepter.cidrBlockSet())
                    .extracting(block -> block.cidrBlock())
                    .containsExactly("10.1.0.0/16", "10.2.0.0/16");
            assertThat(accepter.peeringOptions().allowDnsResolutionFromRemoteVpc())
                    .isFalse();
        }
    }

    @Test
    void eachSideHasTagsOfItsOwn() {
        TwoVpcs vpcs = TwoVpcs.ofTwoAccounts(aws);
        String id = vpcs.requester()
                .createVpcPeeringConnection(r -> r.vpcId(vpcs.requesterVpc())
                        .peerVpcId(vpcs.accepterVpc())
                        .peerOwnerId(vpcs.accepterAccount())
                        .tagSpecifications(s -> s.resourceType("vpc-peering-connection")
                                .tags(t -> t.key("Side").value("requester"))))
                .vpcPeeringConnection()
                .vpcPeeringConnectionId();
        assertThat(describe(vpcs.requester(), id).tags()).extracting(Tag::value).containsExactly("requester");
        assertThat(describe(vpcs.accepter(), id).tags()).isEmpty();
        vpcs.accepter().createTags(r -> r.resources(id).tags(t -> t.key("Side").value("accepter")));
        assertThat(describe(vpcs.accepter(), id).tags()).extracting(Tag::value).containsExactly("accepter");
        assertThat(describe(vpcs.requester(), id).tags()).extracting(Tag::value).containsExactly("requester");
        Expect.awsError(NOT_FOUND, () -> aws.ec2()
                .createTags(r -> r.resources(id).tags(t -> t.key("a").value("b"))));
    }

    @Test
    void aRejectedRequestStaysVisibleLongerToTheRequester() {
        TwoVpcs vpcs = TwoVpcs.ofTwoAccounts(aws);
        String id = vpcs.requested();
        Expect.awsError(
                "OperationNotPermitted",
                "User (" + vpcs.requesterAccount() + ") cannot reject peering " + id,
                () -> vpcs.requester().rejectVpcPeeringConnection(r -> r.vpcPeeringConnectionId(id)));
        assertThat(vpcs.accepter()
                        .rejectVpcPeeringConnection(r -> r.vpcPeeringConnectionId(id))
                        .returnValue())
                .isTrue();
        assertThat(state(vpcs.requester(), id)).isEqualTo("rejected");
        // Reported by users of cleanup tools.
        Expect.awsError(
                "InvalidStateTransition",
                "Invalid state transition for " + id + ", attempted to transition from rejected to deleting",
                () -> vpcs.requester().deleteVpcPeeringConnection(r -> r.vpcPeeringConnectionId(id)));
        clock.advance(Duration.ofHours(2));
        Expect.awsError(NOT_FOUND, () -> describe(vpcs.accepter(), id));
        assertThat(state(vpcs.requester(), id)).isEqualTo("rejected");
        clock.advance(Duration.ofHours(46));
        Expect.awsError(NOT_FOUND, () -> describe(vpcs.requester(), id));
    }

    @Test
    void aDeletedConnectionStaysVisibleLongerToTheOtherSide() {
        TwoVpcs vpcs = TwoVpcs.ofTwoAccounts(aws);
        String id = vpcs.connected();
        vpcs.accepter().deleteVpcPeeringConnection(r -> r.vpcPeeringConnectionId(id));
        assertThat(describe(vpcs.requester(), id).status().message()).isEqualTo("Deleted by " + vpcs.accepterAccount());
        assertThat(state(vpcs.accepter(), id)).isEqualTo("deleted");
        clock.advance(Duration.ofHours(2));
        Expect.awsError(NOT_FOUND, () -> describe(vpcs.accepter(), id));
        assertThat(state(vpcs.requester(), id)).isEqualTo("deleted");
        assertThat(vpcs.requested()).as("a new connection can be requested").isNotEqualTo(id);
    }

    @Test
    void aRequestIsDeletedByItsRequesterOnly() {
        TwoVpcs vpcs = TwoVpcs.ofTwoAccounts(aws);
        String id = vpcs.requested();
        Expect.awsError(
                "OperationNotPermitted",
                "User (" + vpcs.accepterAccount() + ") cannot delete peering " + id,
                () -> vpcs.accepter().deleteVpcPeeringConnection(r -> r.vpcPeeringConnectionId(id)));
        vpcs.requester().deleteVpcPeeringConnection(r -> r.vpcPeeringConnectionId(id));
        assertThat(state(vpcs.accepter(), id)).isEqualTo("deleted");
    }

    /** A secondary block counts like the primary one. The text is from bug reports. */
    @ParameterizedTest
    @CsvSource({"10.0.128.0/17", "10.9.0.0/24"})
    void vpcsThatOverlapFail(String cidr) {
        TwoVpcs vpcs = TwoVpcs.ofOneAccount(aws);
        vpcs.requester().associateVpcCidrBlock(r -> r.vpcId(vpcs.requesterVpc()).cidrBlock("10.9.0.0/16"));
        String peer = TwoVpcs.vpc(vpcs.requester(), cidr);
        VpcPeeringConnection created = vpcs.requester()
                .createVpcPeeringConnection(r -> r.vpcId(vpcs.requesterVpc()).peerVpcId(peer))
                .vpcPeeringConnection();
        assertThat(created.status().codeAsString()).isEqualTo("initiating-request");
        String id = created.vpcPeeringConnectionId();
        assertThat(state(vpcs.requester(), id)).isEqualTo("failed");
        assertThat(describe(vpcs.requester(), id).status().message())
                .isEqualTo("Failed due to incorrect VPC-ID, Account ID, or overlapping CIDR range");
        Expect.awsError(
                "InvalidStateTransition",
                "Invalid state transition for " + id + ", attempted to transition from failed to deleting",
                () -> vpcs.requester().deleteVpcPeeringConnection(r -> r.vpcPeeringConnectionId(id)));
        clock.advance(Duration.ofHours(2));
        Expect.awsError(NOT_FOUND, () -> describe(vpcs.requester(), id));
    }

    @Test
    void anUnknownAccepterMakesTheConnectionFail() {
        TwoVpcs vpcs = TwoVpcs.ofTwoAccounts(aws);
        String id = vpcs.requester()
                .createVpcPeeringConnection(r -> r.vpcId(vpcs.requesterVpc())
                        .peerVpcId(vpcs.accepterVpc())
                        .peerOwnerId(vpcs.accepterAccount())
                        .peerRegion("eu-west-1"))
                .vpcPeeringConnection()
                .vpcPeeringConnectionId();
        assertThat(state(vpcs.requester(), id)).isEqualTo("failed");
        Expect.awsError(NOT_FOUND, () -> describe(vpcs.accepter(), id));
    }

    @Test
    void theFiltersOfTheApiFindIt() {
        TwoVpcs vpcs = TwoVpcs.ofTwoAccounts(aws);
        String id = vpcs.connected();
        vpcs.requester().createTags(r -> r.resources(id).tags(t -> t.key("k").value("v")));
        for (String[] filter : new String[][] {
            {"accepter-vpc-info.cidr-block", "10.1.0.0/16"},
            {"accepter-vpc-info.owner-id", vpcs.accepterAccount()},
            {"accepter-vpc-info.vpc-id", vpcs.accepterVpc()},
            {"requester-vpc-info.cidr-block", "10.0.0.0/16"},
            {"requester-vpc-info.owner-id", vpcs.requesterAccount()},
            {"requester-vpc-info.vpc-id", vpcs.requesterVpc()},
            {"status-code", "active"},
            {"status-message", "Active"},
            {"tag:k", "v"},
            {"tag-key", "k"},
            {"vpc-peering-connection-id", id},
        }) {
            assertThat(find(vpcs.requester(), filter[0], filter[1]))
                    .as(filter[0])
                    .containsExactly(id);
            assertThat(find(vpcs.requester(), filter[0], "other")).as(filter[0]).isEmpty();
        }
        String pending = TwoVpcs.vpc(vpcs.accepter(), "10.7.0.0/16");
        VpcPeeringConnection request = vpcs.requester()
                .createVpcPeeringConnection(
                        r -> r.vpcId(vpcs.requesterVpc()).peerVpcId(pending).peerOwnerId(vpcs.accepterAccount()))
                .vpcPeeringConnection();
        assertThat(find(vpcs.requester(), "expiration-time", "20*Z")).containsExactly(request.vpcPeeringConnectionId());
        Expect.awsError(
                "InvalidParameterValue",
                "The filter 'region' is invalid",
                () -> find(vpcs.requester(), "region", "us-east-1"));
    }

    private static List<String> find(Ec2Client ec2, String name, String value) {
        return ec2
                .describeVpcPeeringConnections(
                        r -> r.filters(Filter.builder().name(name).values(value).build()))
                .vpcPeeringConnections()
                .stream()
                .map(VpcPeeringConnection::vpcPeeringConnectionId)
                .toList();
    }
}
