package io.vpclocal.analysis.accessscope;

import static org.assertj.core.api.Assertions.assertThat;

import io.vpclocal.testing.EmulatorTest;
import io.vpclocal.testing.Expect;
import java.util.List;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.ec2.model.AccessScopeAnalysisFinding;
import software.amazon.awssdk.services.ec2.model.AccessScopePathRequest;
import software.amazon.awssdk.services.ec2.model.AnalysisStatus;
import software.amazon.awssdk.services.ec2.model.CreateNetworkInsightsAccessScopeResponse;
import software.amazon.awssdk.services.ec2.model.FindingsFound;
import software.amazon.awssdk.services.ec2.model.GetNetworkInsightsAccessScopeAnalysisFindingsResponse;
import software.amazon.awssdk.services.ec2.model.NetworkInsightsAccessScopeAnalysis;
import software.amazon.awssdk.services.ec2.model.PathComponent;
import software.amazon.awssdk.services.ec2.model.ResourceStatementRequest;

/**
 * Access scopes (AWS documentation, Network Access Analyzer guide: "Getting started using the AWS CLI", "Access scopes" and
 * its examples; VPC User Guide, the recorded analysis of "Assess the impact of VPC BPA").
 */
@EmulatorTest
class AccessScopeTest extends AccessScopeTests {

    @Test
    void aScopeTellsItsContent() {
        CreateNetworkInsightsAccessScopeResponse made = site.ec2.createNetworkInsightsAccessScope(
                r -> r.matchPaths(fromType(INTERNET)).excludePaths(toPort("22")).tagSpecifications(t -> t.resourceType(
                                "network-insights-access-scope")
                        .tags(tag -> tag.key("team").value("net"))));
        String id = made.networkInsightsAccessScope().networkInsightsAccessScopeId();
        assertThat(id).matches("nis-[0-9a-f]{17}");
        assertThat(made.networkInsightsAccessScope().tags()).hasSize(1);
        assertThat(site.ec2
                        .getNetworkInsightsAccessScopeContent(r -> r.networkInsightsAccessScopeId(id))
                        .networkInsightsAccessScopeContent())
                .isEqualTo(made.networkInsightsAccessScopeContent());
        assertThat(site.ec2.describeNetworkInsightsAccessScopes(r -> {}).networkInsightsAccessScopes())
                .containsExactly(made.networkInsightsAccessScope());
        site.ec2.deleteNetworkInsightsAccessScope(r -> r.networkInsightsAccessScopeId(id));
        Expect.awsError(
                "InvalidNetworkInsightsAccessScopeId.NotFound",
                () -> site.ec2.getNetworkInsightsAccessScopeContent(r -> r.networkInsightsAccessScopeId(id)));
    }

    @Test
    void targetsReachableFromTheInternetAreFound() {
        site.allow(site.serverGroup, 22, "0.0.0.0/0");
        NetworkInsightsAccessScopeAnalysis analysis = analyze(fromType(INTERNET));
        assertThat(analysis.status()).isEqualTo(AnalysisStatus.SUCCEEDED);
        assertThat(analysis.findingsFound()).isEqualTo(FindingsFound.TRUE);
        assertThat(analysis.analyzedEniCount()).isEqualTo(2);
        List<AccessScopeAnalysisFinding> findings = findings(analysis, 10).analysisFindings();
        assertThat(findings).singleElement().satisfies(finding -> {
            assertThat(finding.findingId()).isEqualTo("AnalysisFinding-1");
            assertThat(ids(finding)).startsWith(site.gateway).endsWith(site.serverGroup, site.server);
            PathComponent gateway = finding.findingComponents().get(0);
            assertThat(gateway.inboundHeader().destinationPortRanges().get(0).from())
                    .isEqualTo(22);
        });
    }

    @Test
    void anExclusionOfOnePortKeepsTheOthers() {
        site.allow(site.serverGroup, 22, "0.0.0.0/0");
        assertThat(analyze(fromType(INTERNET), toPort("22")).findingsFound()).isEqualTo(FindingsFound.FALSE);
        site.allow(site.serverGroup, 443, "0.0.0.0/0");
        NetworkInsightsAccessScopeAnalysis analysis = analyze(fromType(INTERNET), toPort("22"));
        assertThat(findings(analysis, 10).analysisFindings()).hasSize(1);
    }

    @Test
    void anExclusionOfATrustedBlockKeepsTheRest() {
        site.allow(site.serverGroup, 22, "55.3.0.0/16");
        AccessScopePathRequest trusted = AccessScopePathRequest.builder()
                .source(s -> s.packetHeaderStatement(h -> h.sourceAddresses("55.3.0.0/16")))
                .build();
        assertThat(analyze(fromType(INTERNET), trusted).findingsFound()).isEqualTo(FindingsFound.FALSE);
        site.allow(site.serverGroup, 22, "55.4.0.0/16");
        assertThat(analyze(fromType(INTERNET), trusted).findingsFound()).isEqualTo(FindingsFound.TRUE);
    }

    @Test
    void aPathBetweenSeparatedSubnetsIsFound() {
        AccessScopePathRequest between = AccessScopePathRequest.builder()
                .source(s -> s.resourceStatement(r -> r.resources(site.privateSubnet)))
                .destination(d -> d.resourceStatement(r -> r.resources(site.publicSubnet)))
                .build();
        assertThat(analyze(between).findingsFound()).isEqualTo(FindingsFound.FALSE);
        site.allow(site.serverGroup, 5432, "10.0.1.0/24");
        NetworkInsightsAccessScopeAnalysis analysis = analyze(between);
        assertThat(findings(analysis, 10).analysisFindings())
                .singleElement()
                .satisfies(finding ->
                        assertThat(ids(finding)).startsWith(site.client).endsWith(site.server));
    }

