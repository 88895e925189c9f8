package io.vpclocal.analysis.accessscope;

import java.util.List;
import software.amazon.awssdk.services.ec2.model.AccessScopeAnalysisFinding;
import software.amazon.awssdk.services.ec2.model.NetworkInsightsAccessScope;
import software.amazon.awssdk.services.ec2.model.NetworkInsightsAccessScopeAnalysis;
import software.amazon.awssdk.services.ec2.model.Tag;

/** Access scopes, their analyses and findings as the API shows them. */
final class ScopeWire {

    private ScopeWire() {}

    static NetworkInsightsAccessScope toWire(ScopeEntity scope, List<Tag> tags) {
        return NetworkInsightsAccessScope.builder()
                .networkInsightsAccessScopeId(scope.id())
                .networkInsightsAccessScopeArn(
                        scope.scope().arn("ec2", ScopeKinds.SCOPE.type() + "/" + scope.id()))
                .createdDate(scope.createdAt())
                .updatedDate(scope.createdAt())
                .tags(tags)
                .build();
    }

    /** Recorded from AWS: no interface is counted while the analysis runs. */
    static NetworkInsightsAccessScopeAnalysis toWire(ScopeAnalysisService.View view, List<Tag> tags) {
        ScopeAnalysisEntity analysis = view.analysis();
        NetworkInsightsAccessScopeAnalysis.Builder shown = NetworkInsightsAccessScopeAnalysis.builder()
                .networkInsightsAccessScopeAnalysisId(analysis.id())
                .networkInsightsAccessScopeAnalysisArn(
                        analysis.scope().arn("ec2", ScopeKinds.ANALYSIS.type() + "/" + analysis.id()))
                .networkInsightsAccessScopeId(analysis.scopeId())
                .status(view.status())
                .startDate(analysis.createdAt())
                .analyzedEniCount(0)
                .tags(tags);
        return switch (view.status()) {
            case "succeeded" ->
                shown.endDate(analysis.endsAt())
                        .findingsFound(analysis.findingCount() > 0 ? "true" : "false")
                        .analyzedEniCount(analysis.analyzedEniCount())
                        .warningMessage(analysis.warning())
                        .build();
            case "failed" ->
                shown.endDate(analysis.endsAt())
                        .findingsFound("unknown")
                        .statusMessage(analysis.failure())
                        .build();
            default -> shown.build();
        };
    }

    /** Findings are numbered (recorded from AWS: {@code AnalysisFinding-1}). */
    static AccessScopeAnalysisFinding toWire(ScopeAnalysisEntity analysis, FindingEntity finding) {
        return AccessScopeAnalysisFinding.builder()
                .networkInsightsAccessScopeAnalysisId(analysis.id())
                .networkInsightsAccessScopeId(analysis.scopeId())
                .findingId("AnalysisFinding-" + finding.number())
                .findingComponents(finding.components())
                .build();
    }
}
