package io.vpclocal.logs.group;

import io.vpclocal.logs.Constraints;
import io.vpclocal.logs.LogGroupName;
import io.vpclocal.logs.LogsErrors;
import io.vpclocal.logs.resource.LogResourceEntity;
import io.vpclocal.logs.resource.LogResources;
import io.vpclocal.protocol.AwsAction;
import io.vpclocal.protocol.AwsController;
import io.vpclocal.protocol.AwsService;
import io.vpclocal.protocol.Call;
import io.vpclocal.protocol.Scope;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.cloudwatchlogs.model.ListTagsForResourceRequest;
import software.amazon.awssdk.services.cloudwatchlogs.model.ListTagsForResourceResponse;
import software.amazon.awssdk.services.cloudwatchlogs.model.ListTagsLogGroupRequest;
import software.amazon.awssdk.services.cloudwatchlogs.model.ListTagsLogGroupResponse;
import software.amazon.awssdk.services.cloudwatchlogs.model.TagLogGroupRequest;
import software.amazon.awssdk.services.cloudwatchlogs.model.TagLogGroupResponse;
import software.amazon.awssdk.services.cloudwatchlogs.model.TagResourceRequest;
import software.amazon.awssdk.services.cloudwatchlogs.model.TagResourceResponse;
import software.amazon.awssdk.services.cloudwatchlogs.model.UntagLogGroupRequest;
import software.amazon.awssdk.services.cloudwatchlogs.model.UntagLogGroupResponse;
import software.amazon.awssdk.services.cloudwatchlogs.model.UntagResourceRequest;
import software.amazon.awssdk.services.cloudwatchlogs.model.UntagResourceResponse;

/** The tags of resources, by the actions that take ARNs and by the older ones that take names. */
@AwsController(AwsService.LOGS)
class LogTagController {

    private final LogGroupService groups;
    private final LogResources resources;

    LogTagController(LogGroupService groups, LogResources resources) {
        this.groups = groups;
        this.resources = resources;
    }

    @AwsAction(missing = "tags of scheduled queries and lookup tables")
    TagResourceResponse tagResource(TagResourceRequest request, Call call) {
        Map<String, String> tags = some(request.hasTags(), request.tags());
        Optional<LogResourceEntity> other = other(call, request.resourceArn());
        if (other.isPresent()) {
            resources.tag(other.get(), tags);
        } else {
            groups.tag(lock(call, byArn(call.scope(), request.resourceArn())), tags);
        }
        return TagResourceResponse.builder().build();
    }

    @AwsAction(missing = "tags of scheduled queries and lookup tables")
    UntagResourceResponse untagResource(UntagResourceRequest request, Call call) {
        Constraints.notMissing(request.hasTagKeys(), "tagKeys");
        Optional<LogResourceEntity> other = other(call, request.resourceArn());
        if (other.isPresent()) {
            other.get().tags().keySet().removeAll(request.tagKeys());
        } else {
            groups.untag(lock(call, byArn(call.scope(), request.resourceArn())), request.tagKeys());
        }
        return UntagResourceResponse.builder().build();
    }

    @AwsAction(missing = "tags of scheduled queries and lookup tables")
    ListTagsForResourceResponse listTagsForResource(ListTagsForResourceRequest request, Call call) {
        Map<String, String> tags = other(call, request.resourceArn())
                .map(LogResourceEntity::tags)
                .orElseGet(() -> groups.require(call.scope(), byArn(call.scope(), request.resourceArn()))
                        .tags());
        return ListTagsForResourceResponse.builder().tags(new TreeMap<>(tags)).build();
    }

    @AwsAction
    TagLogGroupResponse tagLogGroup(TagLogGroupRequest request, Call call) {
        Map<String, String> tags = some(request.hasTags(), request.tags());
        groups.tag(lock(call, name(request.logGroupName())), tags);
        return TagLogGroupResponse.builder().build();
    }

    @AwsAction
    UntagLogGroupResponse untagLogGroup(UntagLogGroupRequest request, Call call) {
        Constraints.notMissing(request.hasTags(), "tags");
        List<String> keys = request.tags();
        groups.untag(lock(call, name(request.logGroupName())), keys);
        return UntagLogGroupResponse.builder().build();
    }

    @AwsAction
    ListTagsLogGroupResponse listTagsLogGroup(ListTagsLogGroupRequest request, Call call) {
        LogGroupEntity group = groups.require(call.scope(), name(request.logGroupName()));
        return ListTagsLogGroupResponse.builder()
                .tags(new TreeMap<>(group.tags()))
                .build();
    }

    /** The resource of an ARN, if it is not a log group. */
    private Optional<LogResourceEntity> other(Call call, @Nullable String arn) {
        return arn == null ? Optional.empty() : resources.find(call.scope(), arn);
    }

    private LogGroupEntity lock(Call call, LogGroupName name) {
        return groups.lock(call.scope(), name);
    }

    /** These actions take the plain ARN only, without {@code :*} at its end. */
    private static LogGroupName byArn(Scope scope, @Nullable String resourceArn) {
        String arn = Constraints.require(resourceArn, "resourceArn");
        Constraints.length("resourceArn", arn, 1, 1011);
        if (!arn.startsWith("arn:") || !arn.contains(":log-group:") || arn.endsWith(":*")) {
            throw LogGroupErrors.notATaggableArn();
        }
        return LogGroupIdentifier.name(scope, "resourceArn", arn);
    }

    private static Map<String, String> some(boolean present, Map<String, String> tags) {
        Constraints.notMissing(present, "tags");
        if (tags.isEmpty()) {
            throw LogsErrors.constraint("tags", tags, "Member must have length greater than or equal to 1");
        }
        return tags;
    }

    private static LogGroupName name(@Nullable String name) {
        return new LogGroupName(Constraints.require(name, "logGroupName"));
    }
}
