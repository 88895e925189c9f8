package io.vpclocal.network.prefixlist;

import io.vpclocal.network.prefixlist.PrefixListEntryEntity.Entry;
import io.vpclocal.protocol.Scope;
import io.vpclocal.resource.Describe;
import io.vpclocal.resource.Describer;
import io.vpclocal.resource.MaxResults;
import io.vpclocal.resource.Page;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.springframework.stereotype.Component;
import software.amazon.awssdk.services.ec2.model.DescribeManagedPrefixListsRequest;
import software.amazon.awssdk.services.ec2.model.DescribePrefixListsRequest;
import software.amazon.awssdk.services.ec2.model.GetManagedPrefixListAssociationsRequest;
import software.amazon.awssdk.services.ec2.model.GetManagedPrefixListEntriesRequest;
import software.amazon.awssdk.services.ec2.model.ManagedPrefixList;

/** The Describe actions of prefix lists. AWS-managed lists come before customer-managed ones. */
@Component
class PrefixListDescriptions {

    private static final Describe<ManagedPrefixList> MANAGED = Describe.<ManagedPrefixList>filters()
            .filter("owner-id", ManagedPrefixList::ownerId)
            .filter("prefix-list-id", ManagedPrefixList::prefixListId)
            .filter("prefix-list-name", ManagedPrefixList::prefixListName)
            .tags()
            .maxResults(MaxResults.validated(1, 100))
            .build();

    private static final Describe<AwsPrefixList> GATEWAY = Describe.<AwsPrefixList>filters()
            .filter("prefix-list-id", AwsPrefixList::id)
            .filter("prefix-list-name", AwsPrefixList::name)
            .maxResults(MaxResults.clamped(1000))
            .build();

    private static final Describe<Entry> ENTRIES =
            Describe.<Entry>filters().maxResults(MaxResults.validated(1, 100)).build();

    private static final Describe<String> ASSOCIATIONS =
            Describe.<String>filters().maxResults(MaxResults.validated(5, 255)).build();

    private final CustomerPrefixLists lists;
    private final AwsPrefixLists ofAws;
    private final PrefixListService service;
    private final Describer describer;

    PrefixListDescriptions(
            CustomerPrefixLists lists, AwsPrefixLists ofAws, PrefixListService service, Describer describer) {
        this.lists = lists;
        this.ofAws = ofAws;
        this.service = service;
        this.describer = describer;
    }

    Page<ManagedPrefixList> managed(Scope scope, DescribeManagedPrefixListsRequest request) {
        List<String> ids = request.prefixListIds();
        List<ManagedPrefixList> all = new ArrayList<>();
        ofAws.inRegion(scope.region()).stream()
                .filter(list -> ids.isEmpty() || ids.contains(list.id()))
                .forEach(list -> all.add(PrefixListWire.toWire(list)));
        (ids.isEmpty() ? lists.findAll(scope) : lists.findAll(scope, ids))
                .forEach(list -> all.add(PrefixListWire.toWire(list)));
        requireAll(ids, all.stream().map(ManagedPrefixList::prefixListId).toList());
        return describer.page(
                MANAGED,
                all,
                ManagedPrefixList::prefixListId,
                "DescribeManagedPrefixLists" + ids,
                scope,
                request.filters(),
                request.maxResults(),
                request.nextToken());
    }

    /** Only the lists of gateway endpoint services are described here. */
    Page<AwsPrefixList> gateway(Scope scope, DescribePrefixListsRequest request) {
        List<String> ids = request.prefixListIds();
        List<AwsPrefixList> all = ofAws.inRegion(scope.region()).stream()
                .filter(AwsPrefixList::gateway)
                .filter(list -> ids.isEmpty() || ids.contains(list.id()))
                .toList();
        requireAll(ids, all.stream().map(AwsPrefixList::id).toList());
        return describer.page(
                GATEWAY,
                all,
                AwsPrefixList::id,
                "DescribePrefixLists" + ids,
                scope,
                request.filters(),
                request.maxResults(),
                request.nextToken());
    }

    Page<Entry> entries(Scope scope, String id, GetManagedPrefixListEntriesRequest request) {
        return describer.page(
                ENTRIES,
                service.entries(scope, id, request.targetVersion()),
                Entry::cidr,
                "GetManagedPrefixListEntries" + id + "/" + request.targetVersion(),
                scope,
                List.of(),
                request.maxResults(),
                request.nextToken());
    }

    Page<String> associations(Scope scope, String id, GetManagedPrefixListAssociationsRequest request) {
        return describer.page(
                ASSOCIATIONS,
                service.associations(scope, id),
                resource -> resource,
                "GetManagedPrefixListAssociations" + id,
                scope,
                List.of(),
                request.maxResults(),
                request.nextToken());
    }

    private static void requireAll(List<String> ids, List<String> present) {
        ids.stream().filter(id -> !PrefixLists.KIND.wellFormed(id)).findFirst().ifPresent(id -> {
            throw PrefixLists.KIND.malformed(id);
        });
        Set<String> missing = new LinkedHashSet<>(ids);
        missing.removeAll(Set.copyOf(present));
        if (!missing.isEmpty()) {
            throw PrefixLists.KIND.notFound(missing);
        }
    }
}
