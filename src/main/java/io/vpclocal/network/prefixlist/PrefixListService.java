package io.vpclocal.network.prefixlist;

import io.vpclocal.network.prefixlist.PrefixListEntryEntity.Entry;
import io.vpclocal.protocol.AwsException;
import io.vpclocal.protocol.Call;
import io.vpclocal.protocol.Ids;
import io.vpclocal.protocol.Scope;
import io.vpclocal.resource.ClientTokens;
import io.vpclocal.resource.DependencyGuard;
import io.vpclocal.resource.Quotas;
import io.vpclocal.resource.TagStore;
import java.time.Clock;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Service;
import software.amazon.awssdk.services.ec2.model.CreateManagedPrefixListRequest;
import software.amazon.awssdk.services.ec2.model.ModifyManagedPrefixListRequest;

/** The rules of customer-managed prefix lists. */
@Service
class PrefixListService {

    private final CustomerPrefixLists lists;
    private final PrefixListEntries entries;
    private final AwsPrefixLists ofAws;
    private final ObjectProvider<PrefixListReferences> references;
    private final ClientTokens tokens;
    private final TagStore tags;
    private final DependencyGuard guard;
    private final Quotas quotas;
    private final Ids ids;
    private final Clock clock;

    PrefixListService(
            CustomerPrefixLists lists,
            PrefixListEntries entries,
            AwsPrefixLists ofAws,
            ObjectProvider<PrefixListReferences> references,
            ClientTokens tokens,
            TagStore tags,
            DependencyGuard guard,
            Quotas quotas,
            Ids ids,
            Clock clock) {
        this.lists = lists;
        this.entries = entries;
        this.ofAws = ofAws;
        this.references = references;
        this.tokens = tokens;
        this.tags = tags;
        this.guard = guard;
        this.quotas = quotas;
        this.ids = ids;
        this.clock = clock;
    }

    /** Creates a list at version 1, or returns the list that was created with the same client token. */
    PrefixListEntity create(
            Call call, String name, String family, int maxEntries, CreateManagedPrefixListRequest request) {
        Scope scope = call.scope();
        return tokens.once(
                call,
                request.clientToken(),
                request,
                id -> lists.find(scope, id),
                () -> create(scope, name, family, maxEntries, request));
    }

    private PrefixListEntity create(
            Scope scope, String name, String family, int maxEntries, CreateManagedPrefixListRequest request) {
        requireName(name);
        requireSize(maxEntries);
        if (!family.equals("IPv4") && !family.equals("IPv6")) {
            throw PrefixListErrors.unknownFamily(family);
        }
        if (request.entries().size() > PrefixListLimits.ENTRIES_PER_REQUEST) {
            throw PrefixListErrors.tooManyInRequest();
        }
        EntryChanges changes = EntryChanges.of(family, request.entries(), List.of());
        if (changes.added().size() > maxEntries) {
            throw PrefixListErrors.moreThanMaximum();
        }
        quotas.requireRoom(
                () -> lists.count(scope),
                PrefixListLimits.LISTS_PER_REGION,
                "PrefixListLimitExceeded",
                "The maximum number of prefix lists has been reached.");
        PrefixListEntity list = new PrefixListEntity(scope, ids.next("pl"), clock.instant(), name, family, maxEntries);
        lists.save(list);
        tags.create(scope, PrefixLists.KIND, list.id(), request.tagSpecifications());
        changes.added().forEach(entry -> entries.save(new PrefixListEntryEntity(list.id(), entry, 1)));
        return list;
    }

    /** Changes the name, the size, or the entries. Only changed entries create a new version. */
    PrefixListEntity modify(Scope scope, String id, ModifyManagedPrefixListRequest request) {
        PrefixListEntity list = lock(scope, id);
        EntryChanges changes = EntryChanges.of(list.addressFamily(), request.addEntries(), request.removeEntries());
        if (request.addEntries().size() > PrefixListLimits.ENTRIES_PER_REQUEST
                || request.removeEntries().size() > PrefixListLimits.ENTRIES_PER_REQUEST) {
            throw PrefixListErrors.tooManyChanges();
        }
        if (!changes.none() && request.maxEntries() != null) {
            throw PrefixListErrors.sizeAndEntries();
        }
        requireVersion(list, request.currentVersion());
        if (request.prefixListName() != null) {
            requireName(request.prefixListName());
            list.rename(request.prefixListName());
        }
        if (request.maxEntries() != null) {
            resize(list, request.maxEntries());
        }
        if (!changes.none()) {
            modifyEntries(list, changes);
        }
        return list;
    }

    private void resize(PrefixListEntity list, int size) {
        requireSize(size);
        int present = entries.findAt(list.id(), list.currentVersion()).size();
        if (size < present) {
            throw PrefixListErrors.smallerThanContent(present);
        }
        list.resize(size);
    }

