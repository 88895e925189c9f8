package io.vpclocal.loadbalancer.action;

import io.vpclocal.loadbalancer.resource.ElbLimits;
import io.vpclocal.loadbalancer.resource.ElbParams;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import software.amazon.awssdk.services.elasticloadbalancingv2.model.Action;
import software.amazon.awssdk.services.elasticloadbalancingv2.model.ForwardActionConfig;
import software.amazon.awssdk.services.elasticloadbalancingv2.model.TargetGroupTuple;

/** The target groups of a forward action, in either form of the request. */
public final class ForwardTargets {

    private ForwardTargets() {}

    /**
     * The target groups with their weights as requested.
     *
     * @throws io.vpclocal.protocol.AwsException if there is none, too many, or one twice
     */
    public static List<TargetGroupTuple> of(Action action) {
        List<TargetGroupTuple> tuples = tuples(action);
        Set<String> seen = new HashSet<>();
        for (TargetGroupTuple tuple : tuples) {
            String arn = tuple.targetGroupArn();
            if (arn == null || arn.isEmpty()) {
                throw ActionErrors.targetGroupNeeded();
            }
            if (!seen.add(arn)) {
                throw ActionErrors.twice(arn);
            }
            ElbParams.inRange(tuple.weight(), "weight", 0, ElbLimits.MOST_WEIGHT);
        }
        return tuples;
    }

    private static List<TargetGroupTuple> tuples(Action action) {
        String arn = action.targetGroupArn();
        ForwardActionConfig config = action.forwardConfig();
        if (config == null || config.targetGroups().isEmpty()) {
            return List.of(TargetGroupTuple.builder().targetGroupArn(arn).build());
        }
        List<TargetGroupTuple> tuples = config.targetGroups();
        if (arn != null && (tuples.size() != 1 || !arn.equals(tuples.get(0).targetGroupArn()))) {
            throw ActionErrors.twoForwards();
        }
        if (tuples.size() > ElbLimits.TARGET_GROUPS_PER_ACTION) {
            throw ActionErrors.tooManyTargetGroups(ElbLimits.TARGET_GROUPS_PER_ACTION);
        }
        return tuples;
    }
}
