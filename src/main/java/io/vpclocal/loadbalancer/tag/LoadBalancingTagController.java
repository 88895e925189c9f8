package io.vpclocal.loadbalancer.tag;

import static io.vpclocal.loadbalancer.resource.ElbParams.requireAny;

import io.vpclocal.loadbalancer.resource.ElbErrors;
import io.vpclocal.loadbalancer.resource.ElbLimits;
import io.vpclocal.loadbalancer.resource.ElbTags;
import io.vpclocal.protocol.AwsAction;
import io.vpclocal.protocol.AwsController;
import io.vpclocal.protocol.AwsService;
import io.vpclocal.protocol.Call;
import java.util.List;
import java.util.Map;
import software.amazon.awssdk.services.elasticloadbalancingv2.model.AddTagsRequest;
import software.amazon.awssdk.services.elasticloadbalancingv2.model.AddTagsResponse;
import software.amazon.awssdk.services.elasticloadbalancingv2.model.DescribeTagsRequest;
import software.amazon.awssdk.services.elasticloadbalancingv2.model.DescribeTagsResponse;
import software.amazon.awssdk.services.elasticloadbalancingv2.model.RemoveTagsRequest;
import software.amazon.awssdk.services.elasticloadbalancingv2.model.RemoveTagsResponse;
import software.amazon.awssdk.services.elasticloadbalancingv2.model.TagDescription;

@AwsController(AwsService.ELB)
class LoadBalancingTagController {

    private final ElbResources resources;

    LoadBalancingTagController(ElbResources resources) {
        this.resources = resources;
    }

    @AwsAction
    AddTagsResponse addTags(AddTagsRequest request, Call call) {
        List<String> arns = arns(request.resourceArns());
        Map<String, String> tags = ElbTags.read(requireAny(request.tags(), "tags"));
        arns.forEach(arn -> ElbTags.add(resources.lock(call.scope(), arn), tags));
        return AddTagsResponse.builder().build();
    }

    /** Unknown tag keys are ignored. */
    @AwsAction
    RemoveTagsResponse removeTags(RemoveTagsRequest request, Call call) {
        List<String> keys = requireAny(request.tagKeys(), "tagKeys");
        arns(request.resourceArns())
                .forEach(
                        arn -> resources.lock(call.scope(), arn).tags().keySet().removeAll(keys));
        return RemoveTagsResponse.builder().build();
    }

    @AwsAction
    DescribeTagsResponse describeTags(DescribeTagsRequest request, Call call) {
        return DescribeTagsResponse.builder()
                .tagDescriptions(arns(request.resourceArns()).stream()
                        .map(arn -> TagDescription.builder()
                                .resourceArn(arn)
                                .tags(ElbTags.toWire(resources.require(call.scope(), arn)))
                                .build())
                        .toList())
                .build();
    }

    private static List<String> arns(List<String> named) {
        List<String> arns = requireAny(named, "resourceArns");
        if (arns.size() > ElbLimits.RESOURCES_PER_TAG_REQUEST) {
            throw ElbErrors.validation(
                    "You can specify at most " + ElbLimits.RESOURCES_PER_TAG_REQUEST + " resources in one request");
        }
        return arns.stream().distinct().toList();
    }
}
