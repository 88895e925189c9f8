package io.vpclocal.resource;

import io.vpclocal.protocol.AwsAction;
import io.vpclocal.protocol.AwsController;
import io.vpclocal.protocol.Call;
import io.vpclocal.protocol.Params;
import software.amazon.awssdk.services.ec2.model.CreateTagsRequest;
import software.amazon.awssdk.services.ec2.model.CreateTagsResponse;
import software.amazon.awssdk.services.ec2.model.DeleteTagsRequest;
import software.amazon.awssdk.services.ec2.model.DeleteTagsResponse;
import software.amazon.awssdk.services.ec2.model.DescribeTagsRequest;
import software.amazon.awssdk.services.ec2.model.DescribeTagsResponse;

@AwsController
class TagController {

    private final TagService tags;

    TagController(TagService tags) {
        this.tags = tags;
    }

    @AwsAction
    CreateTagsResponse createTags(CreateTagsRequest request, Call call) {
        Params.requireAny(request.resources(), "resourceIdSet");
        if (request.tags().isEmpty()) {
            throw TagErrors.nothingToCreate();
        }
        tags.create(call.scope(), request.resources(), request.tags());
        return CreateTagsResponse.builder().build();
    }

    @AwsAction
    DeleteTagsResponse deleteTags(DeleteTagsRequest request, Call call) {
        Params.requireAny(request.resources(), "resourceIdSet");
        tags.delete(call.scope(), request.resources(), request.tags());
        return DeleteTagsResponse.builder().build();
    }

    @AwsAction
    DescribeTagsResponse describeTags(DescribeTagsRequest request, Call call) {
        return tags.describe(call.scope(), request);
    }
}
