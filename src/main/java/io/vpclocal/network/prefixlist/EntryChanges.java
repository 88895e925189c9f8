package io.vpclocal.network.prefixlist;

import io.vpclocal.network.Cidr;
import io.vpclocal.network.prefixlist.PrefixListEntryEntity.Entry;
import io.vpclocal.protocol.AwsException;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.ec2.model.AddPrefixListEntry;
import software.amazon.awssdk.services.ec2.model.RemovePrefixListEntry;

/**
 * The changes that one request makes to the entries of a list.
 *
 * @param added entries in canonical form, each CIDR block once
 * @param removed CIDR blocks in canonical form, none of them in {@code added}
 */
record EntryChanges(List<Entry> added, Set<String> removed) {

    /** @throws AwsException if a CIDR block is not valid, is of the other address family, or appears twice */
    static EntryChanges of(String family, List<AddPrefixListEntry> additions, List<RemovePrefixListEntry> removals) {
        List<Entry> added = additions.stream()
                .map(entry -> new Entry(canonical(entry.cidr(), family), description(entry)))
                .toList();
        Set<String> cidrs = new HashSet<>();
        for (Entry entry : added) {
            requireNew(cidrs, entry.cidr());
        }
        Set<String> removed = new LinkedHashSet<>();
        for (RemovePrefixListEntry entry : removals) {
            String cidr = canonical(entry.cidr(), family);
            requireNew(removed, cidr);
            if (cidrs.contains(cidr)) {
                throw PrefixListErrors.addedAndRemoved(cidr);
            }
        }
        return new EntryChanges(added, removed);
    }

    boolean none() {
        return added.isEmpty() && removed.isEmpty();
    }

    private static void requireNew(Set<String> seen, String cidr) {
        if (!seen.add(cidr)) {
            throw PrefixListErrors.duplicateEntry(cidr);
        }
    }

    private static @Nullable String description(AddPrefixListEntry entry) {
        if (entry.description() != null && entry.description().length() > PrefixListLimits.DESCRIPTION_LENGTH) {
            throw PrefixListErrors.descriptionTooLong();
        }
        return entry.description();
    }

    /** Unlike in other requests, the bits below the prefix must be 0 (recorded from AWS). */
    private static String canonical(@Nullable String text, String family) {
        Cidr cidr = Cidr.exact(text == null ? "" : text).orElseThrow(() -> PrefixListErrors.notACidr(text));
        if (cidr.v4() != family.equals("IPv4")) {
            throw PrefixListErrors.wrongFamily(cidr.toString(), family);
        }
        return cidr.toString();
    }
}
