package io.vpclocal.loadbalancer.rule;

import static io.vpclocal.loadbalancer.resource.ElbParams.require;
import static io.vpclocal.loadbalancer.resource.ElbParams.requireAny;

import io.vpclocal.loadbalancer.action.ApplicationActions;
import io.vpclocal.loadbalancer.listener.ListenerEntity;
import io.vpclocal.loadbalancer.listener.ListenerService;
import io.vpclocal.loadbalancer.resource.ElbArn;
import io.vpclocal.loadbalancer.resource.ElbLimits;
import io.vpclocal.loadbalancer.resource.ElbPages;
import io.vpclocal.loadbalancer.resource.ElbParams;
import io.vpclocal.loadbalancer.resource.ElbTags;
import io.vpclocal.protocol.AwsAction;
import io.vpclocal.protocol.AwsController;
import io.vpclocal.protocol.AwsService;
import io.vpclocal.protocol.Call;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import software.amazon.awssdk.services.elasticloadbalancingv2.model.CreateRuleRequest;
import software.amazon.awssdk.services.elasticloadbalancingv2.model.CreateRuleResponse;
import software.amazon.awssdk.services.elasticloadbalancingv2.model.DeleteRuleRequest;
import software.amazon.awssdk.services.elasticloadbalancingv2.model.DeleteRuleResponse;
import software.amazon.awssdk.services.elasticloadbalancingv2.model.DescribeRulesRequest;
import software.amazon.awssdk.services.elasticloadbalancingv2.model.DescribeRulesResponse;
import software.amazon.awssdk.services.elasticloadbalancingv2.model.ModifyRuleRequest;
import software.amazon.awssdk.services.elasticloadbalancingv2.model.ModifyRuleResponse;
import software.amazon.awssdk.services.elasticloadbalancingv2.model.Rule;
import software.amazon.awssdk.services.elasticloadbalancingv2.model.RulePriorityPair;
import software.amazon.awssdk.services.elasticloadbalancingv2.model.SetRulePrioritiesRequest;
import software.amazon.awssdk.services.elasticloadbalancingv2.model.SetRulePrioritiesResponse;

@AwsController(AwsService.ELB)
class RuleController {

    private static final String MISSING = "what happens to HTTP requests";

    private final RuleService service;
    private final ListenerService listeners;
    private final ElbPages pages;

    RuleController(RuleService service, ListenerService listeners, ElbPages pages) {
        this.service = service;
        this.listeners = listeners;
        this.pages = pages;
    }

    @AwsAction(missing = MISSING)
    CreateRuleResponse createRule(CreateRuleRequest request, Call call) {
        ListenerEntity listener = listeners.lock(call.scope(), require(request.listenerArn(), "listenerArn"));
        RuleEntity made = service.create(
                listener,
                priority(require(request.priority(), "priority")),
                request.conditions(),
                requireAny(request.actions(), "actions"),
                ElbTags.read(request.tags()));
        return CreateRuleResponse.builder().rules(toWire(made)).build();
    }

    @AwsAction
    DescribeRulesResponse describeRules(DescribeRulesRequest request, Call call) {
        List<String> arns = request.ruleArns();
        String listenerArn = request.listenerArn();
        if (listenerArn != null && !arns.isEmpty()) {
            throw RuleErrors.arnsAndListener();
        }
        if (listenerArn == null && arns.isEmpty()) {
            throw RuleErrors.arnsOrListener();
        }
        List<Rule> found = new ArrayList<>();
        if (listenerArn == null) {
            arns.forEach(arn -> found.add(find(call, arn)));
        } else {
            ListenerEntity listener = listeners.require(call.scope(), listenerArn);
            service.ofListener(listener).forEach(rule -> found.add(toWire(rule)));
            found.add(ofDefault(listener));
        }
        ElbPages.Page<Rule> page = pages.page(call, found, Rule::ruleArn, request.pageSize(), request.marker());
        return DescribeRulesResponse.builder()
                .rules(page.items())
                .nextMarker(page.nextMarker())
                .build();
    }

    @AwsAction(missing = MISSING)
    ModifyRuleResponse modifyRule(ModifyRuleRequest request, Call call) {
        String arn = require(request.ruleArn(), "ruleArn");
        if (request.conditions().isEmpty() && request.actions().isEmpty()) {
            throw RuleErrors.nothingToModify();
        }
        service.requireNotDefault(call.scope(), arn, "modified");
        RuleEntity rule = service.lock(call.scope(), arn);
        service.modify(rule, request.conditions(), request.actions());
        return ModifyRuleResponse.builder().rules(toWire(rule)).build();
    }

    @AwsAction
    DeleteRuleResponse deleteRule(DeleteRuleRequest request, Call call) {
        service.delete(call.scope(), require(request.ruleArn(), "ruleArn"));
        return DeleteRuleResponse.builder().build();
    }

    @AwsAction
    SetRulePrioritiesResponse setRulePriorities(SetRulePrioritiesRequest request, Call call) {
        Map<String, Integer> wanted = new LinkedHashMap<>();
        for (RulePriorityPair pair : requireAny(request.rulePriorities(), "rulePriorities")) {
            String arn = require(pair.ruleArn(), "rulePriorities.ruleArn");
            if (wanted.put(arn, priority(require(pair.priority(), "rulePriorities.priority"))) != null) {
                throw RuleErrors.ruleTwice(arn);
            }
        }
        return SetRulePrioritiesResponse.builder()
                .rules(service.reprioritize(call.scope(), wanted).stream()
                        .map(RuleController::toWire)
                        .toList())
                .build();
    }

    private Rule find(Call call, String arn) {
        return service.ofDefaultRule(call.scope(), arn)
                .map(this::ofDefault)
                .or(() -> service.find(call.scope(), arn).map(RuleController::toWire))
                .orElseThrow(ElbArn.Kind.RULE::someNotFound);
    }

    private static int priority(Integer wanted) {
        ElbParams.inRange(wanted, "priority", 1, ElbLimits.MOST_PRIORITY);
        return wanted;
    }

    /** The default rule of a listener has its default actions. */
    private Rule ofDefault(ListenerEntity listener) {
        String arn = listener.arn().replace(":listener/", ":listener-rule/") + "/" + listener.defaultRuleId();
        return Rule.builder()
                .ruleArn(arn)
                .priority("default")
                .conditions(List.of())
                .actions(listeners.actions(listener))
                .isDefault(true)
                .build();
    }

    private static Rule toWire(RuleEntity rule) {
        return Rule.builder()
                .ruleArn(rule.arn())
                .priority(String.valueOf(rule.priority()))
                .conditions(RuleConditions.read(rule.conditions()))
                .actions(ApplicationActions.read(rule.actions()))
                .isDefault(false)
                .build();
    }
}
