package io.vpclocal.identity.access;

import io.vpclocal.identity.iam.IamScope;
import io.vpclocal.identity.iam.directory.IamDirectory;
import io.vpclocal.protocol.AwsService;
import io.vpclocal.protocol.Call;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Component;

/**
 * The permissions that a call needs besides its own action (Service Authorization Reference: dependent actions).
 * Permissions that only consoles need are left out. So is {@code route53:AssociateVPCWithHostedZone} for private DNS
 * names, because the endpoint management policy in the AWS PrivateLink Guide does not grant it.
 */
@Component
class DependentChecks {

    private static final String NEW = "*";
    private static final String EC2_SERVICE = "ec2.amazonaws.com";
    private static final String MULTI_REGION = "ec2:VpceMultiRegion";

    private final Map<String, ServiceRequests> requests = ServiceRequests.read();
    private final IamTargets iam;
    private final IamDirectory directory;
    private final ActionRule createTags;
    private final ActionRule addTags;
    private final ActionRule passRole;
    private final ActionRule createLogDelivery;
    private final ActionRule unmask;

    DependentChecks(IamTargets iam, IamDirectory directory, ActionTable table) {
        this.iam = iam;
        this.directory = directory;
        this.createTags = table.require("ec2:CreateTags");
        this.addTags = table.require("elasticloadbalancing:AddTags");
        this.passRole = table.require("iam:PassRole");
        this.createLogDelivery = table.require("logs:CreateLogDelivery");
        this.unmask = table.require("logs:Unmask");
    }

    /** @param own the checks of the call's own action */
    List<Check> of(Call call, ActionRule rule, RequestMembers members, List<Check> own) {
        List<Check> checks = new ArrayList<>();
        addTags(call, members, checks);
        addLoadBalancingTags(call, members, checks);
        addRoles(call, members, own, checks);
        addLogDelivery(rule, members, checks);
        addOtherRegions(call, rule, members, own, checks);
        addUnmasking(call, members, own, checks);
        return checks;
    }

    /** Reading sensitive data needs its own permission on the same log groups. */
    private void addUnmasking(Call call, RequestMembers members, List<Check> own, List<Check> checks) {
        if (call.service() == AwsService.LOGS && "true".equals(members.first("unmask"))) {
            own.forEach(check -> checks.add(Check.of(unmask, check.target(), true, Map.of())));
        }
    }

    /** Tags on creation need their own permission. */
    private void addTags(Call call, RequestMembers members, List<Check> checks) {
        if (call.service() != AwsService.EC2) {
            return;
        }
        for (RequestMembers specification : members.list("TagSpecifications")) {
            String type = specification.first("ResourceType");
            Map<String, String> tags = specification.tags("Tags");
            if (type != null && !tags.isEmpty()) {
                Target made = Target.made(type, Ec2Targets.arn(call.scope(), type, NEW));
                Map<String, List<String>> context =
                        new LinkedHashMap<>(ConditionKeys.ofResource(call, createTags, made));
                context.putAll(ConditionKeys.requestTags(tags));
                context.put("ec2:CreateAction", List.of(call.action()));
                checks.add(Check.of(createTags, made, true, context));
            }
        }
    }

    /** The same for load balancing, where tags of a new resource are not in tag specifications. */
    private void addLoadBalancingTags(Call call, RequestMembers members, List<Check> checks) {
        if (call.service() != AwsService.ELB || !call.action().startsWith("Create")) {
            return;
        }
        Map<String, String> tags = members.tags("Tags");
        if (!tags.isEmpty()) {
            Map<String, List<String>> context = new LinkedHashMap<>(ConditionKeys.requestTags(tags));
            context.put("elasticloadbalancing:CreateAction", List.of(call.action()));
            checks.add(Check.of(addTags, LoadBalancingTargets.made(call, members), true, context));
        }
    }

    private void addRoles(Call call, RequestMembers members, List<Check> own, List<Check> checks) {
        ServiceRequests service = requests.get(call.service().signingName());
        Map<String, String> passed =
                service == null ? Map.of() : service.passRole().getOrDefault(call.action(), Map.of());
        passed.forEach((member, to) -> members.at(member).forEach(arn -> checks.add(pass(arn, to, own))));
        if (call.service() == AwsService.EC2) {
            profileRole(call, members).ifPresent(arn -> checks.add(pass(arn, EC2_SERVICE, own)));
        }
        String role = members.first("RoleName");
        if (call.service() == AwsService.IAM && call.action().equals("AddRoleToInstanceProfile") && role != null) {
            checks.add(pass(iam.role(call, role), EC2_SERVICE, own));
        }
    }

    /** The role of an instance profile, if it has one. */
    private Optional<String> profileRole(Call call, RequestMembers members) {
        String arn = members.first("IamInstanceProfile.Arn");
        String name = arn == null ? members.first("IamInstanceProfile.Name") : arn.substring(arn.lastIndexOf('/') + 1);
        return name == null ? Optional.empty() : directory.roleInProfile(IamScope.of(call.scope()), name);
    }

    /**
     * {@code iam:AssociatedResourceArn} is the resource that the call creates with the role, or else the one it
     * changes.
     */
    private Check pass(String role, String service, List<Check> own) {
        Target target = iam.target("role", role);
        Map<String, List<String>> context = new LinkedHashMap<>();
        context.put("iam:PassedToService", List.of(service));
        own.stream()
                .map(Check::target)
                .filter(Target::made)
                .findFirst()
                .or(() -> own.stream().map(Check::target).findFirst())
                .ifPresent(with -> context.put("iam:AssociatedResourceArn", List.of(with.arn())));
        return Check.of(passRole, target, true, context);
    }

    /** Flow logs to S3 and Data Firehose use log deliveries of CloudWatch Logs. */
    private void addLogDelivery(ActionRule rule, RequestMembers members, List<Check> checks) {
        String destination = members.first("LogDestinationType");
        if (rule.action().equals("ec2:CreateFlowLogs")
                && destination != null
                && !destination.equals("cloud-watch-logs")) {
            checks.add(Check.of(createLogDelivery, Target.ANY, false, Map.of()));
        }
    }

    /** Cross-Region access needs its own permission on the same new or existing resource. */
    private static void addOtherRegions(
            Call call, ActionRule rule, RequestMembers members, List<Check> own, List<Check> checks) {
        boolean requested = ConditionKeys.multiRegion(call, members);
        for (Check check : own) {
            String type = check.target().type();
            boolean endpoint = type.equals("vpc-endpoint") || type.equals("vpc-endpoint-service");
            if (endpoint && (requested || changesOtherRegion(rule, check.target()))) {
                checks.add(new Check(
                        rule,
                        "vpce:AllowMultiRegion",
                        rule.action(),
                        check.target(),
                        true,
                        check.askedKeys(),
                        null,
                        null));
            }
        }
    }

    private static boolean changesOtherRegion(ActionRule rule, Target endpoint) {
        return rule.action().equals("ec2:ModifyVpcEndpoint")
                && endpoint.attributes()
                        .get()
                        .conditionKeys()
                        .getOrDefault(MULTI_REGION, List.of())
                        .contains("true");
    }
}
