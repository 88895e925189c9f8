package io.vpclocal.loadbalancer;

import io.vpclocal.testing.Expect;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import software.amazon.awssdk.services.elasticloadbalancingv2.model.Action;
import software.amazon.awssdk.services.elasticloadbalancingv2.model.CreateRuleRequest;
import software.amazon.awssdk.services.elasticloadbalancingv2.model.RuleCondition;

/**
 * Conditions and actions that rules and listeners refuse (Elastic Load Balancing API Reference; User Guide for Application
 * Load Balancers, listener rules). Texts are recorded from AWS in 2026 where the source says so; UNVERIFIED: their codes,
 * which CloudFormation hides.
 */
class ListenerRuleRefusalTest extends WebListenerTest {

    static Stream<Arguments> conditions() {
        return Stream.of(
                Arguments.of(
                        "Condition field 'method' must be one of"
                                + " 'http-header,http-request-method,host-header,query-string,path-pattern,source-ip'",
                        condition(c -> c.field("method").values("GET"))),
                Arguments.of(
                        "For conditions of type 'path-pattern', you must specify the following fields:"
                                + " 'Values or RegexValues or PathPatternConfig'",
                        condition(c -> c.field("path-pattern").hostHeaderConfig(h -> h.values("example.com")))),
                Arguments.of(
                        "You must provide exactly one of the following: ['Values' 'RegexValues'] for config of type"
                                + " 'HostHeaderConfig'",
                        condition(c -> c.field("host-header").hostHeaderConfig(h -> h.values(List.of())))),
                Arguments.of(
                        "Condition value 'example' contains a character that is not valid",
                        condition(c -> c.field("host-header").values("example"))),
                Arguments.of("You cannot specify 'host' as an HTTP header name", header("Host", "a")),
                Arguments.of(
                        "Condition value for 'http-header' cannot contain more than 40 characters",
                        header("X".repeat(41), "a")),
                Arguments.of(
                        "Condition value for 'http-request-method' cannot contain more than 40 characters",
                        condition(c ->
                                c.field("http-request-method").httpRequestMethodConfig(m -> m.values("A".repeat(41))))),
                Arguments.of(
                        "The 'Values' field is not compatible with 'source-ip'",
                        condition(c -> c.field("source-ip").values("10.0.0.0/8"))),
                Arguments.of(
                        "The specified value '10.0.0.1' is not a valid CIDR block",
                        condition(c -> c.field("source-ip").sourceIpConfig(s -> s.values("10.0.0.1")))),
                Arguments.of(
                        "For conditions of type 'http-header', you must specify the following fields: 'HttpHeaderConfig'",
                        condition(c -> c.field("http-header"))),
                Arguments.of(
                        "Condition value 'get' contains a character that is not valid",
                        condition(c -> c.field("http-request-method").httpRequestMethodConfig(m -> m.values("get")))),
                Arguments.of(
                        "Condition value for 'path-pattern' cannot contain more than 128 characters",
                        condition(c -> c.field("path-pattern").values("/" + "a".repeat(128)))),
                Arguments.of("A rule can only have '5' condition values and regex values", condition(c -> c.field(
                                "path-pattern")
                        .values(IntStream.range(0, 6).mapToObj(i -> "/" + i).toList()))),
                Arguments.of(
                        "A 'Value' must be specified in 'QueryStringKeyValuePair'",
                        condition(c -> c.field("query-string").queryStringConfig(q -> q.values(v -> v.key("a"))))));
    }

    @Test
    void aRuleHasConditionsAndEachFieldOnce() {
        Consumer<CreateRuleRequest.Builder> bare =
                r -> r.listenerArn(http.listenerArn()).priority(1).actions(a -> a.type("forward")
                        .targetGroupArn(blue.targetGroupArn()));
        Expect.awsError("ValidationError", "A condition must be specified", () -> lan.elb()
                .createRule(bare));
        Expect.awsError("ValidationError", "A rule can only have one 'host-header' condition", () -> lan.elb()
                .createRule(bare.andThen(r -> r.conditions(
                        condition(c -> c.field("host-header").values("a.example.com")),
                        condition(c -> c.field("host-header").values("b.example.com"))))));
    }

    @ParameterizedTest
    @MethodSource("conditions")
    void invalidConditionsAreRejected(String text, RuleCondition condition) {
        Expect.awsError("ValidationError", text, () -> rule(1, condition));
    }

