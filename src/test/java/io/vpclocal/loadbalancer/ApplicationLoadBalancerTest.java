package io.vpclocal.loadbalancer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.groups.Tuple.tuple;

import io.vpclocal.testing.Aws;
import io.vpclocal.testing.EmulatorTest;
import io.vpclocal.testing.Expect;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import software.amazon.awssdk.services.ec2.model.NetworkInterface;
import software.amazon.awssdk.services.elasticloadbalancingv2.model.CreateTargetGroupRequest;
import software.amazon.awssdk.services.elasticloadbalancingv2.model.LoadBalancer;
import software.amazon.awssdk.services.elasticloadbalancingv2.model.LoadBalancerAttribute;
import software.amazon.awssdk.services.elasticloadbalancingv2.model.SslPolicy;
import software.amazon.awssdk.services.elasticloadbalancingv2.model.TargetGroup;

/** Expected: Elastic Load Balancing API Reference; User Guide for Application Load Balancers. */
@EmulatorTest
class ApplicationLoadBalancerTest {

    @Autowired
    private Aws aws;

    private Balanced lan;

    @BeforeEach
    void network() {
        lan = Balanced.in(aws);
    }

    @Test
    void itIsInTheDefaultGroupAndHasAnInterfacePerZone() {
        LoadBalancer made = lan.application("web");
        String group = lan.ec2()
                .describeSecurityGroups(
                        r -> r.filters(f -> f.name("vpc-id").values(lan.vpcId()), f -> f.name("group-name")
                                .values("default")))
                .securityGroups()
                .get(0)
                .groupId();
        assertThat(made.loadBalancerArn()).matches(".*:loadbalancer/app/web/[0-9a-f]{16}");
        assertThat(made.typeAsString()).isEqualTo("application");
        assertThat(made.dnsName()).matches("internal-web-\\d+\\.us-east-1\\.elb\\.amazonaws\\.com");
        assertThat(made.canonicalHostedZoneId()).isEqualTo("Z35SXDOTRQ7X7K");
        assertThat(made.securityGroups()).containsExactly(group);
        assertThat(made.enforceSecurityGroupInboundRulesOnPrivateLinkTraffic()).isNull();
        List<NetworkInterface> interfaces = lan.ec2()
                .describeNetworkInterfaces(r -> r.filters(f -> f.name("description")
                        .values("ELB app/web/" + made.loadBalancerArn().split("/")[3])))
                .networkInterfaces();
        assertThat(interfaces)
                .extracting(one -> one.interfaceTypeAsString(), one -> one.requesterId(), one -> one.availabilityZone())
                .containsExactlyInAnyOrder(
                        tuple("interface", "amazon-elb", "us-east-1a"), tuple("interface", "amazon-elb", "us-east-1b"));
        assertThat(lan.application("web"))
                .isEqualTo(made.toBuilder().state(s -> s.code("active")).build());
        lan.elb().deleteLoadBalancer(r -> r.loadBalancerArn(made.loadBalancerArn()));
        assertThat(lan.all()).isEmpty();
    }

    /** The text is recorded from AWS. */
    @Test
    void itNeedsTwoZones() {
        Expect.awsError(
                "ValidationError",
                "At least two subnets in two different Availability Zones must be specified",
                () -> lan.create(Balanced.internal("web")
                        .type("application")
                        .subnets(lan.subnetA())
                        .build()));
        LoadBalancer made = lan.application("web");
        Expect.awsError("ValidationError", () -> lan.elb()
                .setSubnets(r -> r.loadBalancerArn(made.loadBalancerArn()).subnets(lan.subnetB())));
        Expect.awsError(
                "InvalidConfigurationRequest",
                () -> lan.create(Balanced.internal("other")
                        .type("application")
                        .subnetMappings(
                                m -> m.subnetId(lan.subnetA()).privateIPv4Address("10.0.1.9"),
                                m -> m.subnetId(lan.subnetB()))
                        .build()));
    }

