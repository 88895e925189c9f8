package io.vpclocal.network.prefixlist;

import io.vpclocal.network.prefixlist.PrefixListEntryEntity.Entry;
import java.util.List;
import software.amazon.awssdk.services.ec2.model.ManagedPrefixList;
import software.amazon.awssdk.services.ec2.model.PrefixList;
import software.amazon.awssdk.services.ec2.model.PrefixListEntry;
import software.amazon.awssdk.services.ec2.model.Tag;

/** Prefix lists as the API shows them. */
final class PrefixListWire {

    /** Our guess. */
    private static final String IN_USE = "The prefix list is referenced by resources.";

    private PrefixListWire() {}

    /** AWS-managed lists show no version and no size. */
    static ManagedPrefixList toWire(AwsPrefixList list) {
        return ManagedPrefixList.builder()
                .prefixListId(list.id())
                .prefixListName(list.name())
                .prefixListArn(list.arn())
                .addressFamily(list.addressFamily())
                .state("create-complete")
                .ownerId(AwsPrefixList.OWNER)
                .tags(List.of())
                .build();
    }

    /** A customer-managed list in its current version, without its tags. */
    static ManagedPrefixList toWire(PrefixListEntity list) {
        return toWire(list, List.of(), list.state());
    }

    /** @param state the change in progress in the response to a change, otherwise the result of the last change */
    static ManagedPrefixList toWire(PrefixListEntity list, List<Tag> tags, String state) {
        return ManagedPrefixList.builder()
                .prefixListId(list.id())
                .prefixListName(list.name())
                .prefixListArn(list.arn())
                .addressFamily(list.addressFamily())
                .maxEntries(list.maxEntries())
                .version(list.currentVersion())
                .state(state)
                .stateMessage(list.isDeletionFailed() ? IN_USE : null)
                .ownerId(list.account())
                .tags(tags)
                .build();
    }

    static PrefixList toGatewayWire(AwsPrefixList list) {
        return PrefixList.builder()
                .prefixListId(list.id())
                .prefixListName(list.name())
                .cidrs(list.cidrs())
                .build();
    }

    static PrefixListEntry toWire(Entry entry) {
        return PrefixListEntry.builder()
                .cidr(entry.cidr())
                .description(entry.description())
                .build();
    }
}
