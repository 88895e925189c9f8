package io.vpclocal.loadbalancer.listener;

import io.vpclocal.loadbalancer.action.ActionErrors;
import io.vpclocal.loadbalancer.action.ApplicationActions;
import io.vpclocal.loadbalancer.action.ForwardTargets;
import io.vpclocal.loadbalancer.balancer.LoadBalancerEntity;
import io.vpclocal.loadbalancer.resource.BalancedProtocol;
import io.vpclocal.loadbalancer.resource.ElbParams;
import io.vpclocal.loadbalancer.resource.LoadBalancerType;
import io.vpclocal.loadbalancer.targetgroup.TargetGroupEntity;
import io.vpclocal.protocol.Scope;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.elasticloadbalancingv2.model.Action;
import software.amazon.awssdk.services.elasticloadbalancingv2.model.ActionTypeEnum;
import software.amazon.awssdk.services.elasticloadbalancingv2.model.ForwardActionConfig;
import software.amazon.awssdk.services.elasticloadbalancingv2.model.TargetGroupTuple;

/**
 * The default actions of a listener.
 *
 * @param text all actions of an Application Load Balancer; null for other types, which only forward
 * @param targetGroups the target groups that they forward to
 */
record DefaultActions(@Nullable String text, List<ListenerTargetGroup> targetGroups) {

    /**
     * Reads the actions of a request. Finds and locks the target groups that they forward to.
     *
     * @throws io.vpclocal.protocol.AwsException if the actions are not valid, or a target group does not exist
     */
    static DefaultActions read(
            List<Action> actions, LoadBalancerEntity of, @Nullable BalancedProtocol protocol, ListenerService service) {
        if (of.type() == LoadBalancerType.APPLICATION) {
            ApplicationActions all = ApplicationActions.of(actions, protocol);
            return new DefaultActions(all.text(), locked(all.targets(), of.scope(), service));
        }
        if (actions.size() != 1) {
            throw ActionErrors.oneAction();
        }
        Action action = actions.get(0);
        String type = ElbParams.require(action.typeAsString(), "defaultActions.type");
        if (action.type() != ActionTypeEnum.FORWARD) {
            throw ActionErrors.actionType(type, of.type());
        }
        ForwardActionConfig config = action.forwardConfig();
        if (config != null
                && config.targetGroupStickinessConfig() != null
                && config.targetGroupStickinessConfig().durationSeconds() != null) {
            throw ActionErrors.stickinessNotFor(of.type());
        }
        return new DefaultActions(null, locked(ForwardTargets.of(action), of.scope(), service));
    }

    /** @param groups the target groups by id */
    static List<Action> toWire(ListenerEntity listener, Map<String, TargetGroupEntity> groups) {
        String text = listener.plan().actions().text();
        if (text != null) {
            return ApplicationActions.read(text);
        }
        List<TargetGroupTuple> tuples = listener.targetGroups().stream()
                .map(each -> TargetGroupTuple.builder()
                        .targetGroupArn(Objects.requireNonNull(groups.get(each.targetGroupId()))
                                .arn())
                        .weight(each.weight())
                        .build())
                .toList();
        return List.of(Action.builder()
                .type(ActionTypeEnum.FORWARD)
                .targetGroupArn(tuples.size() == 1 ? tuples.get(0).targetGroupArn() : null)
                .forwardConfig(config -> config.targetGroups(tuples))
                .build());
    }

    private static List<ListenerTargetGroup> locked(
            List<TargetGroupTuple> tuples, Scope scope, ListenerService service) {
        List<ListenerTargetGroup> targets = new ArrayList<>();
        for (TargetGroupTuple tuple : tuples) {
            String id = service.target(scope, tuple.targetGroupArn()).id();
            targets.add(new ListenerTargetGroup(id, tuple.weight()));
        }
        return targets;
    }
}