    @Test
    void itHasItsOwnAttributes() {
        String arn = lan.application("web").loadBalancerArn();
        Map<String, String> attributes = attributes(arn);
        assertThat(attributes)
                .hasSize(23)
                .containsEntry("idle_timeout.timeout_seconds", "60")
                .containsEntry("load_balancing.cross_zone.enabled", "true")
                .containsEntry("routing.http2.enabled", "true")
                .containsEntry("routing.http.desync_mitigation_mode", "defensive")
                .containsEntry("client_keep_alive.seconds", "3600");
        set(arn, "idle_timeout.timeout_seconds", "4000");
        assertThat(attributes(arn)).containsEntry("idle_timeout.timeout_seconds", "4000");
        Expect.awsError("ValidationError", () -> set(arn, "idle_timeout.timeout_seconds", "4001"));
        Expect.awsError("ValidationError", () -> set(arn, "load_balancing.cross_zone.enabled", "false"));
        Expect.awsError("ValidationError", () -> set(arn, "dns_record.client_routing_policy", "any_availability_zone"));
    }

    @Test
    void httpTargetGroupsHaveTheirDefaults() {
        TargetGroup http = group(r -> r.name("http").protocol("HTTP").port(80));
        assertThat(http.protocolVersion()).isEqualTo("HTTP1");
        assertThat(http.healthCheckProtocolAsString()).isEqualTo("HTTP");
        assertThat(http.healthCheckPath()).isEqualTo("/");
        assertThat(http.healthCheckTimeoutSeconds()).isEqualTo(5);
        assertThat(http.healthCheckIntervalSeconds()).isEqualTo(30);
        assertThat(http.matcher().httpCode()).isEqualTo("200");
        TargetGroup grpc = group(r -> r.name("grpc").protocol("HTTPS").port(443).protocolVersion("GRPC"));
        assertThat(grpc.matcher().grpcCode()).isEqualTo("12");
        assertThat(grpc.matcher().httpCode()).isNull();
        assertThat(grpc.healthCheckPath()).isEqualTo("/AWS.ALB/healthcheck");
        assertThat(lan.attributes(http))
                .containsEntry("load_balancing.algorithm.type", "round_robin")
                .containsEntry("stickiness.type", "lb_cookie")
                .containsEntry("slow_start.duration_seconds", "0")
                .doesNotContainKey("preserve_client_ip.enabled");
        lan.set(http, Map.of("slow_start.duration_seconds", "30"));
        Expect.awsError("ValidationError", () -> lan.set(http, Map.of("slow_start.duration_seconds", "29")));
        Expect.awsError(
                "InvalidConfigurationRequest",
                "You must set an application cookie name to enable stickiness of type 'app_cookie'",
                () -> lan.set(http, Map.of("stickiness.enabled", "true", "stickiness.type", "app_cookie")));
        Expect.awsError(
                "ValidationError",
                () -> group(r -> r.name("tcp").protocol("HTTP").port(80).healthCheckProtocol("TCP")));
        Expect.awsError(
                "ValidationError",
                () -> group(r -> r.name("codes").protocol("HTTP").port(80).matcher(m -> m.httpCode("500"))));
        Expect.awsError(
                "ValidationError",
                () -> group(r -> r.name("version").protocol("HTTP").port(80).protocolVersion("HTTP3")));
    }

    @Test
    void aLambdaFunctionIsATarget() {
        TargetGroup group = lan.elb()
                .createTargetGroup(r -> r.name("function").targetType("lambda"))
                .targetGroups()
                .get(0);
        assertThat(group.healthCheckEnabled()).isFalse();
        assertThat(group.healthCheckIntervalSeconds()).isEqualTo(35);
        assertThat(group.port()).isNull();
        assertThat(group.vpcId()).isNull();
        assertThat(lan.attributes(group)).containsEntry("lambda.multi_value_headers.enabled", "false");
        String function = "arn:aws:lambda:us-east-1:" + lan.account() + ":function:hello";
        lan.register(group, Balanced.target(function, null));
        assertThat(lan.health(group)).singleElement().satisfies(health -> {
            assertThat(health.target().id()).isEqualTo(function);
            assertThat(Balanced.summary(health)).isEqualTo("unused Target.NotInUse");
        });
        Expect.awsError(
                "InvalidConfigurationRequest", () -> lan.register(group, Balanced.target(function + "2", null)));
        Expect.awsError("ValidationError", () -> lan.register(group, Balanced.target("10.0.1.9", null)));
        Expect.awsError(
                "ValidationError",
                "Port cannot be specified for target groups with target type 'lambda'",
                () -> lan.elb()
                        .createTargetGroup(
                                r -> r.name("other").targetType("lambda").port(80)));
    }

