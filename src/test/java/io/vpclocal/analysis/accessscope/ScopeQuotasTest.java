package io.vpclocal.analysis.accessscope;

import io.vpclocal.protocol.Scope;
import io.vpclocal.protocol.clock.EmulatorClock;
import io.vpclocal.testing.EmulatorTest;
import io.vpclocal.testing.Expect;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.function.IntConsumer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.context.TestPropertySource;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** Quotas of Network Access Analyzer (AWS documentation, Network Access Analyzer guide: quotas); codes and texts are our guess. */
@EmulatorTest
@TestPropertySource(properties = {"vpclocal.analysis.running-time=60s", "vpclocal.quotas=strict"})
class ScopeQuotasTest extends AccessScopeTests {

    @Autowired
    private EmulatorClock clock;

    @Autowired
    private AccessScopes scopes;

    @Autowired
    private ScopeAnalyses analyses;

    @Autowired
    private PlatformTransactionManager transactions;

    @BeforeEach
    void freeze() {
        clock.freeze();
    }

    @AfterEach
    void real() {
        clock.real();
    }

    @Test
    void aThousandScopes() {
        fill(
                999,
                i -> scopes.save(
                        new ScopeEntity(new Scope(site.account, "us-east-1"), id("nis", i), clock.instant(), "{}")));
        create(fromType(INTERNET));
        Expect.awsError(
                "NetworkInsightsAccessScope.LimitExceeded",
                "The maximum number (1000) has been reached.",
                () -> create(fromType(INTERNET)));
    }

    @Test
    void twentyFiveAnalysesRunAtATime() {
        String scope = scope();
        for (int i = 0; i < 25; i++) {
            start(scope);
        }
        Expect.awsError(
                "NetworkInsightsAccessScopeAnalysis.LimitExceeded",
                "The maximum number (25) has been reached.",
                () -> start(scope));
        clock.advance(Duration.ofSeconds(60));
        start(scope);
    }

    @Test
    void tenThousandAnalyses() {
        String scope = scope();
        Instant before = clock.instant().minusSeconds(600);
        ScopeResult none = new ScopeResult(List.of(), 0, null, null);
        fill(
                9_999,
                i -> analyses.save(new ScopeAnalysisEntity(
                        new Scope(site.account, "us-east-1"), id("nisa", i), before, scope, before, none)));
        start(scope);
        Expect.awsError(
                "NetworkInsightsAccessScopeAnalysis.LimitExceeded",
                "The maximum number (10000) has been reached.",
                () -> start(scope));
    }

    private String scope() {
        return site.ec2
                .createNetworkInsightsAccessScope(r -> r.matchPaths(fromType(INTERNET)))
                .networkInsightsAccessScope()
                .networkInsightsAccessScopeId();
    }

    private void start(String scope) {
        site.ec2.startNetworkInsightsAccessScopeAnalysis(r -> r.networkInsightsAccessScopeId(scope));
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
