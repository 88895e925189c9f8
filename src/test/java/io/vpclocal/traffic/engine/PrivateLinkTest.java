package io.vpclocal.traffic.engine;

import static org.assertj.core.api.Assertions.assertThat;

import io.vpclocal.traffic.address.IpAddress;
import io.vpclocal.traffic.engine.Network.VpcEndpoint;
import io.vpclocal.traffic.engine.PrivateLink.Closed;
import io.vpclocal.traffic.engine.PrivateLink.Open;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Flows that go on behind an endpoint into another network, whose addresses may be the same (AWS PrivateLink Guide). */
class PrivateLinkTest {

    private static final Hop CONNECTION = Hop.allow(Hop.Stage.INTERFACE_ENDPOINT, "vpce-1", null, "connected");
    private static final Hop BALANCE = Hop.allow(Hop.Stage.LOAD_BALANCER, "lb", null, "balanced");
    private static final Flow FLOW =
            Flow.tcp(Flow.networkInterface("eni-a"), Flow.networkInterface("eni-vpce"), 40000, 443);

    private static NetworkSnapshot consumer() {
        return new Lab()
                .eni("eni-a", "one", "10.0.1.5", "sg-out")
                .eni("eni-vpce", "two", "vpc_endpoint", "10.0.2.5", null, true, "sg-open")
                .with(parts -> parts.add(new VpcEndpoint("vpce-1", "vpc-1", "svc", null, List.of("eni-vpce"), false)))
                .build();
    }

    private static Lab provider() {
        return new Lab()
                .eni("eni-lb", "one", "network_load_balancer", "10.0.1.5", null, false)
                .eni("eni-t", "two", "10.0.2.5", "sg-open");
    }

    private static Open to(NetworkSnapshot network) {
        return new Open(network, "eni-lb", false, IpAddress.parse("10.0.2.5"), 8443, false, CONNECTION, BALANCE);
    }

    @Test
    void bothNetworksMayHaveTheSameAddresses() {
        NetworkSnapshot provider = provider().build();

        FlowVerdict verdict = Evaluator.evaluate(consumer(), FLOW, (n, e, at, p) -> to(provider));

        assertThat(verdict.allowed()).isTrue();
        assertThat(Lab.seen(verdict))
                .containsExactly(
                        "eni-a egress ACCEPT 10.0.1.5 10.0.2.5 10.0.1.5 10.0.2.5",
                        "eni-vpce ingress ACCEPT 10.0.1.5 10.0.2.5 10.0.1.5 10.0.2.5",
                        "eni-lb egress ACCEPT 10.0.1.5 10.0.2.5 10.0.1.5 10.0.2.5",
                        "eni-t ingress ACCEPT 10.0.1.5 10.0.2.5 10.0.1.5 10.0.2.5",
                        "eni-t egress ACCEPT 10.0.2.5 10.0.1.5 10.0.2.5 10.0.1.5",
                        "eni-lb ingress ACCEPT 10.0.2.5 10.0.1.5 10.0.2.5 10.0.1.5",
                        "eni-vpce egress ACCEPT 10.0.2.5 10.0.1.5 10.0.2.5 10.0.1.5",
                        "eni-a ingress ACCEPT 10.0.2.5 10.0.1.5 10.0.2.5 10.0.1.5");
        assertThat(verdict.observations().get(3).packet().destinationPort()).isEqualTo(8443);
    }

    @Test
    void anAnswerThatIsLostBehindTheLoadBalancerDoesNotComeBack() {
        NetworkSnapshot provider = provider()
                .clearAcl("acl-one")
                .acl("acl-one", Direction.EGRESS, 100, true, Lab.ALL, "0.0.0.0/0")
                .build();

        FlowVerdict verdict = Evaluator.evaluate(consumer(), FLOW, (n, e, at, p) -> to(provider));

        assertThat(Lab.stop(verdict).code()).isEqualTo(StopCode.SUBNET_ACL_RESTRICTION);
        assertThat(verdict.request().arrived()).isTrue();
        assertThat(Lab.actions(verdict)).endsWith("eni-t egress ACCEPT", "eni-lb ingress REJECT");
    }

    @Test
    void aClosedConnectionEndsAtTheEndpoint() {
        Hop refusal = Hop.deny(Hop.Stage.INTERFACE_ENDPOINT, "vpce-1", "rejected", "rejected");

        FlowVerdict verdict = Evaluator.evaluate(
                consumer(), FLOW, (n, e, at, p) -> new Closed(StopCode.ENDPOINT_NOT_AVAILABLE, refusal));

        assertThat(Lab.actions(verdict)).containsExactly("eni-a egress ACCEPT", "eni-vpce ingress ACCEPT");
        assertThat(Lab.stop(verdict).reason()).isEqualTo("vpce-1 is rejected, not available, so it carries nothing");
    }

    @Test
    void aCycleOfServicesCarriesNothing() {
        NetworkSnapshot circle = provider()
                .with(parts -> parts.add(new VpcEndpoint("vpce-2", "vpc-1", "svc", null, List.of("eni-t"), false)))
                .build();

        FlowVerdict verdict = Evaluator.evaluate(consumer(), FLOW, (n, e, at, p) -> to(circle));

        assertThat(Lab.stop(verdict).code()).isEqualTo(StopCode.ROUTING_LOOP);
    }
}
