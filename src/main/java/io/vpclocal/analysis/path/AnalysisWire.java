package io.vpclocal.analysis.path;

import io.vpclocal.analysis.Stored;
import java.util.List;
import software.amazon.awssdk.services.ec2.model.NetworkInsightsAnalysis;
import software.amazon.awssdk.services.ec2.model.StartNetworkInsightsAnalysisRequest;
import software.amazon.awssdk.services.ec2.model.Tag;

/** Analyses as the API shows them. The result is shown after the analysis has ended. */
final class AnalysisWire {

    private AnalysisWire() {}

    static NetworkInsightsAnalysis toWire(AnalysisService.View view, List<Tag> tags) {
        return shown(view, view.status(), tags);
    }

    /** An analysis that was just started is running, even with a running time of zero. */
    static NetworkInsightsAnalysis started(AnalysisService.View view, List<Tag> tags) {
        return shown(view, "running", tags);
    }

    private static NetworkInsightsAnalysis shown(AnalysisService.View view, String status, List<Tag> tags) {
        AnalysisEntity analysis = view.analysis();
        StartNetworkInsightsAnalysisRequest request =
                Stored.read(StartNetworkInsightsAnalysisRequest.class, analysis.request());
        NetworkInsightsAnalysis.Builder shown = status.equals("succeeded")
                ? Stored.read(NetworkInsightsAnalysis.class, analysis.result()).toBuilder()
                : NetworkInsightsAnalysis.builder();
        return shown.networkInsightsAnalysisId(analysis.id())
                .networkInsightsAnalysisArn(
                        analysis.scope().arn("ec2", AnalysisService.KIND.type() + "/" + analysis.id()))
                .networkInsightsPathId(analysis.pathId())
                .additionalAccounts(request.additionalAccounts())
                .filterInArns(request.filterInArns())
                .filterOutArns(request.filterOutArns())
                .startDate(analysis.createdAt())
                .status(status)
                .statusMessage(status.equals("failed") ? analysis.failure() : null)
                .tags(tags)
                .build();
    }
}
