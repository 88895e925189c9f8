package io.vpclocal.network.prefixlist;

import java.util.List;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.ec2.Ec2Client;
import software.amazon.awssdk.services.ec2.model.AddPrefixListEntry;
import software.amazon.awssdk.services.ec2.model.CreateManagedPrefixListRequest;
import software.amazon.awssdk.services.ec2.model.ManagedPrefixList;
import software.amazon.awssdk.services.ec2.model.PrefixListEntry;
import software.amazon.awssdk.services.ec2.model.RemovePrefixListEntry;

/** The prefix lists of an account. */
record TestLists(Ec2Client ec2) {

    ManagedPrefixList create(int size, String... cidrs) {
        return ec2.createManagedPrefixList(request(size, cidrs)).prefixList();
    }

    static CreateManagedPrefixListRequest request(int size, String... cidrs) {
        return CreateManagedPrefixListRequest.builder()
                .prefixListName("mine")
                .addressFamily("IPv4")
                .maxEntries(size)
                .entries(List.of(cidrs).stream().map(TestLists::add).toList())
                .build();
    }

    static AddPrefixListEntry add(String cidr) {
        return AddPrefixListEntry.builder().cidr(cidr).description("of a test").build();
    }

    static RemovePrefixListEntry remove(String cidr) {
        return RemovePrefixListEntry.builder().cidr(cidr).build();
    }

    ManagedPrefixList describe(String id) {
        return ec2.describeManagedPrefixLists(r -> r.prefixListIds(id))
                .prefixLists()
                .get(0);
    }

    List<String> cidrs(String id, @Nullable Long version) {
        return ec2.getManagedPrefixListEntries(r -> r.prefixListId(id).targetVersion(version)).entries().stream()
                .map(PrefixListEntry::cidr)
                .toList();
    }
}
