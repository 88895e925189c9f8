package io.vpclocal.loadbalancer;

import static org.assertj.core.api.Assertions.assertThat;

import io.vpclocal.testing.Expect;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import software.amazon.awssdk.services.elasticloadbalancingv2.model.Action;
import software.amazon.awssdk.services.elasticloadbalancingv2.model.AuthenticateOidcActionConfig;
import software.amazon.awssdk.services.elasticloadbalancingv2.model.CreateListenerRequest;
import software.amazon.awssdk.services.elasticloadbalancingv2.model.ForwardActionConfig;
import software.amazon.awssdk.services.elasticloadbalancingv2.model.TargetGroup;
import software.amazon.awssdk.services.elasticloadbalancingv2.model.TargetGroupTuple;

/**
 * Actions that listeners refuse. Texts are recorded from AWS in 2026; UNVERIFIED: most of the codes, which CloudFormation
 * hides.
 */
class ActionRefusalTest extends WebListenerTest {

    interface Actions extends Function<ActionRefusalTest, List<Action>> {}

    static Stream<Arguments> ofHttpListeners() {
        return Stream.of(
                refused(
                        "ValidationError",
                        "The weight for the target group must be between 1 and 999, inclusive",
                        test -> test.forward(c -> c.targetGroups(test.weighted(test.blue, 1000)))),
                refused(
                        "ValidationError",
                        "The weight for each target group must be between 0 and 999, inclusive",
                        test -> test.forward(
                                c -> c.targetGroups(test.weighted(test.blue, 1), test.weighted(test.green(), null)))),
                refused(
                        "ValidationError",
                        "You can specify both a target group list and a top-level target group ARN only if the ARNs match",
                        test -> List.of(action(a -> a.type("forward")
                                .targetGroupArn(test.blue.targetGroupArn())
                                .forwardConfig(c -> c.targetGroups(test.weighted(test.green(), 1)))))),
                refused(
                        "TooManyTargetGroups",
                        "You cannot specify more than 5 target groups per action",
                        test -> test.forward(c -> c.targetGroups(IntStream.range(0, 6)
                                .mapToObj(i -> test.weighted(lanTargets(test, i), 1))
                                .toList()))),
                refused(
                        "ValidationError",
                        "Target group stickiness duration must be between 1 and 604800 seconds",
                        test -> test.forward(c -> c.targetGroups(test.weighted(test.blue, 1))
                                .targetGroupStickinessConfig(
                                        s -> s.enabled(true).durationSeconds(604_801)))),
                refused(
                        "ValidationError",
                        "You must provide a duration when enabling target group stickiness",
                        test -> test.forward(c -> c.targetGroups(test.weighted(test.blue, 1))
                                .targetGroupStickinessConfig(s -> s.enabled(true)))),
                refused(
                        "InvalidLoadBalancerAction",
                        "The ContentType must be one of:'text/html', 'application/json', 'application/javascript',"
                                + " 'text/css', 'text/plain'.",
                        test -> List.of(action(a -> a.type("fixed-response")
                                .fixedResponseConfig(c -> c.statusCode("200").contentType("image/png"))))),
                refused(
                        "InvalidLoadBalancerAction",
                        "For actions of type 'fixed-response', you must specify the following fields:"
                                + " 'FixedResponseConfig'",
                        test -> List.of(action(a -> a.type("fixed-response")))),
                refused(
                        "InvalidLoadBalancerAction",
                        "The redirect configuration is not valid because it creates a loop.",
                        test -> List.of(action(a -> a.type("redirect")
                                .redirectConfig(c -> c.statusCode("HTTP_302").host("#{host}"))))),
                refused(
                        "InvalidLoadBalancerAction",
                        "The Port parameter must be either an integer between 1 and 65535 or '#{port}'.",
                        test -> List.of(action(a -> a.type("redirect")
                                .redirectConfig(c -> c.statusCode("HTTP_302").port("65536"))))),
                refused(
                        "ValidationError",
                        "1 validation error detected: Value 'HTTP_307' at 'defaultActions.1.member.redirectConfig.statusCode'"
                                + " failed to satisfy constraint: Member must satisfy enum value set: [HTTP_301, HTTP_302]",
                        test -> List.of(action(a -> a.type("redirect")
                                .redirectConfig(c -> c.statusCode("HTTP_307").port("443"))))),
                refused(
                        "InvalidLoadBalancerAction",
                        "Action types 'redirect,fixed-response' cannot be specified together",
                        test -> List.of(
                                action(a -> a.type("redirect").order(1).redirectConfig(c -> c.statusCode("HTTP_302")
                                        .port("443"))),
                                action(a -> a.type("fixed-response")
                                        .order(2)
                                        .fixedResponseConfig(c -> c.statusCode("200"))))),
                refused(
                        "InvalidLoadBalancerAction",
                        "Actions of type 'authenticate-oidc' are supported only on HTTPS listeners.",
                        test -> List.of(test.oidc(1, c -> {}), test.last(2))));
    }

