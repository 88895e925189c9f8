package io.vpclocal.identity.access;

import io.vpclocal.protocol.AwsService;
import io.vpclocal.protocol.Call;
import io.vpclocal.protocol.ResourceAttributes;
import java.util.ArrayList;
import java.util.List;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;
import software.amazon.awssdk.core.SdkPojo;

/**
 * Resources of Elastic Load Balancing requests, named by ARN. The ARN of a resource to be created ends in {@code *}
 * instead of the id (denials recorded from AWS).
 */
@Component
class LoadBalancingTargets implements Targets {

    private static final String SERVICE = "elasticloadbalancing";
    private static final List<String> MEMBERS = List.of(
            "ListenerArn", "LoadBalancerArn", "TargetGroupArn", "RuleArn", "RulePriorities.RuleArn", "ResourceArns");

    private final ObjectProvider<ResourceAttributes> owners;

    LoadBalancingTargets(ObjectProvider<ResourceAttributes> owners) {
        this.owners = owners;
    }

    @Override
    public AwsService service() {
        return AwsService.ELB;
    }

    @Override
    public List<Target> of(Call call, ActionRule rule, SdkPojo request) {
        RequestMembers members = new RequestMembers(request);
        if (rule.resources().isEmpty()) {
            return List.of(Target.ANY);
        }
        if (call.action().equals("CreateLoadBalancer") || call.action().equals("CreateTargetGroup")) {
            return List.of(made(call, members));
        }
        List<Target> targets = new ArrayList<>();
        members.at(MEMBERS).forEach(arn -> targets.add(existing(call, rule, arn)));
        return targets.isEmpty() ? List.of(Target.ANY) : targets;
    }

    /** The resource that a Create action will create. */
    static Target made(Call call, RequestMembers members) {
        String name = members.first("Name");
        if (call.action().equals("CreateTargetGroup")) {
            return Target.made("targetgroup", call.scope().arn(SERVICE, "targetgroup/" + name + "/*"));
        }
        if (call.action().equals("CreateRule")) {
            String rules = String.valueOf(members.first("ListenerArn")).replace(":listener/", ":listener-rule/");
            return Target.made("listener-rule", rules + "/*");
        }
        if (call.action().equals("CreateListener")) {
            String listeners = String.valueOf(members.first("LoadBalancerArn")).replace(":loadbalancer/", ":listener/");
            return Target.made("listener", listeners + "/*");
        }
        String wanted = String.valueOf(members.first("Type"));
        String type =
                "loadbalancer/" + (wanted.equals("network") ? "net/" : wanted.equals("gateway") ? "gwy/" : "app/");
        return Target.made(type, call.scope().arn(SERVICE, type + name + "/*"));
    }

    private Target existing(Call call, ActionRule rule, String arn) {
        String resource = arn.substring(arn.lastIndexOf(':') + 1);
        String type = rule.resources().stream()
                .map(ActionRule.Resource::type)
                .filter(resource::startsWith)
                .findFirst()
                .orElse("");
        return Target.existing(type, arn, () -> owners.stream()
                .filter(owner -> resource.startsWith(owner.resourceType() + "/"))
                .findFirst()
                .flatMap(owner -> owner.attributes(call.scope(), arn)));
    }
}
