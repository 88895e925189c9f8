package io.vpclocal.identity.access;

import io.vpclocal.protocol.AwsService;
import io.vpclocal.protocol.Call;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import software.amazon.awssdk.core.SdkPojo;

/** Every question that one call puts to the policies: its own action on each resource, and what the call needs besides. */
@Component
class Checks {

    private static final String NEW = "*";

    private final Map<AwsService, Targets> targets = new EnumMap<>(AwsService.class);
    private final Map<String, ServiceRequests> requests = ServiceRequests.read();
    private final ConditionKeys keys;
    private final TrustChecks trust;
    private final IamTargets iam;

    Checks(List<Targets> targets, ConditionKeys keys, TrustChecks trust, IamTargets iam) {
        targets.forEach(each -> this.targets.put(each.service(), each));
        this.keys = keys;
        this.trust = trust;
        this.iam = iam;
    }

    List<Check> of(Call call, ActionRule rule, SdkPojo request) {
        if (rule.action().equals("sts:AssumeRole")) {
            return trust.of(call, rule, request);
        }
        RequestMembers members = new RequestMembers(request);
        boolean onResources = !rule.resources().isEmpty() || rule.action().equals("logs:DescribeLogGroups");
        List<Check> checks = new ArrayList<>();
        for (Target target : targets(call.service()).of(call, rule, request)) {
            checks.add(Check.of(rule.action(), target, onResources, keys.of(call, rule, target, request)));
        }
        addTags(call, members, checks);
        addLoadBalancingTags(call, members, checks);
        addPassRole(call, members, checks);
        addLogDelivery(rule, members, checks);
        addOtherRegions(call, rule, members, checks);
        return checks;
    }

    /** The other form of an ARN that a check would accept as well; null for most. */
    static @Nullable Target alternative(Call call, Target target) {
        boolean tagging = call.service() == AwsService.LOGS
                && (call.action().endsWith("TagResource")
                        || call.action().equals("UntagResource")
                        || call.action().equals("ListTagsForResource"));
        String suffix = ":log-stream:";
        return tagging && target.arn().endsWith(suffix)
                ? new Target(
                        target.type(),
                        target.arn().substring(0, target.arn().length() - suffix.length()),
                        target.attributes())
                : null;
    }

    private Targets targets(AwsService service) {
        return Objects.requireNonNull(targets.get(service));
    }

    /** Tags that are given on creation need a permission of their own. */
    private static void addTags(Call call, RequestMembers members, List<Check> checks) {
        if (call.service() != AwsService.EC2) {
            return;
        }
        for (RequestMembers specification : members.list("TagSpecifications")) {
            String type = specification.first("ResourceType");
            Map<String, List<String>> context =
                    new LinkedHashMap<>(ConditionKeys.requestTags(specification.tags("Tags")));
            context.put("ec2:CreateAction", List.of(call.action()));
            if (type != null && !specification.tags("Tags").isEmpty()) {
                Target made = Target.made(type, Ec2Targets.arn(call.scope(), type, NEW));
                checks.add(Check.of("ec2:CreateTags", made, true, context));
            }
        }
    }

    /** The same for load balancing, where a new resource's tags have no specifications around them. */
    private static void addLoadBalancingTags(Call call, RequestMembers members, List<Check> checks) {
        Map<String, String> tags = members.tags("Tags");
        if (call.service() == AwsService.ELB && call.action().startsWith("Create") && !tags.isEmpty()) {
            Map<String, List<String>> context = new LinkedHashMap<>(ConditionKeys.requestTags(tags));
            context.put("elasticloadbalancing:CreateAction", List.of(call.action()));
            checks.add(
                    Check.of("elasticloadbalancing:AddTags", LoadBalancingTargets.made(call, members), true, context));
        }
    }

    private void addPassRole(Call call, RequestMembers members, List<Check> checks) {
        ServiceRequests service = requests.get(call.service().signingName());
        Map<String, String> passed =
                service == null ? Map.of() : service.passRole().getOrDefault(call.action(), Map.of());
        passed.forEach((member, to) -> members.at(member).forEach(arn -> checks.add(passRole(arn, to))));
        String role = members.first("RoleName");
        if (call.service() == AwsService.IAM && call.action().equals("AddRoleToInstanceProfile") && role != null) {
            checks.add(passRole(iam.role(call, role), "ec2.amazonaws.com"));
        }
    }

    private Check passRole(String arn, String service) {
        return Check.of("iam:PassRole", iam.target("role", arn), true, Map.of("iam:PassedToService", List.of(service)));
    }

    /** Flow logs to S3 and Data Firehose are deliveries of CloudWatch Logs. */
    private static void addLogDelivery(ActionRule rule, RequestMembers members, List<Check> checks) {
        String destination = members.first("LogDestinationType");
        if (rule.action().equals("ec2:CreateFlowLogs")
                && destination != null
                && !destination.equals("cloud-watch-logs")) {
            checks.add(Check.of("logs:CreateLogDelivery", Target.ANY, false, Map.of()));
        }
    }

    /** What reaches into another Region needs a permission of its own, on the same new or existing resource. */
    private static void addOtherRegions(Call call, ActionRule rule, RequestMembers members, List<Check> checks) {
        if (!ConditionKeys.multiRegion(call, members)) {
            return;
        }
        List<Check> own = List.copyOf(checks);
        for (Check check : own) {
            String type = check.target().type();
            if (check.action().equals(rule.action())
                    && (type.equals("vpc-endpoint") || type.equals("vpc-endpoint-service"))) {
                checks.add(new Check("vpce:AllowMultiRegion", rule.action(), check.target(), true, check.keys(), null));
            }
        }
    }
}
