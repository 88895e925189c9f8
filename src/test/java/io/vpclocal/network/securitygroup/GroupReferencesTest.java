package io.vpclocal.network.securitygroup;

import static io.vpclocal.network.securitygroup.Groups.ports;
import static io.vpclocal.network.securitygroup.Groups.tcpFrom;
import static org.assertj.core.api.Assertions.assertThat;

import io.vpclocal.testing.EmulatorTest;
import io.vpclocal.testing.Expect;
import java.util.List;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.ec2.model.IpPermission;
import software.amazon.awssdk.services.ec2.model.ManagedPrefixList;
import software.amazon.awssdk.services.ec2.model.SecurityGroup;

/** Finding groups and references between them. AWS documentation, EC2 API Reference. */
@EmulatorTest
class GroupReferencesTest extends GroupTestBase {

    @Test
    void aGroupThatOthersReferToCannotBeDeletedUntilTheyNoLongerDo() {
        String peer = groups.create("peer");
        groups.allow(peer, tcpFrom(1, peer));
        String rule = groups.allow(group, tcpFrom(1, peer));
        Expect.awsError(
                "DependencyViolation",
                "resource " + peer + " has a dependent object",
                () -> ec2.deleteSecurityGroup(r -> r.groupId(peer)));
        ec2.revokeSecurityGroupIngress(r -> r.groupId(group).securityGroupRuleIds(rule));
        ec2.deleteSecurityGroup(r -> r.groupId(peer));
    }

    @Test
    void aCustomersPrefixListInUseIsKnownToBe() {
        String list = ec2.createManagedPrefixList(
                        r -> r.prefixListName("l").addressFamily("IPv4").maxEntries(1))
                .prefixList()
                .prefixListId();
        groups.allow(
                group,
                ports("tcp", 1, 1).prefixListIds(p -> p.prefixListId(list)).build());
        assertThat(ec2.getManagedPrefixListAssociations(r -> r.prefixListId(list))
                        .prefixListAssociations())
                .extracting(association -> association.resourceId())
                .containsExactly(group);
    }

    /**
     * Against AWS, a prefix list in use can be asked to be deleted, and users report the state that follows.
     * UNVERIFIED: the message of that state.
     */
    @Test
    void deletionOfAPrefixListInUseFailsAfterTheAnswer() {
        String list = ec2.createManagedPrefixList(
                        r -> r.prefixListName("l").addressFamily("IPv4").maxEntries(1))
                .prefixList()
                .prefixListId();
        IpPermission rule =
                ports("tcp", 1, 1).prefixListIds(p -> p.prefixListId(list)).build();
        groups.allow(group, rule);

        assertThat(ec2.deleteManagedPrefixList(r -> r.prefixListId(list))
                        .prefixList()
                        .stateAsString())
                .isEqualTo("delete-in-progress");
        assertThat(described(list)).singleElement().satisfies(kept -> {
            assertThat(kept.stateAsString()).isEqualTo("delete-failed");
            assertThat(kept.stateMessage()).isEqualTo("The prefix list is referenced by resources.");
        });

        ec2.modifyManagedPrefixList(r -> r.prefixListId(list).prefixListName("kept"));
        assertThat(described(list)).singleElement().satisfies(kept -> {
            assertThat(kept.stateAsString()).isEqualTo("modify-complete");
            assertThat(kept.stateMessage()).isNull();
        });

        ec2.revokeSecurityGroupIngress(r -> r.groupId(group).ipPermissions(rule));
        ec2.deleteManagedPrefixList(r -> r.prefixListId(list));
        Expect.awsError("InvalidPrefixListID.NotFound", () -> described(list));
    }

    private List<ManagedPrefixList> described(String list) {
        return ec2.describeManagedPrefixLists(r -> r.prefixListIds(list)).prefixLists();
    }

    @Test
    void groupsAreFoundByTheirRules() {
        String peer = groups.create("peer");
        groups.allow(
                group,
                ports("udp", 53, 54)
                        .ipRanges(r -> r.cidrIp("10.0.0.0/8"))
                        .ipv6Ranges(r -> r.cidrIpv6("2001:db8::/32"))
                        .prefixListIds(p -> p.prefixListId(S3_LIST))
                        .userIdGroupPairs(p -> p.groupId(peer))
                        .build());
        SecurityGroup found = groups.describe(group);
        for (String[] filter : new String[][] {
            {"ip-permission.protocol", "udp"},
            {"ip-permission.from-port", "53"},
            {"ip-permission.to-port", "54"},
            {"ip-permission.cidr", "10.0.*"},
            {"ip-permission.ipv6-cidr", "2001:db8::/32"},
            {"ip-permission.prefix-list-id", S3_LIST},
            {"ip-permission.group-id", peer},
            {"ip-permission.group-name", "peer"},
            {"egress.ip-permission.protocol", "-1"},
            {"egress.ip-permission.cidr", "0.0.0.0/0"},
            {"group-name", "we?"},
            {"group-id", group},
            {"owner-id", found.ownerId()},
            {"ip-permission.user-id", found.ownerId()},
            {"description", "d"},
        }) {
            assertThat(groups.find(filter[0], filter[1])).as(filter[0]).contains(found);
        }
        for (String nothing : List.of(
                "egress.ip-permission.from-port",
                "egress.ip-permission.to-port",
                "egress.ip-permission.ipv6-cidr",
                "egress.ip-permission.prefix-list-id",
                "egress.ip-permission.group-id",
                "egress.ip-permission.group-name",
                "egress.ip-permission.user-id")) {
            assertThat(groups.find(nothing, "*")).as(nothing).isEmpty();
        }
        Expect.awsError(
                "InvalidParameterValue",
                "The filter 'ip-permission.port' is invalid",
                () -> groups.find("ip-permission.port", "1"));
    }

    @Test
    void aVpcsGroupsAndTheReferencesBetweenVpcsCanBeAskedFor() {
        assertThat(ec2.getSecurityGroupsForVpc(r -> r.vpcId(groups.vpc())).securityGroupForVpcs())
                .extracting(found -> found.groupName())
                .containsExactly("default", "web");
        assertThat(ec2.getSecurityGroupsForVpc(r -> r.vpcId(groups.vpc()).filters(Groups.filter("group-name", "web")))
                        .securityGroupForVpcs())
                .singleElement()
                .satisfies(found -> assertThat(found.primaryVpcId()).isEqualTo(groups.vpc()));
        assertThat(ec2.describeStaleSecurityGroups(r -> r.vpcId(groups.vpc())).staleSecurityGroupSet())
                .isEmpty();
        assertThat(ec2.describeSecurityGroupReferences(r -> r.groupId(group)).securityGroupReferenceSet())
                .isEmpty();
        Expect.awsError(
                "InvalidVpcID.NotFound", () -> ec2.getSecurityGroupsForVpc(r -> r.vpcId("vpc-0123456789abcdef0")));
    }
}
