package io.vpclocal.identity.access;

import io.vpclocal.protocol.AwsService;
import io.vpclocal.protocol.Call;
import io.vpclocal.protocol.ResourceAttributes;
import io.vpclocal.protocol.Scope;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.springframework.stereotype.Component;
import software.amazon.awssdk.core.SdkPojo;

/** Resources of EC2 requests: those named by id, and those to be created. */
@Component
class Ec2Targets implements Targets {

    private static final String NEW = "*";

    /** Types whose ARNs contain a name, which is known before they are created. */
    private static final Set<String> NAMED = Set.of("key-pair", "placement-group");

    private final ServiceRequests requests =
            Objects.requireNonNull(ServiceRequests.read().get("ec2"));
    private final ModuleLookups modules;

    Ec2Targets(ModuleLookups modules) {
        this.modules = modules;
    }

    @Override
    public AwsService service() {
        return AwsService.EC2;
    }

    @Override
    public List<Target> of(Call call, ActionRule rule, SdkPojo request) {
        RequestMembers members = new RequestMembers(request);
        List<Target> targets = new ArrayList<>();
        List<Map<String, List<String>>> meant = modules.of(rule.action()).stream()
                .map(module -> module.resources(call, request))
                .toList();
        for (ActionRule.Resource resource : rule.resources()) {
            String type = resource.type();
            List<String> named = requests.ids(type, members);
            if (resource.created() && NAMED.contains(type) && !named.isEmpty()) {
                named.forEach(name -> targets.add(Target.made(type, arn(call.scope(), type, name))));
                continue;
            }
            Set<String> ids = new LinkedHashSet<>(resource.created() ? List.of() : named);
            meant.forEach(byType -> ids.addAll(byType.getOrDefault(type, List.of())));
            boolean any = resource.required() || resource.created() && tagged(members, type);
            if (ids.isEmpty() && any) {
                // A resource to be created, or a request that names none. It is checked as all resources of the type.
                ids.add(NEW);
            }
            ids.forEach(id -> targets.add(target(call.scope(), type, id)));
        }
        if (!rule.resources().isEmpty() && !requests.unknownIds(members).isEmpty()) {
            targets.add(Target.ANY);
        }
        return targets.isEmpty() ? List.of(Target.ANY) : targets;
    }

    private Target target(Scope scope, String type, String id) {
        if (id.equals(NEW)) {
            return Target.made(type, arn(scope, type, NEW));
        }
        Optional<ResourceAttributes> owner = modules.owner(type);
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
