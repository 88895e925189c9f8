package io.vpclocal.loadbalancer;

import io.vpclocal.testing.Aws;
import io.vpclocal.testing.EmulatorTest;
import java.util.List;
import java.util.function.Consumer;
import org.junit.jupiter.api.BeforeEach;
import org.springframework.beans.factory.annotation.Autowired;
import software.amazon.awssdk.services.elasticloadbalancingv2.model.Action;
import software.amazon.awssdk.services.elasticloadbalancingv2.model.CreateListenerRequest;
import software.amazon.awssdk.services.elasticloadbalancingv2.model.CreateRuleRequest;
import software.amazon.awssdk.services.elasticloadbalancingv2.model.Listener;
import software.amazon.awssdk.services.elasticloadbalancingv2.model.LoadBalancer;
import software.amazon.awssdk.services.elasticloadbalancingv2.model.Rule;
import software.amazon.awssdk.services.elasticloadbalancingv2.model.RuleCondition;
import software.amazon.awssdk.services.elasticloadbalancingv2.model.TargetGroup;

/** An Application Load Balancer with an HTTP listener that forwards to one target group. */
@EmulatorTest
abstract class WebListenerTest {

    @Autowired
    protected Aws aws;

    protected Balanced lan;
    protected LoadBalancer web;
    protected TargetGroup blue;
    protected Listener http;

    @BeforeEach
    void listener() {
        lan = Balanced.in(aws);
        web = lan.application("web");
        blue = lan.targets("blue", "HTTP", 8080);
        http = listen(r -> r.protocol("HTTP").port(80));
    }

    protected List<Rule> rules() {
        return lan.elb().describeRules(r -> r.listenerArn(http.listenerArn())).rules();
    }

    protected Rule rule(int priority, RuleCondition condition) {
        Consumer<CreateRuleRequest.Builder> request = r -> r.listenerArn(http.listenerArn())
                .priority(priority)
                .conditions(condition)
                .actions(a -> a.type("forward").targetGroupArn(blue.targetGroupArn()));
        return lan.elb().createRule(request).rules().get(0);
    }

    protected static RuleCondition path(String pattern) {
        return condition(c -> c.field("path-pattern").values(pattern));
    }

    protected static RuleCondition condition(Consumer<RuleCondition.Builder> wanted) {
        return RuleCondition.builder().applyMutation(wanted).build();
    }

    protected static Action action(Consumer<Action.Builder> wanted) {
        return Action.builder().applyMutation(wanted).build();
    }

    protected String certificate(int number) {
        return "arn:aws:acm:us-east-1:" + lan.account() + ":certificate/" + number;
    }

    protected Listener listen(Consumer<CreateListenerRequest.Builder> wanted) {
        Consumer<CreateListenerRequest.Builder> forward = r -> r.loadBalancerArn(web.loadBalancerArn())
                .defaultActions(a -> a.type("forward").targetGroupArn(blue.targetGroupArn()));
        return lan.elb().createListener(forward.andThen(wanted)).listeners().get(0);
    }
}
