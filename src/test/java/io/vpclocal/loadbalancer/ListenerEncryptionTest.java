package io.vpclocal.loadbalancer;

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

/** What encrypted listeners have and others do not. */
@EmulatorTest
class ListenerEncryptionTest {

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

    private Listener listen(Consumer<CreateListenerRequest.Builder> wanted) {
        Consumer<CreateListenerRequest.Builder> forward = r -> r.loadBalancerArn(front.loadBalancerArn())
                .defaultActions(a -> a.type("forward").targetGroupArn(tcp.targetGroupArn()));
        return lan.elb().createListener(forward.andThen(wanted)).listeners().get(0);
    }
}
