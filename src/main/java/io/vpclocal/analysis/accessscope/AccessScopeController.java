package io.vpclocal.analysis.accessscope;

import static io.vpclocal.protocol.Params.require;
import static io.vpclocal.resource.WireForms.orAbsent;

import io.vpclocal.protocol.AwsAction;
import io.vpclocal.protocol.AwsController;
import io.vpclocal.protocol.Call;
import io.vpclocal.resource.Page;
import io.vpclocal.resource.TagStore;
import software.amazon.awssdk.services.ec2.model.CreateNetworkInsightsAccessScopeRequest;
import software.amazon.awssdk.services.ec2.model.CreateNetworkInsightsAccessScopeResponse;
import software.amazon.awssdk.services.ec2.model.DeleteNetworkInsightsAccessScopeAnalysisRequest;
import software.amazon.awssdk.services.ec2.model.DeleteNetworkInsightsAccessScopeAnalysisResponse;
import software.amazon.awssdk.services.ec2.model.DeleteNetworkInsightsAccessScopeRequest;
import software.amazon.awssdk.services.ec2.model.DeleteNetworkInsightsAccessScopeResponse;
import software.amazon.awssdk.services.ec2.model.DescribeNetworkInsightsAccessScopeAnalysesRequest;
import software.amazon.awssdk.services.ec2.model.DescribeNetworkInsightsAccessScopeAnalysesResponse;
import software.amazon.awssdk.services.ec2.model.DescribeNetworkInsightsAccessScopesRequest;
import software.amazon.awssdk.services.ec2.model.DescribeNetworkInsightsAccessScopesResponse;
import software.amazon.awssdk.services.ec2.model.GetNetworkInsightsAccessScopeAnalysisFindingsRequest;
import software.amazon.awssdk.services.ec2.model.GetNetworkInsightsAccessScopeAnalysisFindingsResponse;
import software.amazon.awssdk.services.ec2.model.GetNetworkInsightsAccessScopeContentRequest;
import software.amazon.awssdk.services.ec2.model.GetNetworkInsightsAccessScopeContentResponse;
import software.amazon.awssdk.services.ec2.model.StartNetworkInsightsAccessScopeAnalysisRequest;
import software.amazon.awssdk.services.ec2.model.StartNetworkInsightsAccessScopeAnalysisResponse;

@AwsController
class AccessScopeController {

    private final ScopeService scopes;
    private final ScopeAnalysisService analyses;
    private final TagStore tags;

    AccessScopeController(ScopeService scopes, ScopeAnalysisService analyses, TagStore tags) {
        this.scopes = scopes;
        this.analyses = analyses;
        this.tags = tags;
    }

    @AwsAction(tags = "network-insights-access-scope", missing = "resource groups")
    CreateNetworkInsightsAccessScopeResponse createNetworkInsightsAccessScope(
            CreateNetworkInsightsAccessScopeRequest request, Call call) {
        ScopeEntity made = scopes.create(call, request);
        return CreateNetworkInsightsAccessScopeResponse.builder()
                .networkInsightsAccessScope(ScopeWire.toWire(made, orAbsent(tags.of(call.scope(), made.id()))))
                .networkInsightsAccessScopeContent(ScopeWire.content(made))
                .build();
    }

    @AwsAction
    DescribeNetworkInsightsAccessScopesResponse describeNetworkInsightsAccessScopes(
            DescribeNetworkInsightsAccessScopesRequest request, Call call) {
        Page<ScopeEntity> page = scopes.describe(call.scope(), request);
        return DescribeNetworkInsightsAccessScopesResponse.builder()
                .networkInsightsAccessScopes(page.map(ScopeWire::toWire, ScopeEntity::id))
                .nextToken(page.nextToken())
                .build();
    }

    @AwsAction
    GetNetworkInsightsAccessScopeContentResponse getNetworkInsightsAccessScopeContent(
            GetNetworkInsightsAccessScopeContentRequest request, Call call) {
        String id = require(request.networkInsightsAccessScopeId(), "NetworkInsightsAccessScopeId");
        return GetNetworkInsightsAccessScopeContentResponse.builder()
                .networkInsightsAccessScopeContent(ScopeWire.content(scopes.find(call.scope(), id)))
                .build();
    }

    @AwsAction
    DeleteNetworkInsightsAccessScopeResponse deleteNetworkInsightsAccessScope(
            DeleteNetworkInsightsAccessScopeRequest request, Call call) {
        String id = require(request.networkInsightsAccessScopeId(), "NetworkInsightsAccessScopeId");
        scopes.delete(call.scope(), id);
        return DeleteNetworkInsightsAccessScopeResponse.builder()
                .networkInsightsAccessScopeId(id)
                .build();
    }

    @AwsAction(
            tags = "network-insights-access-scope-analysis",
            missing = "transit gateways, Network Firewall and paths to other accounts")
    StartNetworkInsightsAccessScopeAnalysisResponse startNetworkInsightsAccessScopeAnalysis(
            StartNetworkInsightsAccessScopeAnalysisRequest request, Call call) {
        require(request.networkInsightsAccessScopeId(), "NetworkInsightsAccessScopeId");
        ScopeAnalysisService.View started = analyses.start(call, request);
        return StartNetworkInsightsAccessScopeAnalysisResponse.builder()
                .networkInsightsAccessScopeAnalysis(
                        ScopeWire.toWire(started, orAbsent(tags.of(call.scope(), started.id()))))
                .build();
    }

    @AwsAction
    DescribeNetworkInsightsAccessScopeAnalysesResponse describeNetworkInsightsAccessScopeAnalyses(
            DescribeNetworkInsightsAccessScopeAnalysesRequest request, Call call) {
        Page<ScopeAnalysisService.View> page = analyses.describe(call.scope(), request);
        return DescribeNetworkInsightsAccessScopeAnalysesResponse.builder()
                .networkInsightsAccessScopeAnalyses(page.map(ScopeWire::toWire, ScopeAnalysisService.View::id))
                .nextToken(page.nextToken())
                .build();
    }

    @AwsAction
    GetNetworkInsightsAccessScopeAnalysisFindingsResponse getNetworkInsightsAccessScopeAnalysisFindings(
            GetNetworkInsightsAccessScopeAnalysisFindingsRequest request, Call call) {
        require(request.networkInsightsAccessScopeAnalysisId(), "NetworkInsightsAccessScopeAnalysisId");
        ScopeAnalysisService.Findings found = analyses.findings(call.scope(), request);
        return GetNetworkInsightsAccessScopeAnalysisFindingsResponse.builder()
                .networkInsightsAccessScopeAnalysisId(found.of().id())
                .analysisStatus(found.of().status())
                .analysisFindings(found.page().stream()
                        .map(finding -> ScopeWire.toWire(found.of().analysis(), finding))
                        .toList())
                .nextToken(found.nextToken())
                .build();
    }

    @AwsAction
    DeleteNetworkInsightsAccessScopeAnalysisResponse deleteNetworkInsightsAccessScopeAnalysis(
            DeleteNetworkInsightsAccessScopeAnalysisRequest request, Call call) {
        String id = require(request.networkInsightsAccessScopeAnalysisId(), "NetworkInsightsAccessScopeAnalysisId");
        analyses.delete(call.scope(), id);
        return DeleteNetworkInsightsAccessScopeAnalysisResponse.builder()
                .networkInsightsAccessScopeAnalysisId(id)
                .build();
    }
}