    /** The form of values (API Reference, RuleCondition and the types of its configurations; UNVERIFIED: the texts). */
    static Stream<RuleCondition> forms() {
        return Stream.of(
                condition(c -> c.field("path-pattern").values("")),
                condition(c -> c.field("path-pattern").values("/a", "")),
                condition(c -> c.field("path-pattern").pathPatternConfig(p -> p.values(""))),
                condition(c -> c.field("path-pattern").values("/a b")),
                condition(c -> c.field("path-pattern").values("/%20")),
                condition(c -> c.field("host-header").values("")),
                condition(c -> c.field("host-header").hostHeaderConfig(h -> h.values(""))),
                condition(c -> c.field("host-header").values("a.example." + "c".repeat(119))),
                condition(c -> c.field("host-header").values("localhost")),
                condition(c -> c.field("host-header").values("example.com:8443")),
                condition(c -> c.field("host-header").values("a_b.example.com")),
                condition(c -> c.field("host-header").values("10.0.0.1")),
                condition(c -> c.field("host-header").values("*.*.*.*.*.*.example.com", "?.example.com")),
                header("", "a"),
                header("X Y", "a"),
                header("X-*", "a"),
                header("Host", "a"),
                header("X".repeat(41), "a"),
                header("X-Y", ""),
                header("X-Y", "a".repeat(129)),
                condition(c -> c.field("http-request-method").httpRequestMethodConfig(m -> m.values(""))),
                condition(c -> c.field("http-request-method").httpRequestMethodConfig(m -> m.values("A".repeat(41)))),
                condition(c -> c.field("query-string").queryStringConfig(q -> q.values(v -> v.value("")))),
                condition(c -> c.field("query-string").queryStringConfig(q -> q.values(v -> v.value("a".repeat(129))))),
                condition(c -> c.field("query-string")
                        .queryStringConfig(
                                q -> q.values(v -> v.key("a".repeat(129)).value("a")))),
                condition(c -> c.field("source-ip").sourceIpConfig(s -> s.values(""))),
                condition(c -> c.field("source-ip").sourceIpConfig(s -> s.values("10.0.*.0/24"))),
                condition(c -> c.field("source-ip").sourceIpConfig(s -> s.values("255.255.255.255/32"))));
    }

    @ParameterizedTest
    @MethodSource("forms")
    void valuesOfAnotherFormAreRejected(RuleCondition condition) {
        Expect.awsError("ValidationError", () -> rule(1, condition));
    }

    static Stream<RuleCondition> accepted() {
        return Stream.of(
                condition(c -> c.field("path-pattern").values("*", "/img/*", "/a~b/$1/@x:y+z&'\"_-.")),
                condition(c -> c.field("host-header").values("*.example.com", "EXAMPLE.com", "www.example.*", "*.*")),
                header("X-Forwarded-For", "*curl*"),
                condition(c -> c.field("query-string").queryStringConfig(q -> q.values(v -> v.value("a b")))),
                condition(c -> c.field("source-ip").sourceIpConfig(s -> s.values("2001:db8::/32", "0.0.0.0/0"))));
    }

    @ParameterizedTest
    @MethodSource("accepted")
    void valuesWithTheDocumentedCharactersAreAccepted(RuleCondition condition) {
        rule(1, condition);
    }

    /** Regular expressions are not emulated in either place. */
    @Test
    void regularExpressionsAreRefused() {
        Stream.of(
                        condition(c -> c.field("path-pattern").regexValues("^/a")),
                        condition(c -> c.field("path-pattern").pathPatternConfig(p -> p.regexValues("^/a"))),
                        condition(c -> c.field("host-header").hostHeaderConfig(h -> h.regexValues("^a"))),
                        condition(c -> c.field("http-header")
                                .httpHeaderConfig(h -> h.httpHeaderName("X").regexValues("^a"))))
                .forEach(regular -> Expect.awsError("UnsupportedOperation", () -> rule(1, regular)));
    }

    private static RuleCondition header(String name, String value) {
        return condition(c -> c.field("http-header")
                .httpHeaderConfig(h -> h.httpHeaderName(name).values(value)));
    }

    static Stream<Arguments> actions() {
        return Stream.of(
                Arguments.of("InvalidLoadBalancerAction", action(a -> a.type("redirect")
                        .redirectConfig(c -> c.statusCode("HTTP_302").host("#{host}")))),
                Arguments.of("InvalidLoadBalancerAction", action(a -> a.type("redirect")
                        .redirectConfig(c -> c.statusCode("HTTP_302").path("no-slash")))),
                Arguments.of("InvalidLoadBalancerAction", action(a -> a.type("redirect")
                        .redirectConfig(c -> c.statusCode("HTTP_302").port("65536")))),
                Arguments.of("ValidationError", action(a -> a.type("redirect").redirectConfig(c -> c.port("443")))),
                Arguments.of("ValidationError", action(a -> a.type("fixed-response")
                        .fixedResponseConfig(c -> c.statusCode("302")))),
                Arguments.of("InvalidLoadBalancerAction", action(a -> a.type("fixed-response")
                        .fixedResponseConfig(c -> c.statusCode("200").contentType("image/png")))),
                Arguments.of("InvalidLoadBalancerAction", action(a -> a.type("fixed-response"))),
                Arguments.of("InvalidLoadBalancerAction", action(a -> a.type("authenticate-cognito"))),
                Arguments.of(
                        "ValidationError",
                        action(a -> a.type("fixed-response").order(0).fixedResponseConfig(c -> c.statusCode("200")))),
                Arguments.of("ValidationError", action(a -> a.type("fixed-response")
                        .order(50_001)
                        .fixedResponseConfig(c -> c.statusCode("200")))),
                Arguments.of(
                        "TargetGroupNotFound",
                        action(
                                a -> a.type("forward")
                                        .targetGroupArn(
                                                "arn:aws:elasticloadbalancing:us-east-1:123456789012:targetgroup/no/0123456789abcdef"))),
                Arguments.of("ValidationError", action(a -> a.type("forward"))));
    }

    @ParameterizedTest
    @MethodSource("actions")
    void invalidActionsAreRejected(String code, Action action) {
        Expect.awsError(code, () -> lan.elb().createRule(r -> r.listenerArn(http.listenerArn())
                .priority(1)
                .conditions(path("/"))
                .actions(action)));
        Expect.awsError(code, () -> listen(r -> r.protocol("HTTP").port(81).defaultActions(action)));
    }
}
