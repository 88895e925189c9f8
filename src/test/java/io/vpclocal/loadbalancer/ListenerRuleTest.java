package io.vpclocal.loadbalancer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.groups.Tuple.tuple;

import io.vpclocal.testing.Expect;
import io.vpclocal.testing.People;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.elasticloadbalancingv2.ElasticLoadBalancingV2Client;
import software.amazon.awssdk.services.elasticloadbalancingv2.model.Action;
import software.amazon.awssdk.services.elasticloadbalancingv2.model.Listener;
import software.amazon.awssdk.services.elasticloadbalancingv2.model.LoadBalancer;
import software.amazon.awssdk.services.elasticloadbalancingv2.model.Rule;
import software.amazon.awssdk.services.elasticloadbalancingv2.model.TargetGroup;

/**
 * Listeners of Application Load Balancers and their rules (Elastic Load Balancing API Reference; User Guide for Application
 * Load Balancers, listener rules). Texts are recorded from AWS where the source says so.
 */
class ListenerRuleTest extends WebListenerTest {

    @Autowired
    private People people;

    @Test
    void actionsAreDescribedWithTheirDefaults() {
        assertThat(http.defaultActions()).singleElement().satisfies(action -> {
            assertThat(action.targetGroupArn()).isEqualTo(blue.targetGroupArn());
            assertThat(action.forwardConfig().targetGroups())
                    .extracting(tuple -> tuple.targetGroupArn(), tuple -> tuple.weight())
                    .containsExactly(tuple(blue.targetGroupArn(), 1));
            assertThat(action.forwardConfig().targetGroupStickinessConfig().enabled())
                    .isFalse();
        });
        Listener redirecting = listen(r -> r.protocol("HTTP").port(81).defaultActions(a -> a.type("redirect")
                .redirectConfig(c -> c.protocol("HTTPS").port("443").statusCode("HTTP_301"))));
        assertThat(redirecting.defaultActions().get(0).redirectConfig()).satisfies(config -> {
            assertThat(config.host()).isEqualTo("#{host}");
            assertThat(config.path()).isEqualTo("/#{path}");
            assertThat(config.query()).isEqualTo("#{query}");
            assertThat(config.port()).isEqualTo("443");
            assertThat(config.protocol()).isEqualTo("HTTPS");
        });
        assertThat(lan.elb()
                        .describeListeners(r -> r.loadBalancerArn(web.loadBalancerArn()))
                        .listeners())
                .containsExactly(http, redirecting);
    }

    @Test
    void anHttpsListenerHasCertificatesAndAuthenticates() {
        String first = certificate(1);
        Listener https = listen(r -> r.protocol("HTTPS")
                .port(443)
                .certificates(c -> c.certificateArn(first))
                .defaultActions(
                        a -> a.type("authenticate-oidc").order(1).authenticateOidcConfig(c -> c.issuer(
                                        "https://a.example")
                                .authorizationEndpoint("https://a.example/auth")
                                .tokenEndpoint("https://a.example/token")
                                .userInfoEndpoint("https://a.example/me")
                                .clientId("id")
                                .clientSecret("secret")),
                        a -> a.type("fixed-response").order(2).fixedResponseConfig(c -> c.statusCode("200"))));
        assertThat(https.sslPolicy()).isEqualTo("ELBSecurityPolicy-2016-08");
        assertThat(https.mutualAuthentication().mode()).isEqualTo("off");
        assertThat(https.defaultActions()).extracting(Action::order).containsExactly(1, 2);
        assertThat(https.defaultActions().get(0).authenticateOidcConfig()).satisfies(config -> {
            assertThat(config.clientSecret()).isNull();
            assertThat(config.sessionCookieName()).isEqualTo("AWSELBAuthSessionCookie");
            assertThat(config.sessionTimeout()).isEqualTo(604_800);
            assertThat(config.onUnauthenticatedRequestAsString()).isEqualTo("authenticate");
        });
        String arn = https.listenerArn();
        lan.elb().addListenerCertificates(r -> r.listenerArn(arn)
                .certificates(c -> c.certificateArn(certificate(2)), c -> c.certificateArn(certificate(3))));
        lan.elb().removeListenerCertificates(r -> r.listenerArn(arn)
                .certificates(c -> c.certificateArn(certificate(2))));
        assertThat(lan.elb()
                        .describeListenerCertificates(r -> r.listenerArn(arn))
                        .certificates())
                .extracting(c -> c.certificateArn(), c -> c.isDefault())
                .containsExactly(tuple(first, true), tuple(certificate(3), false));
        Expect.awsError("OperationNotPermitted", () -> lan.elb()
                .removeListenerCertificates(r -> r.listenerArn(arn).certificates(c -> c.certificateArn(first))));
        assertThat(lan.elb().describeListenerAttributes(r -> r.listenerArn(arn)).attributes())
                .extracting(attribute -> attribute.key())
                .hasSize(19)
                .contains("routing.http.request.x_amzn_tls_version.header_name");
    }

