package io.vpclocal.analysis.path;

import io.vpclocal.analysis.Site;
import io.vpclocal.protocol.Scope;
import io.vpclocal.testing.Aws;
import io.vpclocal.testing.EmulatorTest;
import io.vpclocal.testing.Expect;
import java.time.Clock;
import java.time.Instant;
import java.util.function.IntConsumer;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.context.TestPropertySource;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** Quotas of paths and analyses (AWS documentation, Reachability Analyzer guide: quotas); codes and texts are our guess. */
@EmulatorTest
@TestPropertySource(properties = {"vpclocal.analysis.running-time=60s", "vpclocal.quotas=strict"})
class AnalysisQuotasTest {

    @Autowired
    private Aws aws;

    @Autowired
    private Paths paths;

    @Autowired
    private Analyses analyses;

    @Autowired
    private Clock clock;

    @Autowired
    private PlatformTransactionManager transactions;

    @Test
    void aThousandPaths() {
        Site site = new Site(aws);
        PathRequest request = new PathRequest(
                new PathRequest.Side(site.client, "arn"),
                new PathRequest.Side(site.server, "arn"),
                null,
                null,
                "tcp",
                443,
                null,
                null);
        fill(
                999,
                i -> paths.save(
                        new PathEntity(new Scope(site.account, "us-east-1"), id("nip", i), clock.instant(), request)));
        String last = site.path(site.client, site.server, 443);
        Expect.awsError(
                "NetworkInsightsPath.LimitExceeded",
                "The maximum number of network insights paths has been reached.",
                () -> site.path(site.client, site.server, 80));
        site.ec2.deleteNetworkInsightsPath(r -> r.networkInsightsPathId(last));
        site.path(site.client, site.server, 80);
    }

    @Test
    void tenThousandAnalyses() {
        Site site = new Site(aws);
        String path = site.path(site.client, site.server, 443);
        Instant before = clock.instant().minusSeconds(600);
        fill(
                9_999,
                i -> analyses.save(new AnalysisEntity(
                        new Scope(site.account, "us-east-1"),
                        id("nia", i),
                        before,
                        before,
                        path,
                        "{}",
                        null,
                        false,
                        "{}")));
        site.ec2.startNetworkInsightsAnalysis(r -> r.networkInsightsPathId(path));
        Expect.awsError(
                "NetworkInsightsAnalysis.LimitExceeded",
                "The maximum number of network insights analyses has been reached.",
                () -> site.ec2.startNetworkInsightsAnalysis(r -> r.networkInsightsPathId(path)));
    }

    private void fill(int count, IntConsumer one) {
        new TransactionTemplate(transactions).executeWithoutResult(status -> {
            for (int i = 0; i < count; i++) {
                one.accept(i);
            }
        });
    }

    private static String id(String prefix, int number) {
        return prefix + "-" + String.format("%017x", number);
    }
}
