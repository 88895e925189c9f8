package io.vpclocal.analysis.accessscope;

import io.vpclocal.resource.ResourceKind;

/** The resource kinds of access scopes and their analyses. */
final class ScopeKinds {

    static final ResourceKind SCOPE = new ResourceKind(
            "network-insights-access-scope",
            "nis",
            "network insights access scope",
            "InvalidNetworkInsightsAccessScopeId");

    static final ResourceKind ANALYSIS = new ResourceKind(
            "network-insights-access-scope-analysis",
            "nisa",
            "network insights access scope analysis",
            "InvalidNetworkInsightsAccessScopeAnalysisId");

    private ScopeKinds() {}
}
