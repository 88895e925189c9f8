package io.vpclocal.compute.placementgroup;

import static io.vpclocal.protocol.Params.require;
import static io.vpclocal.resource.WireForms.orAbsent;

import io.vpclocal.protocol.AwsAction;
import io.vpclocal.protocol.AwsController;
import io.vpclocal.protocol.Call;
import io.vpclocal.resource.Describe;
import io.vpclocal.resource.Describer;
import io.vpclocal.resource.Page;
import io.vpclocal.resource.TagStore;
import java.util.ArrayList;
import java.util.List;
import software.amazon.awssdk.services.ec2.model.CreatePlacementGroupRequest;
import software.amazon.awssdk.services.ec2.model.CreatePlacementGroupResponse;
import software.amazon.awssdk.services.ec2.model.DeletePlacementGroupRequest;
import software.amazon.awssdk.services.ec2.model.DeletePlacementGroupResponse;
import software.amazon.awssdk.services.ec2.model.DescribePlacementGroupsRequest;
import software.amazon.awssdk.services.ec2.model.DescribePlacementGroupsResponse;
import software.amazon.awssdk.services.ec2.model.PlacementGroup;
import software.amazon.awssdk.services.ec2.model.Tag;

@AwsController
class PlacementGroupController {

    private static final String AVAILABLE = "available";

    private static final Describe<PlacementGroupEntity> FILTERS = Describe.<PlacementGroupEntity>filters()
            .column("group-name", "name", PlacementGroupEntity::name)
            .filter("group-arn", PlacementGroupEntity::arn)
            .filter("spread-level", PlacementGroupEntity::spreadLevel)
            .filter("state", group -> AVAILABLE)
            .column("strategy", "strategy", PlacementGroupEntity::strategy)
            .tags()
            .build();

    private final PlacementGroups groups;
    private final Describer describer;
    private final TagStore tags;

    PlacementGroupController(PlacementGroups groups, Describer describer, TagStore tags) {
        this.groups = groups;
        this.describer = describer;
        this.tags = tags;
    }

    @AwsAction(tags = "placement-group")
    CreatePlacementGroupResponse createPlacementGroup(CreatePlacementGroupRequest request, Call call) {
        String name = require(request.groupName(), "GroupName");
        PlacementStrategy strategy = PlacementStrategy.of(request);
        PlacementGroupEntity made = groups.create(call.scope(), name, strategy, request.tagSpecifications());
        return CreatePlacementGroupResponse.builder()
                .placementGroup(toWire(made, tags.of(call.scope(), made.id())))
                .build();
    }

    @AwsAction
    DescribePlacementGroupsResponse describePlacementGroups(DescribePlacementGroupsRequest request, Call call) {
        List<String> wanted = new ArrayList<>(request.groupIds());
        request.groupNames()
                .forEach(name ->
                        wanted.add(groups.requireNamed(call.scope(), name).id()));
        Page<PlacementGroupEntity> page = describer.page(
                FILTERS,
                PlacementGroupEntity.class,
                PlacementGroups.KIND,
                call.scope(),
                wanted,
                request.filters(),
                null,
                null);
        return DescribePlacementGroupsResponse.builder()
                .placementGroups(page.map(PlacementGroupController::toWire, PlacementGroupEntity::id))
                .build();
    }

    @AwsAction
    DeletePlacementGroupResponse deletePlacementGroup(DeletePlacementGroupRequest request, Call call) {
        groups.delete(call.scope(), require(request.groupName(), "GroupName"));
        return DeletePlacementGroupResponse.builder().build();
    }

    private static PlacementGroup toWire(PlacementGroupEntity group, List<Tag> its) {
        return PlacementGroup.builder()
                .groupId(group.id())
                .groupName(group.name())
                .groupArn(group.arn())
                .strategy(group.strategy())
                .partitionCount(group.partitionCount().orElse(null))
                .spreadLevel(group.spreadLevel())
                .state(AVAILABLE)
                .tags(orAbsent(its))
                .build();
    }
}
