package io.vpclocal.network.prefixlist;

import static org.assertj.core.api.Assertions.assertThat;

import io.vpclocal.testing.EmulatorTest;
import io.vpclocal.testing.Expect;
import java.util.List;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.ec2.model.CreateManagedPrefixListRequest;
import software.amazon.awssdk.services.ec2.model.ManagedPrefixList;

/** Shapes and rules: AWS documentation, VPC User Guide: "Customer-managed prefix lists", and EC2 API Reference. */
@EmulatorTest
class ManagedPrefixListTest extends PrefixListTestBase {

    @Test
    void aListIsCreatedAtVersionOne() {
        ManagedPrefixList created = lists.create(5, "10.0.0.0/8", "192.168.0.0/16");
        assertThat(created.prefixListId()).matches("pl-[0-9a-f]{17}");
        assertThat(created.stateAsString()).isEqualTo("create-in-progress");
        assertThat(created.prefixListArn())
                .isEqualTo("arn:aws:ec2:us-east-1:" + account + ":prefix-list/" + created.prefixListId());

        ManagedPrefixList described = lists.describe(created.prefixListId());
        assertThat(described.stateAsString()).isEqualTo("create-complete");
        assertThat(described.version()).isEqualTo(1);
        assertThat(described.maxEntries()).isEqualTo(5);
        assertThat(described.addressFamily()).isEqualTo("IPv4");
        assertThat(described.ownerId()).isEqualTo(account);
        assertThat(lists.cidrs(created.prefixListId(), null)).containsExactly("10.0.0.0/8", "192.168.0.0/16");
    }

    @Test
    void eachEntryChangeCreatesAVersionThatCanBeReadAndRestored() {
        String id = lists.create(5, "10.0.0.0/8", "192.168.0.0/16").prefixListId();
        ManagedPrefixList modified = ec2.modifyManagedPrefixList(r -> r.prefixListId(id)
                        .currentVersion(1L)
                        .addEntries(TestLists.add("172.16.0.0/12"))
                        .removeEntries(TestLists.remove("10.0.0.0/8")))
                .prefixList();
        assertThat(modified.version()).isEqualTo(2);
        assertThat(modified.stateAsString()).isEqualTo("modify-in-progress");
        assertThat(lists.describe(id).stateAsString()).isEqualTo("modify-complete");
        assertThat(lists.cidrs(id, 1L)).containsExactly("10.0.0.0/8", "192.168.0.0/16");
        assertThat(lists.cidrs(id, null)).containsExactly("192.168.0.0/16", "172.16.0.0/12");

        ec2.restoreManagedPrefixListVersion(
                r -> r.prefixListId(id).previousVersion(1L).currentVersion(2L));
        assertThat(lists.describe(id).version()).isEqualTo(3);
        assertThat(lists.describe(id).stateAsString()).isEqualTo("restore-complete");
        assertThat(lists.cidrs(id, 3L)).containsExactlyInAnyOrder("10.0.0.0/8", "192.168.0.0/16");
        assertThat(lists.cidrs(id, 2L)).containsExactly("192.168.0.0/16", "172.16.0.0/12");
    }

    @Test
    void nameAndSizeChangeWithoutANewVersion() {
        String id = lists.create(1, "10.0.0.0/8").prefixListId();
        ec2.modifyManagedPrefixList(r -> r.prefixListId(id).prefixListName("renamed"));
        ec2.modifyManagedPrefixList(r -> r.prefixListId(id).maxEntries(7));
        assertThat(lists.describe(id).prefixListName()).isEqualTo("renamed");
        assertThat(lists.describe(id).maxEntries()).isEqualTo(7);
        assertThat(lists.describe(id).version()).isEqualTo(1);
    }

    /** A Terraform acceptance test that runs against AWS: tags are filters, though the reference does not list them. */
    @Test
    void listsAreFoundByTheirTags() {
        String id = lists.create(1, "10.0.0.0/8").prefixListId();
        lists.create(1, "10.0.0.0/8");
        ec2.createTags(r -> r.resources(id).tags(t -> t.key("Name").value("office")));
        assertThat(found("tag:Name", "office")).containsExactly(id);
        assertThat(found("tag-key", "Name")).containsExactly(id);
        assertThat(found("tag:Name", "home")).isEmpty();
    }

    private List<String> found(String filter, String value) {
        return ec2.describeManagedPrefixLists(r -> r.filters(f -> f.name(filter).values(value))).prefixLists().stream()
                .map(ManagedPrefixList::prefixListId)
                .toList();
    }

    @Test
    void aDeletedListIsNotFound() {
        String id = lists.create(1).prefixListId();
        assertThat(ec2.deleteManagedPrefixList(r -> r.prefixListId(id))
                        .prefixList()
                        .stateAsString())
                .isEqualTo("delete-in-progress");
        Expect.awsError(
                "InvalidPrefixListID.NotFound",
                "The prefix list ID '" + id + "' does not exist",
                () -> lists.describe(id));
    }

    @Test
    void clientTokensMakeCreationIdempotent() {
        CreateManagedPrefixListRequest request = TestLists.request(3, "10.0.0.0/8").toBuilder()
                .clientToken("once")
                .build();
        String first = ec2.createManagedPrefixList(request).prefixList().prefixListId();
        assertThat(ec2.createManagedPrefixList(request).prefixList().prefixListId())
                .isEqualTo(first);
        Expect.awsError(
                "IdempotentParameterMismatch",
                () -> ec2.createManagedPrefixList(
                        request.toBuilder().maxEntries(4).build()));
    }
}
