package io.vpclocal.analysis.accessscope;

import io.vpclocal.analysis.Stored;
import java.util.List;
import software.amazon.awssdk.services.ec2.model.AccessScopeAnalysisFinding;
import software.amazon.awssdk.services.ec2.model.NetworkInsightsAccessScope;
import software.amazon.awssdk.services.ec2.model.NetworkInsightsAccessScopeAnalysis;
import software.amazon.awssdk.services.ec2.model.NetworkInsightsAccessScopeContent;
import software.amazon.awssdk.services.ec2.model.PathComponent;
import software.amazon.awssdk.services.ec2.model.Tag;

/** Access scopes, their analyses and findings as the API shows them. */
final class ScopeWire {

    private ScopeWire() {}

    static NetworkInsightsAccessScopeContent content(ScopeEntity scope) {
        return Stored.read(NetworkInsightsAccessScopeContent.class, scope.content());
    }

    static NetworkInsightsAccessScope toWire(ScopeEntity scope, List<Tag> tags) {
        return NetworkInsightsAccessScope.builder()
                .networkInsightsAccessScopeId(scope.id())
                .networkInsightsAccessScopeArn(scope.scope().arn("ec2", ScopeKinds.SCOPE.type() + "/" + scope.id()))
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

    /** The components of a finding as they are stored. */
    static String stored(List<PathComponent> components) {
        return Stored.write(AccessScopeAnalysisFinding.builder()
                .findingComponents(components)
                .build());
    }

    /** Findings are numbered (recorded from AWS: {@code AnalysisFinding-1}). */
    static AccessScopeAnalysisFinding toWire(ScopeAnalysisEntity analysis, FindingEntity finding) {
        return AccessScopeAnalysisFinding.builder()
                .networkInsightsAccessScopeAnalysisId(analysis.id())
                .networkInsightsAccessScopeId(analysis.scopeId())
                .findingId("AnalysisFinding-" + finding.number())
                .findingComponents(Stored.read(AccessScopeAnalysisFinding.class, finding.components())
                        .findingComponents())
                .build();
    }
}