    @Test
    void rulesAreDescribedInTheOrderOfTheirPriority() {
        Rule second = rule(20, path("/b/*"));
        Rule first = rule(10, path("/a/*"));
        assertThat(first.ruleArn())
                .matches(http.listenerArn().replace(":listener/", ":listener-rule/") + "/[0-9a-f]{16}");
        assertThat(first.conditions().get(0).values()).containsExactly("/a/*");
        assertThat(first.conditions().get(0).pathPatternConfig().values()).containsExactly("/a/*");
        assertThat(rules()).extracting(Rule::priority).containsExactly("10", "20", "default");
        Rule last = rules().get(2);
        assertThat(last.isDefault()).isTrue();
        assertThat(last.actions()).isEqualTo(http.defaultActions());
        assertThat(lan.elb()
                        .describeRules(r -> r.ruleArns(last.ruleArn(), second.ruleArn()))
                        .rules())
                .containsExactly(last, second);

        lan.elb()
                .setRulePriorities(r ->
                        r.rulePriorities(p -> p.ruleArn(first.ruleArn()).priority(20), p -> p.ruleArn(second.ruleArn())
                                .priority(10)));
        assertThat(rules()).extracting(Rule::ruleArn).startsWith(second.ruleArn(), first.ruleArn());
        Rule changed = lan.elb()
                .modifyRule(r -> r.ruleArn(first.ruleArn()).actions(a -> a.type("fixed-response")
                        .fixedResponseConfig(c -> c.statusCode("503").contentType("text/plain"))))
                .rules()
                .get(0);
        assertThat(changed.conditions()).isEqualTo(first.conditions());
        assertThat(changed.actions().get(0).fixedResponseConfig().statusCode()).isEqualTo("503");

        lan.elb().addTags(r -> r.resourceArns(first.ruleArn())
                .tags(t -> t.key("team").value("a")));
        assertThat(lan.elb()
                        .describeTags(r -> r.resourceArns(first.ruleArn()))
                        .tagDescriptions()
                        .get(0)
                        .tags())
                .extracting(tag -> tag.key(), tag -> tag.value())
                .containsExactly(tuple("team", "a"));
        lan.elb().deleteRule(r -> r.ruleArn(second.ruleArn()));
        Expect.awsError("RuleNotFound", () -> lan.elb().deleteRule(r -> r.ruleArn(second.ruleArn())));
        lan.elb().deleteListener(r -> r.listenerArn(http.listenerArn()));
        Expect.awsError("RuleNotFound", "One or more rules not found", () -> lan.elb()
                .describeRules(r -> r.ruleArns(first.ruleArn())));
    }

    @Test
    void theDefaultRuleAndUsedPrioritiesAreProtected() {
        Rule first = rule(10, path("/a"));
        Rule last = rules().get(1);
        Expect.awsError("PriorityInUse", "Priority '10' is currently in use", () -> rule(10, path("/b")));
        Expect.awsError(
                "OperationNotPermitted", "Default rule '" + last.ruleArn() + "' cannot be deleted", () -> lan.elb()
                        .deleteRule(r -> r.ruleArn(last.ruleArn())));
        Expect.awsError("OperationNotPermitted", () -> lan.elb()
                .modifyRule(r -> r.ruleArn(last.ruleArn()).conditions(path("/c"))));
        Expect.awsError("ValidationError", "Either conditions or actions must be specified", () -> lan.elb()
                .modifyRule(r -> r.ruleArn(first.ruleArn())));
        Expect.awsError("ValidationError", () -> rule(0, path("/b")));
        Expect.awsError("ValidationError", () -> rule(50_001, path("/b")));
    }

