package io.vpclocal.network.prefixlist;

import io.vpclocal.network.Cidr;
import io.vpclocal.protocol.AwsException;
import io.vpclocal.protocol.Scope;
import io.vpclocal.resource.ResourceKind;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.springframework.stereotype.Component;

/** Finds AWS-managed and customer-managed prefix lists by id, for routes, security groups, and the data plane. */
@Component
public class PrefixLists {

    public static final ResourceKind KIND =
            new ResourceKind("prefix-list", "pl", "prefix list", "InvalidPrefixListID", "InvalidPrefixListId");

    private final AwsPrefixLists ofAws;
    private final CustomerPrefixLists ofCustomers;
    private final PrefixListEntries entries;

    PrefixLists(AwsPrefixLists ofAws, CustomerPrefixLists ofCustomers, PrefixListEntries entries) {
        this.ofAws = ofAws;
        this.ofCustomers = ofCustomers;
        this.entries = entries;
    }

    public Optional<PrefixListView> find(Scope scope, String id) {
        return Optional.ofNullable(findAll(scope, Set.of(id)).get(id));
    }

    /** @throws AwsException {@code InvalidPrefixListID.NotFound} or {@code InvalidPrefixListId.Malformed} */
    public PrefixListView require(Scope scope, String id) {
        return find(scope, id).orElseThrow(() -> KIND.missing(id));
    }

    /** The lists that exist, by id. Takes two queries for any number of ids. */
    public Map<String, PrefixListView> findAll(Scope scope, Collection<String> ids) {
        Map<String, PrefixListView> found = new LinkedHashMap<>();
        Set<String> others = new LinkedHashSet<>();
        for (String id : ids) {
            ofAws.byId(scope.region(), id).ifPresentOrElse(list -> found.put(id, view(list)), () -> others.add(id));
        }
        List<PrefixListEntity> rows = ofCustomers.findAll(scope, others);
        Map<String, List<Cidr>> cidrs = cidrs(rows);
        rows.forEach(row -> found.put(row.id(), view(row, cidrs.getOrDefault(row.id(), List.of()))));
        return found;
    }

    private Map<String, List<Cidr>> cidrs(List<PrefixListEntity> rows) {
        Map<String, List<Cidr>> byList = new HashMap<>();
        if (!rows.isEmpty()) {
            entries.findCurrent(rows.stream().map(PrefixListEntity::id).toList())
                    .forEach(row -> byList.computeIfAbsent(row.prefixListId(), id -> new ArrayList<>())
                            .add(cidr(row.entry().cidr())));
        }
        return byList;
    }

    private static PrefixListView view(AwsPrefixList list) {
        return new PrefixListView(
                list.id(),
                list.name(),
                list.addressFamily(),
                list.weight(),
                true,
                list.cidrs().stream().map(PrefixLists::cidr).toList());
    }

    private static PrefixListView view(PrefixListEntity list, List<Cidr> cidrs) {
        return new PrefixListView(list.id(), list.name(), list.addressFamily(), list.maxEntries(), false, cidrs);
    }

    private static Cidr cidr(String text) {
        return Cidr.parse(text).orElseThrow();
    }
}