    private void modifyEntries(PrefixListEntity list, EntryChanges changes) {
        Map<String, PrefixListEntryEntity> present = new HashMap<>();
        entries.findAt(list.id(), list.currentVersion())
                .forEach(row -> present.put(row.entry().cidr(), row));
        for (String cidr : changes.removed()) {
            if (!present.containsKey(cidr)) {
                throw PrefixListErrors.entryMissing(cidr);
            }
        }
        for (Entry entry : changes.added()) {
            if (present.containsKey(entry.cidr())) {
                throw PrefixListErrors.entryExists(entry.cidr());
            }
        }
        if (present.size() - changes.removed().size() + changes.added().size() > list.maxEntries()) {
            throw PrefixListErrors.full();
        }
        long version = list.entriesModified();
        present.forEach((cidr, row) -> {
            if (changes.removed().contains(cidr)) {
                row.end(version);
            }
        });
        changes.added().forEach(entry -> entries.save(new PrefixListEntryEntity(list.id(), entry, version)));
    }

    /** Creates a new version with the entries of an earlier one. */
    PrefixListEntity restore(Scope scope, String id, long previous, long current) {
        PrefixListEntity list = lock(scope, id);
        requireVersion(list, current);
        Set<Entry> wanted = new HashSet<>();
        List<PrefixListEntryEntity> old = at(list, previous);
        old.forEach(row -> wanted.add(row.entry()));
        if (wanted.size() > list.maxEntries()) {
            throw PrefixListErrors.full();
        }
        Set<Entry> kept = new HashSet<>();
        long now = list.currentVersion();
        long version = list.entriesRestored();
        for (PrefixListEntryEntity row : entries.findAt(id, now)) {
            if (wanted.contains(row.entry())) {
                kept.add(row.entry());
            } else {
                row.end(version);
            }
        }
        old.stream()
                .map(PrefixListEntryEntity::entry)
                .filter(entry -> !kept.contains(entry))
                .forEach(entry -> entries.save(new PrefixListEntryEntity(id, entry, version)));
        return list;
    }

    /** Deletes a list, which fails after the answer if resources refer to it. */
    PrefixListEntity delete(Scope scope, String id) {
        PrefixListEntity list = lock(scope, id);
        if (!referringTo(scope, id).isEmpty()) {
            list.deletionFailed();
            return list;
        }
        guard.requireUnused(scope, "prefixList", id);
        tags.forget(scope, id);
        entries.deleteOf(id);
        lists.delete(list);
        return list;
    }

    /** The ids of the resources that refer to a list of AWS or of the customer. */
    List<String> associations(Scope scope, String id) {
        if (ofAws.byId(scope.region(), id).isEmpty()) {
            require(scope, id);
        }
        return referringTo(scope, id);
    }

    /** The entries of a list of AWS or of the customer. @param version null for the current one */
    List<Entry> entries(Scope scope, String id, @Nullable Long version) {
        return ofAws.byId(scope.region(), id)
                .map(list ->
                        list.cidrs().stream().map(cidr -> new Entry(cidr, null)).toList())
                .orElseGet(() -> {
                    PrefixListEntity list = require(scope, id);
                    return at(list, version == null ? list.currentVersion() : version).stream()
                            .map(PrefixListEntryEntity::entry)
                            .toList();
                });
    }

    private List<String> referringTo(Scope scope, String id) {
        return references
                .orderedStream()
                .flatMap(module -> module.referringTo(scope, id).stream())
                .toList();
    }

    private List<PrefixListEntryEntity> at(PrefixListEntity list, long version) {
        if (version < 1
                || version > list.currentVersion()
                || version <= list.currentVersion() - PrefixListLimits.VERSIONS) {
            throw PrefixListErrors.versionUnknown(list.id(), version);
        }
        return entries.findAt(list.id(), version);
    }

    private PrefixListEntity require(Scope scope, String id) {
        return lists.find(scope, id).orElseThrow(() -> PrefixLists.KIND.missing(id));
    }

    private PrefixListEntity lock(Scope scope, String id) {
        if (ofAws.byId(scope.region(), id).isPresent()) {
            throw PrefixListErrors.managedByAws(id);
        }
        return lists.lock(scope, id).orElseThrow(() -> PrefixLists.KIND.missing(id));
    }

    /** @throws AwsException {@code PrefixListVersionMismatch} if a version is given that is not the current one */
    private static void requireVersion(PrefixListEntity list, @Nullable Long version) {
        if (version != null && version < 1) {
            throw PrefixListErrors.versionNotPositive();
        }
        if (version != null && version != list.currentVersion()) {
            throw PrefixListErrors.versionMismatch();
        }
    }

    private static void requireSize(int maxEntries) {
        if (maxEntries < 1 || maxEntries > PrefixListLimits.ENTRIES) {
            throw PrefixListErrors.sizeOutOfRange();
        }
    }

    private static void requireName(String name) {
        if (name.length() > PrefixListLimits.NAME_LENGTH) {
            throw PrefixListErrors.nameTooLong();
        }
        if (PrefixListLimits.RESERVED_NAMES.stream().anyMatch(name::startsWith)) {
            throw PrefixListErrors.nameReserved();
        }
    }
}
