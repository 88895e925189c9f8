package io.vpclocal.loadbalancer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.groups.Tuple.tuple;

import io.vpclocal.testing.Aws;
import io.vpclocal.testing.EmulatorTest;
import io.vpclocal.testing.Expect;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import software.amazon.awssdk.services.elasticloadbalancingv2.model.CreateListenerRequest;
import software.amazon.awssdk.services.elasticloadbalancingv2.model.Listener;
import software.amazon.awssdk.services.elasticloadbalancingv2.model.LoadBalancer;
import software.amazon.awssdk.services.elasticloadbalancingv2.model.TargetGroup;

/** Expected: Elastic Load Balancing API Reference; User Guides, listeners and target groups of each type. */
@EmulatorTest
class ListenerTest {

    @Autowired
    private Aws aws;

    private Balanced lan;
    private LoadBalancer front;
    private TargetGroup tcp;

    @BeforeEach
    void network() {
        lan = Balanced.in(aws);
        front = lan.network("front");
        tcp = lan.targets("tcp", "TCP", 80);
    }

    @Test
    void aListenerForwardsToItsTargetGroup() {
        Listener made = listen(r -> r.protocol("TCP").port(443));
        assertThat(made.listenerArn())
                .matches(front.loadBalancerArn().replace(":loadbalancer/", ":listener/") + "/[0-9a-f]{16}");
        assertThat(made.loadBalancerArn()).isEqualTo(front.loadBalancerArn());
        assertThat(made.port()).isEqualTo(443);
        assertThat(made.protocolAsString()).isEqualTo("TCP");
        assertThat(made.defaultActions()).singleElement().satisfies(action -> {
            assertThat(action.typeAsString()).isEqualTo("forward");
            assertThat(action.targetGroupArn()).isEqualTo(tcp.targetGroupArn());
            assertThat(action.forwardConfig().targetGroups())
                    .extracting(each -> each.targetGroupArn())
                    .containsExactly(tcp.targetGroupArn());
        });
        assertThat(lan.elb()
                        .describeListeners(r -> r.loadBalancerArn(front.loadBalancerArn()))
                        .listeners())
                .containsExactly(made);
        assertThat(lan.elb()
                        .describeListeners(r -> r.listenerArns(made.listenerArn()))
                        .listeners())
                .containsExactly(made);
        assertThat(listen(r -> r.protocol("TCP").port(443))).isEqualTo(made);
    }

    @Test
    void aListenerCanForwardToSeveralGroupsByWeight() {
        TargetGroup other = lan.targets("other", "TCP", 81);
        Listener made = lan.elb()
                .createListener(r -> r.loadBalancerArn(front.loadBalancerArn())
                        .protocol("TCP")
                        .port(80)
                        .defaultActions(a -> a.type("forward")
                                .forwardConfig(c -> c.targetGroups(
                                        t -> t.targetGroupArn(tcp.targetGroupArn())
                                                .weight(1),
                                        t -> t.targetGroupArn(other.targetGroupArn())
                                                .weight(3)))))
                .listeners()
                .get(0);
        assertThat(made.defaultActions().get(0).targetGroupArn()).isNull();
        assertThat(made.defaultActions().get(0).forwardConfig().targetGroups())
                .extracting(each -> each.targetGroupArn(), each -> each.weight())
                .containsExactly(tuple(tcp.targetGroupArn(), 1), tuple(other.targetGroupArn(), 3));
    }

    @Test
    void aTlsListenerHasACertificateAndASecurityPolicy() {
        String certificate = "arn:aws:acm:us-east-1:" + lan.account() + ":certificate/1";
        Listener made = listen(r -> r.protocol("TLS")
                .port(443)
                .certificates(c -> c.certificateArn(certificate))
                .alpnPolicy("HTTP2Preferred"));
        assertThat(made.sslPolicy()).isEqualTo("ELBSecurityPolicy-2016-08");
        assertThat(made.certificates()).extracting(c -> c.certificateArn()).containsExactly(certificate);
        assertThat(made.alpnPolicy()).containsExactly("HTTP2Preferred");
        Listener plain = lan.elb()
                .modifyListener(r -> r.listenerArn(made.listenerArn()).protocol("TCP"))
                .listeners()
                .get(0);
        assertThat(plain.sslPolicy()).isNull();
        assertThat(plain.certificates()).isEmpty();
    }

