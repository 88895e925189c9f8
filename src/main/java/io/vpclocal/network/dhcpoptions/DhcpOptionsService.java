package io.vpclocal.network.dhcpoptions;

import static io.vpclocal.protocol.Params.require;
import static io.vpclocal.protocol.Params.requireAny;

import io.vpclocal.network.vpc.VpcEntity;
import io.vpclocal.network.vpc.VpcService;
import io.vpclocal.protocol.Ids;
import io.vpclocal.protocol.Scope;
import io.vpclocal.resource.DependencyGuard;
import io.vpclocal.resource.Describe;
import io.vpclocal.resource.Describer;
import io.vpclocal.resource.MaxResults;
import io.vpclocal.resource.Page;
import io.vpclocal.resource.ResourceKind;
import io.vpclocal.resource.TagStore;
import java.time.Clock;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Service;
import software.amazon.awssdk.services.ec2.model.DescribeDhcpOptionsRequest;
import software.amazon.awssdk.services.ec2.model.NewDhcpConfiguration;
import software.amazon.awssdk.services.ec2.model.TagSpecification;

/** The rules of DHCP option sets. */
@Service
class DhcpOptionsService {

    static final ResourceKind KIND =
            new ResourceKind("dhcp-options", "dopt", "dhcpOption", "InvalidDhcpOptionID", "InvalidDhcpOptionsId");

    /** The errors of DeleteDhcpOptions about ids. */
    private static final ResourceKind TO_DELETE =
            new ResourceKind("dhcp-options", "dopt", "dhcpOptions", "InvalidDhcpOptionsID", "InvalidDhcpOptionsId");

    /** Used instead of a set's id: the VPC has no DHCP options. */
    private static final String NONE = "default";

    private static final Describe<DhcpOptionsEntity> DESCRIBE = Describe.<DhcpOptionsEntity>filters()
            .column("dhcp-options-id", "resourceId", DhcpOptionsEntity::id)
            .column("owner-id", "account", DhcpOptionsEntity::account)
            .filter("key", set -> set.values().keySet())
            .filter(
                    "value",
                    set -> set.values().values().stream().flatMap(List::stream).toList())
            .tags()
            .maxResults(MaxResults.named(5, 1000))
            .build();

    private final DhcpOptionSets sets;
    private final VpcService vpcs;
    private final TagStore tags;
    private final Describer describer;
    private final DependencyGuard guard;
    private final Ids ids;
    private final Clock clock;

    DhcpOptionsService(
            DhcpOptionSets sets,
            VpcService vpcs,
            TagStore tags,
            Describer describer,
            DependencyGuard guard,
            Ids ids,
            Clock clock) {
        this.sets = sets;
        this.vpcs = vpcs;
        this.tags = tags;
        this.describer = describer;
        this.guard = guard;
        this.ids = ids;
        this.clock = clock;
    }

    DhcpOptionsEntity create(
            Scope scope, List<NewDhcpConfiguration> configurations, List<TagSpecification> wantedTags) {
        Map<DhcpOptionKey, List<String>> given = new LinkedHashMap<>();
        for (NewDhcpConfiguration configuration : requireAny(configurations, "dhcpConfigurations")) {
            String wire = require(configuration.key(), "key");
            DhcpOptionKey key = DhcpOptionKey.of(wire).orElseThrow(() -> DhcpOptionsErrors.unknownKey(wire));
            given.computeIfAbsent(key, first -> new ArrayList<>()).addAll(requireAny(configuration.values(), "value"));
        }
        List<DhcpOption> options = new ArrayList<>();
        given.forEach(
                (key, values) -> key.read(values).forEach(value -> options.add(new DhcpOption(key.wire(), value))));
        DhcpOptionsEntity set = sets.save(new DhcpOptionsEntity(scope, ids.next("dopt"), clock.instant(), options));
        tags.create(scope, KIND, set.id(), wantedTags);
        return set;
    }

    Page<DhcpOptionsEntity> describe(Scope scope, DescribeDhcpOptionsRequest request) {
        return describer.page(
                DESCRIBE,
                DhcpOptionsEntity.class,
                KIND,
                scope,
                request.dhcpOptionsIds(),
                request.filters(),
                request.maxResults(),
                request.nextToken());
    }

    void associate(Scope scope, String optionsId, String vpcId) {
        VpcEntity vpc = vpcs.lock(scope, vpcId);
        vpc.useDhcpOptions(
                optionsId.equals(NONE) ? NONE : lock(scope, optionsId).id());
    }

    void delete(Scope scope, String id) {
        DhcpOptionsEntity set = sets.lock(scope, id).orElseThrow(() -> TO_DELETE.missing(id));
        guard.requireUnused(scope, "dhcpOptions", id);
        tags.forget(scope, id);
        sets.delete(set);
    }

    /** Locked, so that a concurrent call cannot delete the set before the VPC refers to it. */
    private DhcpOptionsEntity lock(Scope scope, String id) {
        return sets.lock(scope, id).orElseThrow(() -> KIND.missing(id));
    }
}
