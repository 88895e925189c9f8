package io.vpclocal.loadbalancer.action;

import io.vpclocal.loadbalancer.resource.BalancedProtocol;
import io.vpclocal.loadbalancer.resource.ElbParams;
import io.vpclocal.protocol.AwsService;
import io.vpclocal.protocol.CommonErrors;
import io.vpclocal.protocol.codec.ModelText;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.elasticloadbalancingv2.model.Action;
import software.amazon.awssdk.services.elasticloadbalancingv2.model.ActionTypeEnum;
import software.amazon.awssdk.services.elasticloadbalancingv2.model.ForwardActionConfig;
import software.amazon.awssdk.services.elasticloadbalancingv2.model.Rule;
import software.amazon.awssdk.services.elasticloadbalancingv2.model.TargetGroupStickinessConfig;
import software.amazon.awssdk.services.elasticloadbalancingv2.model.TargetGroupTuple;

/**
 * The actions of a listener or rule of an Application Load Balancer, checked and with AWS's defaults (API Reference,
 * Action; User Guide for Application Load Balancers, listener rules).
 */
public final class ApplicationActions {

    private static final Set<ActionTypeEnum> LAST =
            Set.of(ActionTypeEnum.FORWARD, ActionTypeEnum.REDIRECT, ActionTypeEnum.FIXED_RESPONSE);
    private static final int LONGEST_STICKINESS = 604_800;

    private final List<Action> actions;

    private ApplicationActions(List<Action> actions) {
        this.actions = actions;
    }

    /**
     * @param listener the protocol of the listener
     * @throws io.vpclocal.protocol.AwsException if the actions are not valid
     */
    public static ApplicationActions of(List<Action> requested, @Nullable BalancedProtocol listener) {
        if (requested.isEmpty()) {
            throw CommonErrors.missingParameter(AwsService.ELB, "actions");
        }
        List<Action> sorted = sorted(requested);
        requireOneLast(sorted);
        List<Action> checked = new ArrayList<>();
        for (int i = 0; i < sorted.size(); i++) {
            Action action = sorted.get(i);
            boolean last = i == sorted.size() - 1;
            if (!last && listener != BalancedProtocol.HTTPS) {
                throw ActionErrors.httpsOnly(action.typeAsString());
            }
            checked.add(checked(action, listener));
        }
        return new ApplicationActions(List.copyOf(checked));
    }

    /** The actions that {@link #text} has written. */
    public static List<Action> read(String text) {
        return ModelText.read(AwsService.ELB, Rule.class, text).actions();
    }

    public String text() {
        return ModelText.write(Rule.builder().actions(actions).build());
    }

    /** The target groups that they forward to. */
    public List<TargetGroupTuple> targets() {
        return actions.stream()
                .filter(action -> action.forwardConfig() != null)
                .flatMap(action -> action.forwardConfig().targetGroups().stream())
                .toList();
    }

    /** Exactly one action, the last one, says where requests go. */
    private static void requireOneLast(List<Action> sorted) {
        sorted.forEach(action -> ElbParams.require(action.typeAsString(), "actions.type"));
        List<String> routing = sorted.stream()
                .filter(action -> LAST.contains(action.type()))
                .map(Action::typeAsString)
                .toList();
        if (routing.size() > 1) {
            throw ActionErrors.together(routing);
        }
        if (routing.isEmpty()) {
            throw ActionErrors.noLastAction();
        }
        if (!LAST.contains(sorted.get(sorted.size() - 1).type())) {
            throw ActionErrors.lastAction(routing.get(0));
        }
    }

    private static List<Action> sorted(List<Action> requested) {
        requested.forEach(action -> ElbParams.inRange(action.order(), "actions.order", 1, 50_000));
        if (requested.size() == 1) {
            return requested;
        }
        Set<Integer> orders = new HashSet<>();
        for (Action action : requested) {
            Integer order = action.order();
            if (order == null) {
                throw ActionErrors.orderNeeded();
            }
            if (!orders.add(order)) {
                throw ActionErrors.orders();
            }
        }
        return requested.stream().sorted(Comparator.comparing(Action::order)).toList();
    }

    private static Action checked(Action action, @Nullable BalancedProtocol listener) {
        return switch (action.type()) {
            case FORWARD -> forward(action);
            case REDIRECT -> Responses.redirect(action, listener);
            case FIXED_RESPONSE -> Responses.fixed(action);
            case AUTHENTICATE_COGNITO -> Authentication.cognito(action);
            case AUTHENTICATE_OIDC -> Authentication.oidc(action);
            default -> throw CommonErrors.notHere("actions of type '" + action.typeAsString() + "'");
        };
    }

    private static Action forward(Action action) {
        List<TargetGroupTuple> tuples = ForwardTargets.of(action).stream()
                .map(tuple ->
                        tuple.weight() == null ? tuple.toBuilder().weight(1).build() : tuple)
                .toList();
        ForwardActionConfig config = action.forwardConfig();
        TargetGroupStickinessConfig stickiness = config == null ? null : config.targetGroupStickinessConfig();
        if (stickiness == null) {
            stickiness = TargetGroupStickinessConfig.builder().enabled(false).build();
        }
        Integer duration = stickiness.durationSeconds();
        if (duration != null && (duration < 1 || duration > LONGEST_STICKINESS)) {
            throw ActionErrors.stickinessDuration();
        }
        if (Boolean.TRUE.equals(stickiness.enabled()) && duration == null) {
            throw ActionErrors.stickinessDurationNeeded();
        }
        return action.toBuilder()
                .targetGroupArn(tuples.size() == 1 ? tuples.get(0).targetGroupArn() : null)
                .forwardConfig(ForwardActionConfig.builder()
                        .targetGroups(tuples)
                        .targetGroupStickinessConfig(stickiness)
                        .build())
                .build();
    }
}
