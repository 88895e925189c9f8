package io.vpclocal.network.peering;

import static org.assertj.core.api.Assertions.assertThat;

import io.vpclocal.testing.Aws;
import io.vpclocal.testing.EmulatorTest;
import io.vpclocal.testing.Expect;
import java.util.List;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import software.amazon.awssdk.services.ec2.Ec2Client;
import software.amazon.awssdk.services.ec2.model.IpPermission;
import software.amazon.awssdk.services.ec2.model.SecurityGroupReference;
import software.amazon.awssdk.services.ec2.model.StaleSecurityGroup;
import software.amazon.awssdk.services.ec2.model.UserIdGroupPair;

/** Rules that name a group of a peer (AWS documentation, VPC Peering Guide: "Update your security groups"). */
@EmulatorTest
class PeerGroupsTest {

    @Autowired
    private Aws aws;

    @Test
    void aRuleRefersToAPeersGroupUntilItIsStale() {
        TwoVpcs vpcs = TwoVpcs.ofTwoAccounts(aws);
        String connection = vpcs.connected();
        String own = group(vpcs.accepter(), vpcs.accepterVpc());
        String peer = group(vpcs.requester(), vpcs.requesterVpc());
        allow(vpcs.accepter(), own, g -> g.groupId(peer).userId(vpcs.requesterAccount()));
        UserIdGroupPair pair = vpcs.accepter()
                .describeSecurityGroups(r -> r.groupIds(own))
                .securityGroups()
                .get(0)
                .ipPermissions()
                .get(0)
                .userIdGroupPairs()
                .get(0);
        assertThat(pair.groupId()).isEqualTo(peer);
        assertThat(pair.userId()).isEqualTo(vpcs.requesterAccount());
        assertThat(pair.vpcPeeringConnectionId()).isEqualTo(connection);
        assertThat(pair.peeringStatus()).isEqualTo("active");
        List<SecurityGroupReference> references = vpcs.requester()
                .describeSecurityGroupReferences(r -> r.groupId(peer))
                .securityGroupReferenceSet();
        assertThat(references).singleElement().satisfies(reference -> {
            assertThat(reference.referencingVpcId()).isEqualTo(vpcs.accepterVpc());
            assertThat(reference.vpcPeeringConnectionId()).isEqualTo(connection);
        });
        assertThat(stale(vpcs)).isEmpty();

        vpcs.requester().deleteVpcPeeringConnection(r -> r.vpcPeeringConnectionId(connection));
        assertThat(stale(vpcs)).extracting(StaleSecurityGroup::groupId).containsExactly(own);
    }

    @Test
    void rulesReferOnlyToGroupsOfPeersInTheRegion() {
        TwoVpcs strangers = TwoVpcs.ofTwoAccounts(aws);
        strangers.requested();
        String own = group(strangers.accepter(), strangers.accepterVpc());
        String other = group(strangers.requester(), strangers.requesterVpc());
        Expect.awsError(
                "InvalidGroup.NotFound",
                () -> allow(strangers.accepter(), own, g -> g.groupId(other).userId(strangers.requesterAccount())));

        TwoVpcs far = TwoVpcs.ofTwoRegions(aws);
        far.connected();
        String here = group(far.accepter(), far.accepterVpc());
        String there = group(far.requester(), far.requesterVpc());
        Expect.awsError("InvalidGroup.NotFound", () -> allow(far.accepter(), here, g -> g.groupId(there)));
        assertThat(far.accepter()
                        .describeSecurityGroups(r -> r.groupIds(here))
                        .securityGroups()
                        .get(0)
                        .ipPermissions())
                .isEmpty();
    }

    private static List<StaleSecurityGroup> stale(TwoVpcs vpcs) {
        return vpcs.accepter()
                .describeStaleSecurityGroups(r -> r.vpcId(vpcs.accepterVpc()))
                .staleSecurityGroupSet();
    }

    private static String group(Ec2Client ec2, String vpc) {
        return ec2.createSecurityGroup(r -> r.vpcId(vpc).groupName("web").description("web"))
                .groupId();
    }

    private static void allow(Ec2Client ec2, String group, Consumer<UserIdGroupPair.Builder> peer) {
        UserIdGroupPair.Builder pair = UserIdGroupPair.builder();
        peer.accept(pair);
        IpPermission permission = IpPermission.builder()
                .ipProtocol("tcp")
                .fromPort(443)
                .toPort(443)
                .userIdGroupPairs(pair.build())
                .build();
        ec2.authorizeSecurityGroupIngress(r -> r.groupId(group).ipPermissions(permission));
    }
}
