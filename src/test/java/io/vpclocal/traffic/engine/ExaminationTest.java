package io.vpclocal.traffic.engine;

import static io.vpclocal.traffic.engine.Lab.cidr;
import static io.vpclocal.traffic.engine.Lab.out;
import static org.assertj.core.api.Assertions.assertThat;
import static org.quicktheories.QuickTheory.qt;

import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;

/** A flow that is followed past what stops it. */
class ExaminationTest {

    @Test
    void allObstaclesAreFound() {
        Lab lab = new Lab()
                .eni("eni-a", "one", "10.0.1.5", "sg-none")
                .eni("eni-b", "two", "10.0.2.5", "sg-none")
                .clearAcl("acl-one")
                .clearAcl("acl-two");
        Flow flow = Flow.tcp(Flow.networkInterface("eni-a"), Flow.networkInterface("eni-b"), 40_000, 443);
        Examination examination = Evaluator.examine(lab.build(), flow, PrivateLink.NONE);
        assertThat(examination.obstacles().stream()
                        .map(obstacle -> Objects.requireNonNull(obstacle.at()).id() + " "
                                + obstacle.stop().code() + " " + (obstacle.answer() ? "answer" : "request")))
                .containsExactly(
                        "eni-a ENI_SG_RULES_MISMATCH request",
                        "eni-a SUBNET_ACL_RESTRICTION request",
                        "eni-b SUBNET_ACL_RESTRICTION request",
                        "eni-b ENI_SG_RULES_MISMATCH request",
                        "eni-b SUBNET_ACL_RESTRICTION answer",
                        "eni-a SUBNET_ACL_RESTRICTION answer");
    }

    @Test
    void aMissingRouteIsNotTheLast() {
        Lab lab = new Lab()
                .group("sg-web", out("sgr-out", Lab.ALL, cidr("0.0.0.0/0")))
                .eni("eni-a", "one", "10.0.1.5", "sg-web");
        Flow flow = Flow.tcp(Flow.networkInterface("eni-a"), Flow.address("203.0.113.5"), 40_000, 443);
        assertThat(codes(Evaluator.examine(lab.build(), flow, PrivateLink.NONE)))
                .containsExactly(StopCode.NO_ROUTE_TO_DESTINATION, StopCode.IGW_PUBLIC_IP_ASSOCIATION_FOR_EGRESS);
    }

    @Test
    void theFirstObstacleIsWhatStopsTheFlow() {
        qt().withExamples(400).forAll(RandomNetworks.cases()).checkAssert(drawn -> {
            NetworkSnapshot network = drawn.parts().build();
            for (Flow flow : drawn.flows()) {
                FlowVerdict verdict = RandomNetworks.evaluate(network, flow);
                if (verdict != null && verdict.notCaptured() == null) {
                    List<Obstacle> all =
                            Evaluator.examine(network, flow, PrivateLink.NONE).obstacles();
                    Stop stop = verdict.stop();
                    assertThat(all.isEmpty()).as(() -> flow + " " + all).isEqualTo(stop == null);
                    assertThat(stop == null || all.get(0).stop().equals(stop)).isTrue();
                }
            }
        });
    }

    private static List<StopCode> codes(Examination examination) {
        return examination.obstacles().stream()
                .map(obstacle -> obstacle.stop().code())
                .toList();
    }
}