    @Test
    void aTargetGroupOfARuleIsInUse() {
        TargetGroup green = lan.targets("green", "HTTP", 8080);
        Rule made = lan.elb()
                .createRule(r -> r.listenerArn(http.listenerArn())
                        .priority(1)
                        .conditions(path("/green"))
                        .actions(a -> a.type("forward").targetGroupArn(green.targetGroupArn())))
                .rules()
                .get(0);
        assertThat(lan.elb()
                        .describeTargetGroups(r -> r.loadBalancerArn(web.loadBalancerArn()))
                        .targetGroups())
                .extracting(group -> group.targetGroupName(), group -> group.loadBalancerArns())
                .containsExactly(
                        tuple("blue", List.of(web.loadBalancerArn())), tuple("green", List.of(web.loadBalancerArn())));
        Expect.awsError(
                "ResourceInUse", () -> lan.elb().deleteTargetGroup(r -> r.targetGroupArn(green.targetGroupArn())));
        lan.elb().deleteRule(r -> r.ruleArn(made.ruleArn()));
        lan.elb().deleteTargetGroup(r -> r.targetGroupArn(green.targetGroupArn()));
        TargetGroup tcp = lan.targets("tcp", "TCP", 80);
        Expect.awsError("IncompatibleProtocols", () -> lan.elb().createRule(r -> r.listenerArn(http.listenerArn())
                .priority(1)
                .conditions(path("/tcp"))
                .actions(a -> a.type("forward").targetGroupArn(tcp.targetGroupArn()))));
    }

    @Test
    void listenersOfOtherTypesHaveADefaultRuleOnly() {
        TargetGroup tcp = lan.targets("tcp", "TCP", 80);
        LoadBalancer front = lan.network("front");
        lan.listen(front, "TCP", 80, tcp);
        String arn = lan.elb()
                .describeListeners(r -> r.loadBalancerArn(front.loadBalancerArn()))
                .listeners()
                .get(0)
                .listenerArn();
        assertThat(lan.elb().describeRules(r -> r.listenerArn(arn)).rules())
                .extracting(Rule::priority, rule -> rule.actions().get(0).targetGroupArn())
                .containsExactly(tuple("default", tcp.targetGroupArn()));
        Expect.awsError("InvalidConfigurationRequest", () -> lan.elb().createRule(r -> r.listenerArn(arn)
                .priority(1)
                .conditions(path("/"))
                .actions(a -> a.type("forward").targetGroupArn(tcp.targetGroupArn()))));
        Expect.awsError(
                "ValidationError",
                "Listener protocol 'TCP' must be one of 'HTTP, HTTPS'",
                () -> listen(r -> r.protocol("TCP").port(81)));
    }

    /** Service Authorization Reference, Elastic Load Balancing V2: a rule is made in its listener. */
    @Test
    void policiesNameListenersAndRules() {
        String arn = rule(10, path("/a")).ruleArn();
        ElasticLoadBalancingV2Client elb = aws.elb(
                people.user(
                        lan.account(),
                        "ruler",
                        People.document(
                                "{\"Effect\":\"Allow\",\"Action\":\"elasticloadbalancing:*Rule\",\"Resource\":[\""
                                        + http.listenerArn() + "\",\"" + arn + "\"]}")),
                Region.US_EAST_1);
        String made = elb.createRule(r -> r.listenerArn(http.listenerArn())
                        .priority(11)
                        .conditions(path("/b"))
                        .actions(a -> a.type("forward").targetGroupArn(blue.targetGroupArn())))
                .rules()
                .get(0)
                .ruleArn();
        Expect.awsError("AccessDenied", () -> elb.deleteRule(r -> r.ruleArn(made)));
        elb.deleteRule(r -> r.ruleArn(arn));
        assertThat(rules()).extracting(Rule::priority).containsExactly("11", "default");
    }
}