    @ParameterizedTest
    @MethodSource("ofHttpListeners")
    void actionsOfHttpListenersAreRefusedAsByAws(String code, String text, Actions wanted) {
        List<Action> actions = wanted.apply(this);
        Expect.awsError(
                code, text, () -> listen(r -> r.protocol("HTTP").port(81).defaultActions(actions)));
    }

    static Stream<Arguments> ofHttpsListeners() {
        return Stream.of(
                refused(
                        "InvalidLoadBalancerAction",
                        "You cannot redirect HTTPS to HTTP.",
                        test -> List.of(action(a -> a.type("redirect")
                                .redirectConfig(c -> c.statusCode("HTTP_302").protocol("HTTP"))))),
                refused(
                        "ValidationError",
                        "When you specify multiple actions, you must specify an order for each action",
                        test -> List.of(test.oidc(null, c -> {}), test.last(2))),
                refused(
                        "InvalidLoadBalancerAction",
                        "An action of type 'forward' must have a higher order than all other actions",
                        test -> List.of(test.last(1), test.oidc(2, c -> {}))),
                refused(
                        "InvalidLoadBalancerAction",
                        "The 'idp.example.com/authorize' URL is not valid",
                        test -> List.of(
                                test.oidc(1, c -> c.authorizationEndpoint("idp.example.com/authorize")), test.last(2))),
                refused(
                        "InvalidLoadBalancerAction",
                        "'Session timeout' value '700000' must be between 1 and 604800 inclusive",
                        test -> List.of(test.oidc(1, c -> c.sessionTimeout(700_000L)), test.last(2))),
                refused(
                        "InvalidLoadBalancerAction",
                        "You can specify up to 10 extra authentication request parameters",
                        test -> List.of(
                                test.oidc(
                                        1,
                                        c -> c.authenticationRequestExtraParams(IntStream.range(0, 11)
                                                .boxed()
                                                .collect(Collectors.toMap(i -> "p" + i, i -> "v")))),
                                test.last(2))));
    }

    @ParameterizedTest
    @MethodSource("ofHttpsListeners")
    void actionsOfHttpsListenersAreRefusedAsByAws(String code, String text, Actions wanted) {
        List<Action> actions = wanted.apply(this);
        Consumer<CreateListenerRequest.Builder> https =
                r -> r.protocol("HTTPS").port(443).certificates(c -> c.certificateArn(certificate(1)));
        Expect.awsError(code, text, () -> listen(https.andThen(r -> r.defaultActions(actions))));
        assertThat(listen(https.andThen(r -> r.defaultActions(oidc(1, c -> {}), last(2))))
                        .defaultActions())
                .hasSize(2);
    }

    @Test
    void networkLoadBalancersOnlyForward() {
        TargetGroup tcp = lan.targets("tcp", "TCP", 80);
        String front = lan.network("front").loadBalancerArn();
        Consumer<CreateListenerRequest.Builder> plain =
                r -> r.loadBalancerArn(front).protocol("TCP").port(80);
        Expect.awsError(
                "InvalidLoadBalancerAction",
                "The action type 'fixed-response' is not valid with network load balancer",
                () -> listen(plain.andThen(r -> r.defaultActions(
                        a -> a.type("fixed-response").fixedResponseConfig(c -> c.statusCode("200"))))));
        Expect.awsError(
                "InvalidLoadBalancerAction",
                "Target group stickiness duration cannot be configured on load balancers of type 'network'",
                () -> listen(plain.andThen(r -> r.defaultActions(forward(c -> c.targetGroups(weighted(tcp, 1))
                        .targetGroupStickinessConfig(s -> s.enabled(true).durationSeconds(60)))))));
    }