    @Test
    void equivalentInterfacesAreAnalyzedOnce() {
        site.allow(site.serverGroup, 22, "0.0.0.0/0");
        for (int i = 10; i < 40; i++) {
            site.networkInterface(site.publicSubnet, "10.0.0." + i, site.serverGroup);
        }
        AccessScopePathRequest inside = AccessScopePathRequest.builder()
                .source(s -> s.resourceStatement(r -> r.resources(site.vpc)))
                .destination(d -> d.resourceStatement(r -> r.resources(site.vpc)))
                .build();
        NetworkInsightsAccessScopeAnalysis analysis = analyze(inside);
        assertThat(analysis.analyzedEniCount()).isEqualTo(32);
        // From the client and from the other servers, with a public address and without one, to those two kinds.
        assertThat(findings(analysis, 100).analysisFindings()).hasSizeBetween(3, 6);
    }

    @Test
    void findingsComeInPages() {
        site.allow(site.serverGroup, 22, "0.0.0.0/0");
        site.allow(site.clientGroup, 22, "10.0.0.0/16");
        NetworkInsightsAccessScopeAnalysis analysis = analyze(AccessScopePathRequest.builder()
                .source(s -> s.resourceStatement(r -> r.resources(site.vpc)))
                .destination(d -> d.packetHeaderStatement(h -> h.destinationPorts("22")))
                .build());
        GetNetworkInsightsAccessScopeAnalysisFindingsResponse first = findings(analysis, 1);
        assertThat(first.analysisFindings()).hasSize(1);
        String id = analysis.networkInsightsAccessScopeAnalysisId();
        GetNetworkInsightsAccessScopeAnalysisFindingsResponse second =
                site.ec2.getNetworkInsightsAccessScopeAnalysisFindings(r -> r.networkInsightsAccessScopeAnalysisId(id)
                        .maxResults(100)
                        .nextToken(first.nextToken()));
        assertThat(second.analysisFindings()).isNotEmpty();
        assertThat(second.analysisFindings().get(0).findingId()).isEqualTo("AnalysisFinding-2");
        assertThat(second.nextToken()).isNull();
    }

    @Test
    void anAnalysisIsDeletedBeforeItsScope() {
        NetworkInsightsAccessScopeAnalysis analysis = analyze(fromType(INTERNET));
        String scope = analysis.networkInsightsAccessScopeId();
        Expect.awsError(
                "AnalysisExistsForNetworkInsightsAccessScope",
                () -> site.ec2.deleteNetworkInsightsAccessScope(r -> r.networkInsightsAccessScopeId(scope)));
        site.ec2.deleteNetworkInsightsAccessScopeAnalysis(
                r -> r.networkInsightsAccessScopeAnalysisId(analysis.networkInsightsAccessScopeAnalysisId()));
        site.ec2.deleteNetworkInsightsAccessScope(r -> r.networkInsightsAccessScopeId(scope));
        assertThat(site.ec2.describeNetworkInsightsAccessScopeAnalyses(r -> {}).networkInsightsAccessScopeAnalyses())
                .isEmpty();
    }

    @Test
    void badStatementsAreRefusedAndLeaveNothing() {
        refused("InvalidParameterCombination", r -> r.resources(site.vpc).resourceTypes(INTERNET));
        refused("InvalidParameterValue", r -> r.resourceTypes("AWS::EC2::Instance"));
        refused("InvalidParameterValue", r -> r.resources("acl-0123456789abcdef0"));
        refused("MissingParameter", r -> {});
        Expect.awsError("MissingParameter", () -> site.ec2.createNetworkInsightsAccessScope(r -> {}));
        for (String block : List.of("10.0.0.0/33", "2001:db8::/32", "here")) {
            Expect.awsError(
                    "InvalidParameterValue",
                    () -> create(AccessScopePathRequest.builder()
                            .source(s -> s.packetHeaderStatement(h -> h.sourceAddresses(block)))
                            .build()));
        }
        for (String ports : List.of("70000", "9-8", "http")) {
            Expect.awsError("InvalidParameterValue", () -> create(toPort(ports)));
        }
        Expect.awsError(
                "InvalidParameterCombination",
                () -> create(AccessScopePathRequest.builder()
                        .source(s -> s.packetHeaderStatement(
                                h -> h.sourceAddresses("10.0.0.0/8").sourcePrefixLists("pl-0123456789abcdef0")))
                        .build()));
        assertThat(site.ec2.describeNetworkInsightsAccessScopes(r -> {}).networkInsightsAccessScopes())
                .isEmpty();
        Expect.awsError(
                "InvalidNetworkInsightsAccessScopeAnalysisId.NotFound",
                () -> site.ec2.getNetworkInsightsAccessScopeAnalysisFindings(
                        r -> r.networkInsightsAccessScopeAnalysisId("nisa-0123456789abcdef0")));
    }

    private void refused(String code, Consumer<ResourceStatementRequest.Builder> statement) {
        Expect.awsError(
                code,
                () -> create(AccessScopePathRequest.builder()
                        .source(s -> s.resourceStatement(statement))
                        .build()));
    }
}
