package io.vpclocal.analysis.path;

import static io.vpclocal.protocol.Params.require;
import static io.vpclocal.resource.WireForms.orAbsent;

import io.vpclocal.protocol.AwsAction;
import io.vpclocal.protocol.AwsController;
import io.vpclocal.protocol.Call;
import io.vpclocal.resource.Page;
import io.vpclocal.resource.TagStore;
import software.amazon.awssdk.services.ec2.model.CreateNetworkInsightsPathRequest;
import software.amazon.awssdk.services.ec2.model.CreateNetworkInsightsPathResponse;
import software.amazon.awssdk.services.ec2.model.DeleteNetworkInsightsAnalysisRequest;
import software.amazon.awssdk.services.ec2.model.DeleteNetworkInsightsAnalysisResponse;
import software.amazon.awssdk.services.ec2.model.DeleteNetworkInsightsPathRequest;
import software.amazon.awssdk.services.ec2.model.DeleteNetworkInsightsPathResponse;
import software.amazon.awssdk.services.ec2.model.DescribeNetworkInsightsAnalysesRequest;
import software.amazon.awssdk.services.ec2.model.DescribeNetworkInsightsAnalysesResponse;
import software.amazon.awssdk.services.ec2.model.DescribeNetworkInsightsPathsRequest;
import software.amazon.awssdk.services.ec2.model.DescribeNetworkInsightsPathsResponse;
import software.amazon.awssdk.services.ec2.model.StartNetworkInsightsAnalysisRequest;
import software.amazon.awssdk.services.ec2.model.StartNetworkInsightsAnalysisResponse;

@AwsController
class ReachabilityController {

    private static final String NOT_HERE =
            "transit gateways, VPN connections, Network Firewall and Classic Load Balancers. Accounts need no "
                    + "organization: AdditionalAccounts can be any accounts";

    private final PathService paths;
    private final AnalysisService analyses;
    private final TagStore tags;

    ReachabilityController(PathService paths, AnalysisService analyses, TagStore tags) {
        this.paths = paths;
        this.analyses = analyses;
        this.tags = tags;
    }

    @AwsAction(tags = "network-insights-path", missing = "transit gateways and their attachments")
    CreateNetworkInsightsPathResponse createNetworkInsightsPath(CreateNetworkInsightsPathRequest request, Call call) {
        require(request.source(), "Source");
        require(request.protocolAsString(), "Protocol");
        PathEntity path = paths.create(call, request);
        return CreateNetworkInsightsPathResponse.builder()
                .networkInsightsPath(PathWire.toWire(path, orAbsent(tags.of(call.scope(), path.id()))))
                .build();
    }

    @AwsAction
    DescribeNetworkInsightsPathsResponse describeNetworkInsightsPaths(
            DescribeNetworkInsightsPathsRequest request, Call call) {
        Page<PathEntity> page = paths.describe(call.scope(), request);
        return DescribeNetworkInsightsPathsResponse.builder()
                .networkInsightsPaths(page.map(PathWire::toWire, PathEntity::id))
                .nextToken(page.nextToken())
                .build();
    }

    @AwsAction
    DeleteNetworkInsightsPathResponse deleteNetworkInsightsPath(DeleteNetworkInsightsPathRequest request, Call call) {
        String id = require(request.networkInsightsPathId(), "NetworkInsightsPathId");
        paths.delete(call.scope(), id);
        return DeleteNetworkInsightsPathResponse.builder()
                .networkInsightsPathId(id)
                .build();
    }

    @AwsAction(tags = "network-insights-analysis", missing = NOT_HERE)
    StartNetworkInsightsAnalysisResponse startNetworkInsightsAnalysis(
            StartNetworkInsightsAnalysisRequest request, Call call) {
        require(request.networkInsightsPathId(), "NetworkInsightsPathId");
        AnalysisEntity analysis = analyses.start(call, request);
        return StartNetworkInsightsAnalysisResponse.builder()
                .networkInsightsAnalysis(
                        AnalysisWire.started(analyses.view(analysis), orAbsent(tags.of(call.scope(), analysis.id()))))
                .build();
    }

    @AwsAction
    DescribeNetworkInsightsAnalysesResponse describeNetworkInsightsAnalyses(
            DescribeNetworkInsightsAnalysesRequest request, Call call) {
        Page<AnalysisService.View> page = analyses.describe(call.scope(), request);
        return DescribeNetworkInsightsAnalysesResponse.builder()
                .networkInsightsAnalyses(page.map(AnalysisWire::toWire, AnalysisService.View::id))
                .nextToken(page.nextToken())
                .build();
    }

    @AwsAction
    DeleteNetworkInsightsAnalysisResponse deleteNetworkInsightsAnalysis(
            DeleteNetworkInsightsAnalysisRequest request, Call call) {
        String id = require(request.networkInsightsAnalysisId(), "NetworkInsightsAnalysisId");
        analyses.delete(call.scope(), id);
        return DeleteNetworkInsightsAnalysisResponse.builder()
                .networkInsightsAnalysisId(id)
                .build();
    }
}
