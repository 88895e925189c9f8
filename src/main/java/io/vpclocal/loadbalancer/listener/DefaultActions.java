package io.vpclocal.loadbalancer.listener;

import io.vpclocal.loadbalancer.resource.ElbLimits;
import io.vpclocal.loadbalancer.resource.ElbParams;
import io.vpclocal.loadbalancer.targetgroup.TargetGroupEntity;
import io.vpclocal.protocol.AwsException;
import io.vpclocal.protocol.Scope;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import software.amazon.awssdk.services.elasticloadbalancingv2.model.Action;
import software.amazon.awssdk.services.elasticloadbalancingv2.model.ActionTypeEnum;
import software.amazon.awssdk.services.elasticloadbalancingv2.model.ForwardActionConfig;
import software.amazon.awssdk.services.elasticloadbalancingv2.model.TargetGroupTuple;

/** The default action of a listener. Only forwarding to target groups is supported. */
final class DefaultActions {

    private DefaultActions() {}

    /**
     * Finds and locks the target groups that a request's actions forward to.
     *
     * @throws AwsException if the request does not have exactly one forward action, or a target group does not exist
     */
    static List<ListenerTargetGroup> read(List<Action> actions, Scope scope, ListenerService service) {
        if (actions.size() != 1) {
            throw ListenerErrors.oneAction();
        }
        Action action = actions.get(0);
        String type = ElbParams.require(action.typeAsString(), "defaultActions.type");
        if (action.type() != ActionTypeEnum.FORWARD) {
            throw ListenerErrors.actionType(type);
        }
        Set<String> seen = new HashSet<>();
        List<ListenerTargetGroup> targets = new ArrayList<>();
        for (TargetGroupTuple tuple : tuples(action)) {
            String arn = tuple.targetGroupArn();
            if (arn == null || arn.isEmpty()) {
                throw ListenerErrors.targetGroupNeeded();
            }
            if (!seen.add(arn)) {
                throw ListenerErrors.twice(arn);
            }
            ElbParams.inRange(tuple.weight(), "weight", 0, ElbLimits.MOST_WEIGHT);
            targets.add(new ListenerTargetGroup(service.target(scope, arn).id(), tuple.weight()));
        }
        return targets;
    }

    private static List<TargetGroupTuple> tuples(Action action) {
        String arn = action.targetGroupArn();
        ForwardActionConfig config = action.forwardConfig();
        if (config == null || config.targetGroups().isEmpty()) {
            return List.of(TargetGroupTuple.builder().targetGroupArn(arn).build());
        }
        List<TargetGroupTuple> tuples = config.targetGroups();
        if (arn != null && (tuples.size() != 1 || !arn.equals(tuples.get(0).targetGroupArn()))) {
            throw ListenerErrors.twoForwards();
        }
        if (tuples.size() > ElbLimits.TARGET_GROUPS_PER_ACTION) {
            throw ListenerErrors.tooManyTargetGroups(ElbLimits.TARGET_GROUPS_PER_ACTION);
        }
        return tuples;
    }

    /** @param groups the target groups by id */
    static Action toWire(ListenerEntity listener, Map<String, TargetGroupEntity> groups) {
        List<TargetGroupTuple> tuples = listener.targetGroups().stream()
                .map(each -> TargetGroupTuple.builder()
                        .targetGroupArn(Objects.requireNonNull(groups.get(each.targetGroupId()))
                                .arn())
                        .weight(each.weight())
                        .build())
                .toList();
        return Action.builder()
                .type(ActionTypeEnum.FORWARD)
                .targetGroupArn(tuples.size() == 1 ? tuples.get(0).targetGroupArn() : null)
                .forwardConfig(config -> config.targetGroups(tuples))
                .build();
    }
}
