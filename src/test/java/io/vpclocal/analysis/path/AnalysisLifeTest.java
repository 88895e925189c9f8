package io.vpclocal.analysis.path;

import static org.assertj.core.api.Assertions.assertThat;

import io.vpclocal.analysis.Site;
import io.vpclocal.protocol.clock.EmulatorClock;
import io.vpclocal.testing.Aws;
import io.vpclocal.testing.EmulatorTest;
import io.vpclocal.testing.Expect;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.context.TestPropertySource;
import software.amazon.awssdk.services.ec2.model.NetworkInsightsAnalysis;

/** Analyses that take their time (AWS documentation, Reachability Analyzer guide: "Analyze the path", "Considerations"). */
@EmulatorTest
@TestPropertySource(properties = {"vpclocal.analysis.running-time=60s", "vpclocal.quotas=strict"})
class AnalysisLifeTest {

    @Autowired
    private Aws aws;

    @Autowired
    private EmulatorClock clock;

    @BeforeEach
    void freeze() {
        clock.freeze();
    }

    @AfterEach
    void real() {
        clock.real();
    }

    @Test
    void anAnalysisRunsAndThenHasItsResult() {
        Site site = new Site(aws);
        NetworkInsightsAnalysis running = site.analyze(site.path(site.client, site.server, 443));
        assertThat(running.statusAsString()).isEqualTo("running");
        assertThat(running.networkPathFound()).isNull();
        assertThat(running.explanations()).isEmpty();
        clock.advance(Duration.ofSeconds(59));
        assertThat(site.describe(running.networkInsightsAnalysisId()).statusAsString())
                .isEqualTo("running");
        clock.advance(Duration.ofSeconds(1));
        NetworkInsightsAnalysis ended = site.describe(running.networkInsightsAnalysisId());
        assertThat(ended.statusAsString()).isEqualTo("succeeded");
        assertThat(ended.networkPathFound()).isFalse();
        assertThat(ended.startDate()).isEqualTo(running.startDate());
    }

    /** AWS documentation, Reachability Analyzer guide: quotas; the code is our guess. */
    @Test
    void aHundredAnalysesRunAtATime() {
        Site site = new Site(aws);
        String path = site.path(site.client, site.server, 443);
        for (int i = 0; i < 100; i++) {
            site.ec2.startNetworkInsightsAnalysis(r -> r.networkInsightsPathId(path));
        }
        Expect.awsError(
                "NetworkInsightsAnalysis.LimitExceeded",
                "The maximum number of concurrent network insights analyses has been reached.",
                () -> site.ec2.startNetworkInsightsAnalysis(r -> r.networkInsightsPathId(path)));
        clock.advance(Duration.ofSeconds(60));
        site.ec2.startNetworkInsightsAnalysis(r -> r.networkInsightsPathId(path));
    }

    @Test
    void anAnalysisIsDeletedAfter120Days() {
        Site site = new Site(aws);
        String path = site.path(site.client, site.server, 443);
        String id = site.analyze(path).networkInsightsAnalysisId();
        clock.advance(Duration.ofDays(120));
        Expect.awsError("InvalidNetworkInsightsAnalysisId.NotFound", () -> site.describe(id));
        site.ec2.deleteNetworkInsightsPath(r -> r.networkInsightsPathId(path));
    }
}
