package io.vpclocal.network.blockpublicaccess;

import static io.vpclocal.protocol.Params.require;

import io.vpclocal.protocol.AwsAction;
import io.vpclocal.protocol.AwsController;
import io.vpclocal.protocol.Call;
import io.vpclocal.resource.Describe;
import io.vpclocal.resource.Describer;
import io.vpclocal.resource.MaxResults;
import io.vpclocal.resource.Page;
import io.vpclocal.resource.TagStore;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.ec2.model.CreateVpcBlockPublicAccessExclusionRequest;
import software.amazon.awssdk.services.ec2.model.CreateVpcBlockPublicAccessExclusionResponse;
import software.amazon.awssdk.services.ec2.model.DeleteVpcBlockPublicAccessExclusionRequest;
import software.amazon.awssdk.services.ec2.model.DeleteVpcBlockPublicAccessExclusionResponse;
import software.amazon.awssdk.services.ec2.model.DescribeVpcBlockPublicAccessExclusionsRequest;
import software.amazon.awssdk.services.ec2.model.DescribeVpcBlockPublicAccessExclusionsResponse;
import software.amazon.awssdk.services.ec2.model.ModifyVpcBlockPublicAccessExclusionRequest;
import software.amazon.awssdk.services.ec2.model.ModifyVpcBlockPublicAccessExclusionResponse;
import software.amazon.awssdk.services.ec2.model.VpcBlockPublicAccessExclusion;

@AwsController
class ExclusionController {

    private static final String MODE = "internetGatewayExclusionMode";
    private static final Set<String> MODES = Set.of(ExclusionEntity.ALLOW_BIDIRECTIONAL, ExclusionEntity.ALLOW_EGRESS);

    private final BlockPublicAccessService service;
    private final BlockPublicAccessLifecycle lifecycle;
    private final Describer describer;
    private final TagStore tags;
    private final Describe<ExclusionEntity> filters;

    ExclusionController(
            BlockPublicAccessService service,
            BlockPublicAccessLifecycle lifecycle,
            Describer describer,
            TagStore tags) {
        this.service = service;
        this.lifecycle = lifecycle;
        this.describer = describer;
        this.tags = tags;
        this.filters = Describe.<ExclusionEntity>filters()
                .filter("resource-arn", ExclusionEntity::resourceArn)
                .filter("internet-gateway-exclusion-mode", ExclusionEntity::mode)
                .filter("state", lifecycle::state)
                .tags()
                .maxResults(MaxResults.classic(5, 1000))
                .build();
    }

    @AwsAction(tags = "vpc-block-public-access-exclusion")
    CreateVpcBlockPublicAccessExclusionResponse createVpcBlockPublicAccessExclusion(
            CreateVpcBlockPublicAccessExclusionRequest request, Call call) {
        String mode = mode(request.internetGatewayExclusionModeAsString());
        boolean vpc = given(request.vpcId());
        if (!vpc && !given(request.subnetId())) {
            throw BlockPublicAccessErrors.noResource();
        }
        if (vpc && given(request.subnetId())) {
            throw BlockPublicAccessErrors.oneResource();
        }
        ExclusionEntity made = service.exclude(
                call.scope(), vpc ? request.vpcId() : request.subnetId(), mode, request.tagSpecifications());
        return CreateVpcBlockPublicAccessExclusionResponse.builder()
                .vpcBlockPublicAccessExclusion(answer(call, made, "create-in-progress"))
                .build();
    }

    @AwsAction
    ModifyVpcBlockPublicAccessExclusionResponse modifyVpcBlockPublicAccessExclusion(
            ModifyVpcBlockPublicAccessExclusionRequest request, Call call) {
        String id = require(request.exclusionId(), "exclusionId");
        String mode = mode(request.internetGatewayExclusionModeAsString());
        ExclusionEntity changed = service.changeExclusion(call.scope(), id, mode);
        return ModifyVpcBlockPublicAccessExclusionResponse.builder()
                .vpcBlockPublicAccessExclusion(answer(call, changed, "update-in-progress"))
                .build();
    }

    @AwsAction
    DeleteVpcBlockPublicAccessExclusionResponse deleteVpcBlockPublicAccessExclusion(
            DeleteVpcBlockPublicAccessExclusionRequest request, Call call) {
        ExclusionEntity deleted = service.deleteExclusion(call.scope(), require(request.exclusionId(), "exclusionId"));
        return DeleteVpcBlockPublicAccessExclusionResponse.builder()
                .vpcBlockPublicAccessExclusion(answer(call, deleted, "delete-in-progress"))
                .build();
    }

    @AwsAction
    DescribeVpcBlockPublicAccessExclusionsResponse describeVpcBlockPublicAccessExclusions(
            DescribeVpcBlockPublicAccessExclusionsRequest request, Call call) {
        List<String> ids = request.exclusionIds();
        List<ExclusionEntity> all = service.remembered(call.scope());
        requireKnown(ids, all);
        Page<ExclusionEntity> page = describer.page(
                filters,
                all.stream()
                        .filter(exclusion -> ids.isEmpty() || ids.contains(exclusion.id()))
                        .toList(),
                ExclusionEntity::id,
                call.action() + ids,
                call.scope(),
                request.filters(),
                request.maxResults(),
                request.nextToken());
        return DescribeVpcBlockPublicAccessExclusionsResponse.builder()
                .vpcBlockPublicAccessExclusions(page.map(
                        (exclusion, its) -> BlockPublicAccessWire.exclusion(exclusion, lifecycle.state(exclusion), its),
                        ExclusionEntity::id))
                .nextToken(page.nextToken())
                .build();
    }

    private VpcBlockPublicAccessExclusion answer(Call call, ExclusionEntity exclusion, String state) {
        return BlockPublicAccessWire.exclusion(exclusion, state, tags.of(call.scope(), exclusion.id()));
    }

    private static void requireKnown(List<String> ids, List<ExclusionEntity> all) {
        for (String id : ids) {
            if (all.stream().noneMatch(exclusion -> exclusion.id().equals(id))) {
                throw BlockPublicAccessService.KIND.missing(id);
            }
        }
    }

    private static String mode(@Nullable String text) {
        String mode = require(text, MODE);
        if (!MODES.contains(mode)) {
            throw BlockPublicAccessErrors.badMode(mode, MODE);
        }
        return mode;
    }

    private static boolean given(@Nullable String id) {
        return id != null && !id.isEmpty();
    }
}