    /** Recorded by users of AWS, of new and of changed listeners. */
    @Test
    void aCertificateOfAnotherRegionIsNotValid() {
        String foreign = "arn:aws:acm:eu-west-1:" + lan.account() + ":certificate/1";
        String text = "Certificate ARN '" + foreign + "' is not valid";
        Expect.awsError(
                "ValidationError",
                text,
                () -> listen(r -> r.protocol("TLS").port(443).certificates(c -> c.certificateArn(foreign))));
        Listener made = listen(r -> r.protocol("TLS")
                .port(443)
                .certificates(c -> c.certificateArn("arn:aws:iam::" + lan.account() + ":server-certificate/web")));
        Expect.awsError("ValidationError", text, () -> lan.elb()
                .modifyListener(r -> r.listenerArn(made.listenerArn()).certificates(c -> c.certificateArn(foreign))));
        Expect.awsError(
                "ValidationError", text, () -> lan.elb().addListenerCertificates(r -> r.listenerArn(made.listenerArn())
                        .certificates(c -> c.certificateArn(foreign))));
    }

    /**
     * Certificates and SSL policies as recorded from AWS in 2026, of HTTP listeners, with AWS's spelling. Mutual authentication
     * of TLS listeners and ALPN policies of TCP listeners are our guess.
     */
    @Test
    void onlyEncryptedListenersHaveWhatEncryptionNeeds() {
        String certificate = "arn:aws:acm:us-east-1:" + lan.account() + ":certificate/1";
        Consumer<CreateListenerRequest.Builder> plain = r -> r.protocol("TCP").port(80);
        Consumer<CreateListenerRequest.Builder> encrypted =
                r -> r.protocol("TLS").port(443).certificates(c -> c.certificateArn(certificate));
        refused(
                "An SSL policy cannot be specifed for TCP listeners",
                plain.andThen(r -> r.sslPolicy("ELBSecurityPolicy-2016-08")));
        refused("An SSL policy cannot be specifed for TCP listeners", plain.andThen(r -> r.sslPolicy("unknown")));
        refused(
                "A certificate cannot be specified for TCP listeners",
                plain.andThen(r -> r.certificates(c -> c.certificateArn(certificate))));
        refused(
                "An ALPN policy cannot be specified for TCP listeners",
                plain.andThen(r -> r.alpnPolicy("HTTP2Preferred")));
        refused(
                "Mutual authentication cannot be specified for TLS listeners",
                encrypted.andThen(r -> r.mutualAuthentication(m -> m.mode("passthrough"))));
        refused("A certificate must be specified for TLS listeners", r -> r.protocol("TLS")
                .port(443));
        refused("An SSL policy must be specified for TLS listeners", encrypted.andThen(r -> r.sslPolicy("")));
        Expect.awsError(
                "SSLPolicyNotFound",
                "SSL policy 'ELBexample-2016-08' not found",
                () -> listen(encrypted.andThen(r -> r.sslPolicy("ELBexample-2016-08"))));
    }

    /** Recorded from AWS. UNVERIFIED: the codes of the first two. */
    @Test
    void alpnPoliciesAndCertificatesAreRefusedAsByAws() {
        Consumer<CreateListenerRequest.Builder> encrypted =
                r -> r.protocol("TLS").port(443);
        refused(
                "Up to '1' ALPN policy can be specified, but '2' were specified",
                encrypted.andThen(r -> r.alpnPolicy("HTTP1Only", "HTTP2Only")));
        refused(
                "Up to '1' certificate ARNs can be specified, but '2' were specified",
                encrypted.andThen(r -> r.certificates(
                        c -> c.certificateArn("arn:aws:acm:us-east-1:123456789012:certificate/1"),
                        c -> c.certificateArn("arn:aws:acm:us-east-1:123456789012:certificate/2"))));
        Expect.awsError(
                "ALPNPolicyNotFound",
                "ALPN policy [HTTP3] is not found",
                () -> listen(encrypted.andThen(r -> r.alpnPolicy("HTTP3"))));
        Expect.awsError(
                "CertificateNotFound",
                "Certificate 'arn:aws:s3:::my-cert' not found",
                () -> listen(encrypted.andThen(r -> r.certificates(c -> c.certificateArn("arn:aws:s3:::my-cert")))));
        refused(
                "Mutual Authentication cannot be set for non secure listeners",
                r -> r.protocol("TCP").port(80).mutualAuthentication(m -> m.mode("off")));
        String plain = listen(r -> r.protocol("TCP").port(80)).listenerArn();
        Expect.awsError("ValidationError", "A certificate cannot be specified for TCP listeners", () -> lan.elb()
                .addListenerCertificates(r -> r.listenerArn(plain)
                        .certificates(c -> c.certificateArn("arn:aws:acm:us-east-1:123456789012:certificate/1"))));
    }

