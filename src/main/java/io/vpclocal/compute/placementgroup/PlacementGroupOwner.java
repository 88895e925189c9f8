package io.vpclocal.compute.placementgroup;

import io.vpclocal.protocol.Scope;
import io.vpclocal.resource.ResourceOwner;
import io.vpclocal.resource.TagStore;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Placement groups in policies. Requests name them by id or by name; their ARNs contain the name. */
@Component
class PlacementGroupOwner extends ResourceOwner<PlacementGroupEntity> {

    private final PlacementGroupRepository groups;

    PlacementGroupOwner(PlacementGroupRepository groups, TagStore tags) {
        super(PlacementGroups.KIND, groups, tags);
        this.groups = groups;
    }

    @Override
    protected Map<String, List<String>> conditionKeys(PlacementGroupEntity group) {
        return Map.of(
                "ec2:PlacementGroupName", List.of(group.name()),
                "ec2:PlacementGroupStrategy", List.of(group.strategy()));
    }

    @Override
    public Optional<Attributes> attributes(Scope scope, String idOrName) {
        Optional<Attributes> byId = super.attributes(scope, idOrName);
        return byId.isPresent()
                ? byId
                : groups.named(scope, idOrName).flatMap(group -> super.attributes(scope, group.id()));
    }

    @Override
    public String arn(Scope scope, String idOrName) {
        return super.arn(
                scope,
                groups.find(scope, idOrName).map(PlacementGroupEntity::name).orElse(idOrName));
    }
}
