package io.vpclocal.identity.access;

import io.vpclocal.protocol.AwsService;
import io.vpclocal.protocol.Call;
import io.vpclocal.protocol.Scope;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import software.amazon.awssdk.core.SdkPojo;

/**
 * Resources of CloudWatch Logs requests. A log group is checked as an ARN that ends in an empty log stream
 * ({@code log-group:NAME:log-stream:}), as denials recorded from AWS show.
 */
@Component
class LogsTargets implements Targets {

    private static final String STREAM = ":log-stream:";

    private final ServiceRequests requests =
            Objects.requireNonNull(ServiceRequests.read().get("logs"));
    private final ModuleLookups modules;

    LogsTargets(ModuleLookups modules) {
        this.modules = modules;
    }

    @Override
    public AwsService service() {
        return AwsService.LOGS;
    }

    @Override
    public List<Target> of(Call call, ActionRule rule, SdkPojo request) {
        RequestMembers members = new RequestMembers(request);
        if (rule.action().equals("logs:DescribeLogGroups")) {
            String prefix = members.first("logGroupNamePrefix");
            return List.of(group(call.scope(), prefix == null ? "" : prefix));
        }
        List<Target> targets = new ArrayList<>();
        for (ActionRule.Resource resource : rule.resources()) {
            List<Target> named = named(call, rule, resource.type(), members, request);
            targets.addAll(named);
        }
        return targets.isEmpty() ? List.of(Target.ANY) : targets;
    }

    private List<Target> named(Call call, ActionRule rule, String type, RequestMembers members, SdkPojo request) {
        Scope scope = call.scope();
        if (type.equals("log-group") || type.equals("log-stream")) {
            Set<String> groups = new LinkedHashSet<>(requests.ids("log-group", members));
            groups.addAll(members.at("resourceArn"));
            modules.of(rule.action())
                    .forEach(module ->
                            groups.addAll(module.resources(call, request).getOrDefault("log-group", List.of())));
            String stream = type.equals("log-stream") ? members.first("logStreamName") : null;
            return groups.stream()
                    .map(LogsTargets::name)
                    .filter(Objects::nonNull)
                    .map(name -> stream == null ? group(scope, name) : stream(scope, name, stream))
                    .toList();
        }
        return requests.ids(type, members).stream()
                .map(id -> Target.made(type, id.startsWith("arn:") ? id : scope.arn("logs", type + ":" + id)))
                .toList();
    }

    private Target group(Scope scope, String name) {
        return Target.existing(
                "log-group", scope.arn("logs", "log-group:" + name + STREAM), () -> modules.owner("log-group")
                        .flatMap(owner -> owner.attributes(scope, name)));
    }

    private Target stream(Scope scope, String group, String stream) {
        return new Target(
                "log-stream",
                scope.arn("logs", "log-group:" + group + STREAM + stream),
                group(scope, group).attributes());
    }

    /** The name of a log group given by name or ARN. Null for the ARN of another resource. */
    private static @Nullable String name(String nameOrArn) {
        if (!nameOrArn.startsWith("arn:")) {
            return nameOrArn;
        }
        String[] parts = nameOrArn.split(":", 8);
        return parts.length >= 7 && parts[5].equals("log-group") ? parts[6] : null;
    }
}
