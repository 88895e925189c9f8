package io.vpclocal.loadbalancer.action;

import io.vpclocal.loadbalancer.resource.ElbLimits;
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
        requireWeights(tuples);
        Set<String> seen = new HashSet<>();
        for (TargetGroupTuple tuple : tuples) {
            String arn = tuple.targetGroupArn();
            if (arn == null || arn.isEmpty()) {
                throw ActionErrors.targetGroupNeeded();
            }
            if (!seen.add(arn)) {
                throw ActionErrors.twice(arn);
            }
        }
        return tuples;
    }

    /** Each of several target groups has a weight. */
    private static void requireWeights(List<TargetGroupTuple> tuples) {
        boolean several = tuples.size() > 1;
        for (TargetGroupTuple tuple : tuples) {
            Integer weight = tuple.weight();
            boolean fits = weight == null ? !several : weight >= 0 && weight <= ElbLimits.MOST_WEIGHT;
            if (!fits) {
                throw several ? ActionErrors.weights() : ActionErrors.weight();
            }
        }
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
