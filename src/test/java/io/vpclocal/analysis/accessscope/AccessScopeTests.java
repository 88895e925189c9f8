package io.vpclocal.analysis.accessscope;

import static org.assertj.core.api.Assertions.assertThat;

import io.vpclocal.analysis.Site;
import io.vpclocal.testing.Aws;
import java.util.List;
import java.util.function.Consumer;
import org.junit.jupiter.api.BeforeEach;
import org.springframework.beans.factory.annotation.Autowired;
import software.amazon.awssdk.services.ec2.model.AccessScopeAnalysisFinding;
import software.amazon.awssdk.services.ec2.model.AccessScopePathRequest;
import software.amazon.awssdk.services.ec2.model.AnalysisStatus;
import software.amazon.awssdk.services.ec2.model.GetNetworkInsightsAccessScopeAnalysisFindingsResponse;
import software.amazon.awssdk.services.ec2.model.NetworkInsightsAccessScopeAnalysis;
import software.amazon.awssdk.services.ec2.model.PacketHeaderStatementRequest;

/** Access scopes over a {@link Site}. */
abstract class AccessScopeTests {

    static final String INTERNET = "AWS::EC2::InternetGateway";

    @Autowired
    private Aws aws;

    Site site;

    @BeforeEach
    void newSite() {
        site = new Site(aws);
    }

    AccessScopePathRequest from(Consumer<PacketHeaderStatementRequest.Builder> header) {
        return AccessScopePathRequest.builder()
                .source(s -> s.packetHeaderStatement(header))
                .build();
    }

    void create(AccessScopePathRequest match) {
        site.ec2.createNetworkInsightsAccessScope(r -> r.matchPaths(match));
    }

    static AccessScopePathRequest fromType(String type) {
        return AccessScopePathRequest.builder()
                .source(s -> s.resourceStatement(r -> r.resourceTypes(type)))
                .build();
    }

    static AccessScopePathRequest toPort(String ports) {
        return AccessScopePathRequest.builder()
                .destination(d -> d.packetHeaderStatement(h -> h.destinationPorts(ports)))
                .build();
    }

    NetworkInsightsAccessScopeAnalysis analyze(AccessScopePathRequest match, AccessScopePathRequest... exclude) {
        String scope = site.ec2
                .createNetworkInsightsAccessScope(r -> r.matchPaths(match).excludePaths(exclude))
                .networkInsightsAccessScope()
                .networkInsightsAccessScopeId();
        NetworkInsightsAccessScopeAnalysis started = site.ec2
                .startNetworkInsightsAccessScopeAnalysis(r -> r.networkInsightsAccessScopeId(scope))
                .networkInsightsAccessScopeAnalysis();
        assertThat(started.status()).isEqualTo(AnalysisStatus.RUNNING);
        assertThat(started.analyzedEniCount()).isZero();
        return site.ec2
                .describeNetworkInsightsAccessScopeAnalyses(r -> r.networkInsightsAccessScopeId(scope))
                .networkInsightsAccessScopeAnalyses()
                .get(0);
    }

    GetNetworkInsightsAccessScopeAnalysisFindingsResponse findings(
            NetworkInsightsAccessScopeAnalysis analysis, int size) {
        return site.ec2.getNetworkInsightsAccessScopeAnalysisFindings(
                r -> r.networkInsightsAccessScopeAnalysisId(analysis.networkInsightsAccessScopeAnalysisId())
                        .maxResults(size));
    }

    static List<String> ids(AccessScopeAnalysisFinding finding) {
        return Site.components(finding.findingComponents());
    }
}