    @Test
    void targetGroupsOfOneActionFitTogether() {
        TargetGroup green = green();
        lan.set(
                green,
                Map.of(
                        "stickiness.enabled", "true",
                        "stickiness.type", "app_cookie",
                        "stickiness.app_cookie.cookie_name", "session"));
        listen(r -> r.protocol("HTTP").port(81).defaultActions(forward(c -> c.targetGroups(weighted(green, 1)))));
        List<Action> both = forward(c -> c.targetGroups(weighted(blue, 1), weighted(green, 1)));
        String text = "When configuring a rule with multiple target groups, none of them can have stickiness of type"
                + " 'app_cookie' enabled.";
        Expect.awsError(
                "InvalidLoadBalancerAction",
                text,
                () -> listen(r -> r.protocol("HTTP").port(82).defaultActions(both)));
        Expect.awsError(
                "InvalidLoadBalancerAction", text, () -> lan.elb().createRule(r -> r.listenerArn(http.listenerArn())
                        .priority(1)
                        .conditions(path("/a"))
                        .actions(both)));
    }

    @Test
    void targetGroupsHaveOneAddressTypeAndTheVpcOfTheLoadBalancer() {
        TargetGroup v6 = lan.elb()
                .createTargetGroup(r -> r.name("v6")
                        .protocol("HTTP")
                        .port(80)
                        .vpcId(lan.vpcId())
                        .targetType("ip")
                        .ipAddressType("ipv6"))
                .targetGroups()
                .get(0);
        Expect.awsError(
                "InvalidConfigurationRequest",
                "The IP address types of the target groups for a single action must be the same",
                () -> listen(r -> r.protocol("HTTP")
                        .port(81)
                        .defaultActions(forward(c -> c.targetGroups(weighted(blue, 1), weighted(v6, 1))))));
        Expect.awsError(
                "InvalidConfigurationRequest",
                "You cannot associate an IPv6 target group with a load balancer that has an 'ipv4' IP address type",
                () -> listen(r ->
                        r.protocol("HTTP").port(81).defaultActions(forward(c -> c.targetGroups(weighted(v6, 1))))));
        String vpc = lan.ec2().createVpc(r -> r.cidrBlock("10.9.0.0/16")).vpc().vpcId();
        TargetGroup far = lan.elb()
                .createTargetGroup(r -> r.name("far").protocol("HTTP").port(80).vpcId(vpc))
                .targetGroups()
                .get(0);
        Expect.awsError(
                "InvalidConfigurationRequest",
                "The following target groups are in a different VPC than load balancer '" + web.loadBalancerArn()
                        + "': " + far.targetGroupArn(),
                () -> listen(r ->
                        r.protocol("HTTP").port(81).defaultActions(forward(c -> c.targetGroups(weighted(far, 1))))));
    }

    private static Arguments refused(String code, String text, Actions wanted) {
        return Arguments.of(code, text, wanted);
    }

    private List<Action> forward(Consumer<ForwardActionConfig.Builder> config) {
        return List.of(action(a -> a.type("forward").forwardConfig(config)));
    }

    private TargetGroupTuple weighted(TargetGroup group, @Nullable Integer weight) {
        return TargetGroupTuple.builder()
                .targetGroupArn(group.targetGroupArn())
                .weight(weight)
                .build();
    }

    private TargetGroup green() {
        return lan.targets("green", "HTTP", 8081);
    }

    private static TargetGroup lanTargets(ActionRefusalTest test, int number) {
        return test.lan.targets("t" + number, "HTTP", 80);
    }

    private Action last(int order) {
        return action(a -> a.type("forward").order(order).targetGroupArn(blue.targetGroupArn()));
    }

    private Action oidc(@Nullable Integer order, Consumer<AuthenticateOidcActionConfig.Builder> change) {
        Consumer<AuthenticateOidcActionConfig.Builder> config = c -> c.issuer("https://idp.example.com")
                .authorizationEndpoint("https://idp.example.com/authorize")
                .tokenEndpoint("https://idp.example.com/token")
                .userInfoEndpoint("https://idp.example.com/user")
                .clientId("client")
                .clientSecret("secret");
        return action(a -> a.type("authenticate-oidc").order(order).authenticateOidcConfig(config.andThen(change)));
    }
}