    /** A Network Load Balancer can have an Application Load Balancer as its target. The error texts are our guess. */
    @Test
    void itIsATargetOfANetworkLoadBalancer() {
        LoadBalancer web = lan.application("web");
        TargetGroup group = lan.elb()
                .createTargetGroup(r -> r.name("albs")
                        .protocol("TCP")
                        .port(80)
                        .vpcId(lan.vpcId())
                        .targetType("alb"))
                .targetGroups()
                .get(0);
        assertThat(group.healthCheckProtocolAsString()).isEqualTo("HTTP");
        Expect.awsError(
                "InvalidTarget",
                "Application Load Balancer '" + web.loadBalancerArn() + "' has no listener on port 80",
                () -> lan.register(group, Balanced.target(web.loadBalancerArn(), null)));
        lan.listen(web, "HTTP", 80, group(r -> r.name("http").protocol("HTTP").port(8080)));
        lan.register(group, Balanced.target(web.loadBalancerArn(), 80));
        lan.listen(lan.network("front"), "TCP", 80, group);
        assertThat(lan.health(group))
                .extracting(health -> health.targetHealth().stateAsString())
                .containsExactly("healthy");
        Expect.awsError(
                "ResourceInUse", () -> lan.elb().deleteLoadBalancer(r -> r.loadBalancerArn(web.loadBalancerArn())));
        LoadBalancer front = lan.network("other");
        Expect.awsError("InvalidTarget", () -> lan.register(group, Balanced.target(front.loadBalancerArn(), 80)));
        Expect.awsError("InvalidConfigurationRequest", () -> lan.elb().createTargetGroup(r -> r.name("udp")
                .protocol("UDP")
                .port(80)
                .vpcId(lan.vpcId())
                .targetType("alb")));
    }

    /** Protocols and ciphers: User Guide for Application Load Balancers, security policies. */
    @Test
    void securityPoliciesAreDescribed() {
        List<SslPolicy> all = lan.elb().describeSSLPolicies().sslPolicies();
        assertThat(all).hasSize(38);
        SslPolicy strict = lan.elb()
                .describeSSLPolicies(r -> r.names("ELBSecurityPolicy-TLS13-1-2-Res-2021-06"))
                .sslPolicies()
                .get(0);
        // UNVERIFIED: a repeated name counts once.
        assertThat(lan.elb()
                        .describeSSLPolicies(r -> r.names(strict.name(), strict.name()))
                        .sslPolicies())
                .containsExactly(strict);
        assertThat(strict.sslProtocols()).containsExactly("TLSv1.3", "TLSv1.2");
        assertThat(strict.ciphers())
                .extracting(cipher -> cipher.name(), cipher -> cipher.priority())
                .containsExactly(
                        tuple("TLS_AES_128_GCM_SHA256", 1),
                        tuple("TLS_AES_256_GCM_SHA384", 2),
                        tuple("TLS_CHACHA20_POLY1305_SHA256", 3),
                        tuple("ECDHE-ECDSA-AES128-GCM-SHA256", 4),
                        tuple("ECDHE-RSA-AES128-GCM-SHA256", 5),
                        tuple("ECDHE-ECDSA-AES256-GCM-SHA384", 6),
                        tuple("ECDHE-RSA-AES256-GCM-SHA384", 7));
        Expect.awsError(
                "SSLPolicyNotFound", () -> lan.elb().describeSSLPolicies(r -> r.names("ELBSecurityPolicy-None")));
        assertThat(lan.elb().describeTrustStores(r -> {}).trustStores()).isEmpty();
        Expect.awsError("TrustStoreNotFound", () -> lan.elb().describeTrustStores(r -> r.names("mine")));
    }

    private TargetGroup group(Consumer<CreateTargetGroupRequest.Builder> wanted) {
        Consumer<CreateTargetGroupRequest.Builder> ip = r -> r.targetType("ip").vpcId(lan.vpcId());
        return lan.elb().createTargetGroup(ip.andThen(wanted)).targetGroups().get(0);
    }

    private Map<String, String> attributes(String arn) {
        return lan.elb().describeLoadBalancerAttributes(r -> r.loadBalancerArn(arn)).attributes().stream()
                .collect(Collectors.toMap(LoadBalancerAttribute::key, LoadBalancerAttribute::value));
    }

    private void set(String arn, String key, String value) {
        lan.elb().modifyLoadBalancerAttributes(r -> r.loadBalancerArn(arn)
                .attributes(a -> a.key(key).value(value)));
    }
}
