package io.vpclocal.identity.access;

import io.vpclocal.protocol.AwsService;
import io.vpclocal.protocol.Call;
import io.vpclocal.protocol.RequestAttributes;
import io.vpclocal.protocol.ResourceAttributes;
import io.vpclocal.protocol.Scope;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;
import software.amazon.awssdk.core.SdkPojo;

/** Resources of EC2 requests: those named by id, and those about to be made. */
@Component
class Ec2Targets implements Targets {

    private final ServiceRequests requests =
            Objects.requireNonNull(ServiceRequests.read().get("ec2"));
    private final ObjectProvider<ResourceAttributes> owners;
    private final ObjectProvider<RequestAttributes> rooms;

    Ec2Targets(ObjectProvider<ResourceAttributes> owners, ObjectProvider<RequestAttributes> rooms) {
        this.owners = owners;
        this.rooms = rooms;
    }

    @Override
    public AwsService service() {
        return AwsService.EC2;
    }

    @Override
    public List<Target> of(Call call, ActionRule rule, SdkPojo request) {
        RequestMembers members = new RequestMembers(request);
        List<Target> targets = new ArrayList<>();
        for (ActionRule.Resource resource : rule.resources()) {
            if (resource.created()) {
                if (resource.required() || tagged(members, resource.type())) {
                    targets.add(Target.made(resource.type(), arn(call.scope(), resource.type(), "*")));
                }
            } else {
                targets.addAll(existing(call, rule, resource, members, request));
            }
        }
        if (!rule.resources().isEmpty() && !requests.unknownIds(members).isEmpty()) {
            targets.add(Target.ANY);
        }
        return targets.isEmpty() ? List.of(Target.ANY) : targets;
    }

    private List<Target> existing(
            Call call, ActionRule rule, ActionRule.Resource resource, RequestMembers members, SdkPojo request) {
        String type = resource.type();
        Set<String> ids = new LinkedHashSet<>(requests.ids(type, members));
        rooms.stream()
                .filter(room -> room.actions().contains(rule.action()))
                .forEach(room -> ids.addAll(room.resources(call, request).getOrDefault(type, List.of())));
        if (ids.isEmpty()) {
            // Nothing is named, so that only who may use every such resource may go on and be told what is missing.
            return resource.required() ? List.of(Target.made(type, arn(call.scope(), type, "*"))) : List.of();
        }
        return ids.stream().map(id -> existing(call.scope(), type, id)).toList();
    }

    private Target existing(Scope scope, String type, String id) {
        Optional<ResourceAttributes> owner = owners.stream()
                .filter(attributes -> attributes.resourceType().equals(type))
                .findFirst();
        String arn = owner.map(o -> o.arn(scope, id)).orElseGet(() -> arn(scope, type, id));
        return Target.existing(type, arn, () -> owner.flatMap(o -> o.attributes(scope, id)));
    }

    private static boolean tagged(RequestMembers members, String type) {
        return members.at("TagSpecifications.ResourceType").contains(type);
    }

    static String arn(Scope scope, String type, String id) {
        String region = type.equals("ipam-pool") ? "" : scope.region();
        String account = type.equals("image") ? "" : scope.account();
        return "arn:" + scope.partition() + ":ec2:" + region + ":" + account + ":" + type + "/" + id;
    }
}
