package io.vpclocal.traffic.generator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.quicktheories.QuickTheory.qt;
import static org.quicktheories.generators.SourceDSL.integers;
import static org.quicktheories.generators.SourceDSL.lists;
import static org.quicktheories.generators.SourceDSL.longs;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class GeneratorPlanTest {

    private static final Instant START = Instant.parse("2026-03-01T12:00:00.123Z");

    private static GeneratorPlan plan(long milliRate, int scanPercent, long seed) {
        return new GeneratorPlan(
                List.of("eni-a", "eni-b", "eni-c"),
                List.of("eni-a", "10.0.0.9"),
                milliRate,
                scanPercent,
                List.of(80, 443),
                List.of(22, 3389),
                seed);
    }

    @Test
    void flowsAreSentAtTheRate_theFirstAfterOneInterval() {
        GeneratorPlan four = plan(4_000, 0, 1);
        assertThat(four.due(Duration.ofMillis(249))).isZero();
        assertThat(four.due(Duration.ofMillis(250))).isEqualTo(1);
        assertThat(four.due(Duration.ofSeconds(60))).isEqualTo(240);
        assertThat(four.due(Duration.ofSeconds(-60))).isZero();
        assertThat(four.flows(START, 0, 3))
                .extracting(GeneratedFlow::start)
                .containsExactly(START.plusMillis(250), START.plusMillis(500), START.plusMillis(750));
    }

    @Test
    void theShareOfScansIsAsRequested_andNoSideSendsToItself() {
        List<GeneratedFlow> flows = plan(1_000, 30, 7).flows(START, 0, 10_000);
        assertThat(flows).allSatisfy(flow -> {
            assertThat(flow.source()).isNotEqualTo(flow.destination());
            assertThat(flow.destinationPort()).isIn(flow.scan() ? List.of(22, 3389) : List.of(80, 443));
            assertThat(flow.packets()).isBetween(1L, 60L);
            assertThat(flow.bytes()).isGreaterThanOrEqualTo(flow.packets() * 40);
            assertThat(flow.sourcePort()).isBetween(32_768, 60_999);
        });
        assertThat(flows.stream().filter(GeneratedFlow::scan).count()).isBetween(2_800L, 3_200L);
        assertThat(plan(1_000, 0, 7).flows(START, 0, 500)).noneMatch(GeneratedFlow::scan);
        assertThat(plan(1_000, 100, 7).flows(START, 0, 500)).allMatch(GeneratedFlow::scan);
    }

    @Test
    void anotherSeedSendsOtherTraffic() {
        assertThat(plan(1_000, 30, 1).flows(START, 0, 50))
                .isEqualTo(plan(1_000, 30, 1).flows(START, 0, 50))
                .isNotEqualTo(plan(1_000, 30, 2).flows(START, 0, 50));
    }

    @Test
    void theFlowsDoNotDependOnHowTheClockMoves_andAreNeverInTheFuture() {
        qt().withExamples(60)
                .forAll(
                        lists().of(longs().between(0, 90_000)).ofSizeBetween(1, 6),
                        longs().between(1, 20_000),
                        integers().all())
                .checkAssert((moves, milliRate, seed) -> {
                    GeneratorPlan plan = plan(milliRate, 20, seed);
                    List<GeneratedFlow> sent = new ArrayList<>();
                    Duration passed = Duration.ZERO;
                    for (long millis : moves) {
                        passed = passed.plusMillis(millis);
                        sent.addAll(plan.flows(START, sent.size(), plan.due(passed)));
                        Instant now = START.plus(passed);
                        assertThat(sent).noneMatch(flow -> flow.start().isAfter(now));
                    }
                    assertThat(sent).isEqualTo(plan.flows(START, 0, plan.due(passed)));
                });
    }
}