    /** Recorded from AWS. */
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '~',
            nullValues = "-",
            value = {
                "required | -    | -   | Mutual Authentication mode required not found",
                "verify   | -    | -   | Mutual Authentication mode verify requires a trust store arn",
                "off      | -    | on  | Mutual Authentication mode off does not support advertise trust store ca names",
                "passthrough | true | - | Mutual Authentication mode passthrough does not support ignoring client certificate expiry"
            })
    void mutualAuthenticationIsRefusedAsByAws(
            String mode, @Nullable Boolean ignoring, @Nullable String advertising, String text) {
        String web = lan.application("web").loadBalancerArn();
        String group = lan.targets("web", "HTTP", 80).targetGroupArn();
        refused(text, r -> r.loadBalancerArn(web)
                .protocol("HTTPS")
                .port(443)
                .certificates(c -> c.certificateArn("arn:aws:acm:us-east-1:" + lan.account() + ":certificate/1"))
                .mutualAuthentication(m ->
                        m.mode(mode).ignoreClientCertificateExpiry(ignoring).advertiseTrustStoreCaNames(advertising))
                .defaultActions(a -> a.type("forward").targetGroupArn(group)));
    }

    private void refused(String text, Consumer<CreateListenerRequest.Builder> request) {
        Expect.awsError("ValidationError", text, () -> listen(request));
    }

    @Test
    void aListenerIsChangedAndDeleted() {
        Listener made = listen(r -> r.protocol("TCP").port(443));
        listen(r -> r.protocol("TCP").port(444));
        Listener moved = lan.elb()
                .modifyListener(r -> r.listenerArn(made.listenerArn()).port(445))
                .listeners()
                .get(0);
        assertThat(moved).isEqualTo(made.toBuilder().port(445).build());
        Expect.awsError(
                "DuplicateListener",
                "A listener already exists on this port for this load balancer '" + front.loadBalancerArn() + "'",
                () -> lan.elb()
                        .modifyListener(r -> r.listenerArn(made.listenerArn()).port(444)));
        lan.elb().deleteListener(r -> r.listenerArn(made.listenerArn()));
        Expect.awsError("ListenerNotFound", "Listener '" + made.listenerArn() + "' not found", () -> lan.elb()
                .deleteListener(r -> r.listenerArn(made.listenerArn())));
    }

    @Test
    void aGatewaysListenerHasNeitherProtocolNorPort() {
        LoadBalancer gateway = lan.gateway("inspect");
        TargetGroup geneve = lan.targets("geneve", "GENEVE", 6081);
        Consumer<CreateListenerRequest.Builder> plain = r -> r.loadBalancerArn(gateway.loadBalancerArn())
                .defaultActions(a -> a.type("forward").targetGroupArn(geneve.targetGroupArn()));
        Listener made = lan.elb().createListener(plain).listeners().get(0);
        assertThat(made.listenerArn()).contains(":listener/gwy/inspect/");
        assertThat(made.port()).isNull();
        assertThat(made.protocolAsString()).isNull();
        assertThat(lan.elb().createListener(plain).listeners().get(0)).isEqualTo(made);
        Expect.awsError("ValidationError", "A port cannot be specified for gateway listeners", () -> lan.elb()
                .createListener(plain.andThen(r -> r.port(80))));
    }

    /** Compatible protocols: User Guide for Network Load Balancers, target groups. */
    @ParameterizedTest
    @CsvSource({
        "TCP, TCP, ",
        "TCP, TCP_UDP, ",
        "TCP, UDP, IncompatibleProtocols",
        "TCP, TLS, IncompatibleProtocols",
        "UDP, UDP, ",
        "UDP, TCP_UDP, ",
        "UDP, TCP, IncompatibleProtocols",
        "TCP_UDP, TCP_UDP, ",
        "TCP_UDP, UDP, IncompatibleProtocols",
        "TCP, GENEVE, IncompatibleProtocols"
    })
    void listenersAndTargetGroupsMustFit(String listener, String targets, String code) {
        TargetGroup group = lan.targets("fits", targets, targets.equals("GENEVE") ? 6081 : 80);
        Consumer<CreateListenerRequest.Builder> request = r -> r.loadBalancerArn(front.loadBalancerArn())
                .protocol(listener)
                .port(80)
                .defaultActions(a -> a.type("forward").targetGroupArn(group.targetGroupArn()));
        if (code == null) {
            assertThat(lan.elb().createListener(request).listeners()).hasSize(1);
        } else {
            // Recorded from AWS.
            Expect.awsError(
                    code,
                    "The listener and the following target groups have incompatible protocols: "
                            + group.targetGroupArn(),
                    () -> lan.elb().createListener(request));
        }
    }

    @Test
    void aTargetGroupServesOneLoadBalancer() {
        listen(r -> r.protocol("TCP").port(443));
        LoadBalancer other = lan.network("other");
        Expect.awsError(
                "TargetGroupAssociationLimit",
                "The following target groups cannot be associated with more than one load balancer: "
                        + tcp.targetGroupArn(),
                () -> listen(r -> r.loadBalancerArn(other.loadBalancerArn())
                        .protocol("TCP")
                        .port(443)));
    }

    @Test
    void invalidListenersAreRejected() {
        Expect.awsError("ValidationError", "A listener port must be specified", () -> listen(r -> r.protocol("TCP")));
        Expect.awsError("ValidationError", "A listener protocol must be specified", () -> listen(r -> r.port(80)));
        Expect.awsError("ValidationError", () -> listen(r -> r.protocol("TCP").port(65_536)));
        Expect.awsError("ValidationError", () -> listen(r -> r.protocol("TLS").port(443)));
        Expect.awsError(
                "ValidationError",
                () -> listen(r -> r.protocol("TCP").port(443).sslPolicy("ELBSecurityPolicy-2016-08")));
        Expect.awsError(
                "ValidationError",
                "Listener protocol 'HTTP' must be one of 'TCP, QUIC, TCP_QUIC, UDP, TCP_UDP, TLS'",
                () -> listen(r -> r.protocol("HTTP").port(80)));
        Expect.awsError(
                "InvalidLoadBalancerAction",
                () -> listen(r -> r.protocol("TCP").port(80).defaultActions(a -> a.type("redirect")
                        .redirectConfig(c -> c.statusCode("HTTP_301")))));
        Expect.awsError(
                "ValidationError",
                "A target group ARN must be specified",
                () -> listen(r -> r.protocol("TCP").port(80).defaultActions(a -> a.type("forward"))));
        Expect.awsError(
                "ValidationError", "You must specify either listener ARNs or a load balancer ARN", () -> lan.elb()
                        .describeListeners(r -> {}));
    }

    /** "The default is 350 seconds", for TCP listeners and gateways only. */
    @Test
    void aTcpListenerHasAnIdleTimeout() {
        String arn = listen(r -> r.protocol("TCP").port(443)).listenerArn();
        assertThat(lan.elb().describeListenerAttributes(r -> r.listenerArn(arn)).attributes())
                .extracting(each -> each.key(), each -> each.value())
                .containsExactly(tuple("tcp.idle_timeout.seconds", "350"));
        assertThat(lan.elb()
                        .modifyListenerAttributes(
                                r -> r.listenerArn(arn).attributes(a -> a.key("tcp.idle_timeout.seconds")
                                        .value("6000")))
                        .attributes())
                .extracting(each -> each.value())
                .containsExactly("6000");
        Expect.awsError("ValidationError", () -> lan.elb().modifyListenerAttributes(r -> r.listenerArn(arn)
                .attributes(a -> a.key("tcp.idle_timeout.seconds").value("59"))));
        Expect.awsError("InvalidConfigurationRequest", () -> lan.elb().modifyListenerAttributes(r -> r.listenerArn(arn)
                .attributes(a -> a.key("routing.http.response.server.enabled").value("true"))));
    }

    private Listener listen(Consumer<CreateListenerRequest.Builder> wanted) {
        Consumer<CreateListenerRequest.Builder> forward = r -> r.loadBalancerArn(front.loadBalancerArn())
                .defaultActions(a -> a.type("forward").targetGroupArn(tcp.targetGroupArn()));
        return lan.elb().createListener(forward.andThen(wanted)).listeners().get(0);
    }
}
