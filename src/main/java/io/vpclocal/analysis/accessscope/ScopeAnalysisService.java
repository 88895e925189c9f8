package io.vpclocal.analysis.accessscope;

import io.vpclocal.analysis.AnalysisProperties;
import io.vpclocal.analysis.AnalyzedNetworks;
import io.vpclocal.analysis.Queries;
import io.vpclocal.network.prefixlist.PrefixLists;
import io.vpclocal.protocol.Call;
import io.vpclocal.protocol.Ids;
import io.vpclocal.protocol.Scope;
import io.vpclocal.protocol.key.PageTokens;
import io.vpclocal.resource.ClientTokens;
import io.vpclocal.resource.Describe;
import io.vpclocal.resource.Describer;
import io.vpclocal.resource.MaxResults;
import io.vpclocal.resource.Page;
import io.vpclocal.resource.Quotas;
import io.vpclocal.resource.TagStore;
import io.vpclocal.traffic.address.Cidr;
import io.vpclocal.traffic.snapshot.KnownNetwork;
import java.time.Clock;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.data.domain.Limit;
import org.springframework.stereotype.Service;
import software.amazon.awssdk.services.ec2.model.DescribeNetworkInsightsAccessScopeAnalysesRequest;
import software.amazon.awssdk.services.ec2.model.GetNetworkInsightsAccessScopeAnalysisFindingsRequest;
import software.amazon.awssdk.services.ec2.model.StartNetworkInsightsAccessScopeAnalysisRequest;

/** The rules of analyses of access scopes. */
@Service
class ScopeAnalysisService {

    private static final MaxResults FINDINGS = MaxResults.classic(1, ScopeLimits.LARGEST_PAGE_OF_FINDINGS);

    private static final Describe<View> DESCRIBE = Describe.<View>filters()
            .filter("status", View::status)
            .filter(
                    "findings-found",
                    view -> view.status().equals("succeeded")
                            ? String.valueOf(view.analysis().findingCount() > 0)
                            : null)
            .tags()
            .maxResults(MaxResults.classic(1, ScopeLimits.LARGEST_PAGE))
            .build();

    /** The state of an analysis at one moment. */
    record View(ScopeAnalysisEntity analysis, String status) {

        String id() {
            return analysis.id();
        }
    }

    /** Some of the findings of an analysis. */
    record Findings(
            View of, List<FindingEntity> page, @Nullable String nextToken) {}

    private final ScopeAnalyses analyses;
    private final FindingRows findings;
    private final ScopeService scopes;
    private final AnalyzedNetworks networks;
    private final PrefixLists prefixLists;
    private final Queries queries;
    private final TagStore tags;
    private final ClientTokens tokens;
    private final Describer describer;
    private final PageTokens pageTokens;
    private final Ids ids;
    private final Clock clock;
    private final Quotas quotas;
    private final AnalysisProperties properties;

    ScopeAnalysisService(
            ScopeAnalyses analyses,
            FindingRows findings,
            ScopeService scopes,
            AnalyzedNetworks networks,
            PrefixLists prefixLists,
            Queries queries,
            TagStore tags,
            ClientTokens tokens,
            Describer describer,
            PageTokens pageTokens,
            Ids ids,
            Clock clock,
            AnalysisProperties properties,
            Quotas quotas) {
        this.analyses = analyses;
        this.findings = findings;
        this.scopes = scopes;
        this.networks = networks;
        this.prefixLists = prefixLists;
        this.queries = queries;
        this.tags = tags;
        this.tokens = tokens;
        this.describer = describer;
        this.pageTokens = pageTokens;
        this.ids = ids;
        this.clock = clock;
        this.quotas = quotas;
        this.properties = properties;
    }

    View start(Call call, StartNetworkInsightsAccessScopeAnalysisRequest request) {
        Scope scope = call.scope();
        ScopeAnalysisEntity analysis = tokens.once(
                call, request.clientToken(), request, id -> analyses.find(scope, id), () -> run(call, request));
        return new View(analysis, "running");
    }

    private ScopeAnalysisEntity run(Call call, StartNetworkInsightsAccessScopeAnalysisRequest request) {
        Scope scope = call.scope();
        ScopeEntity accessScope = scopes.lock(scope, request.networkInsightsAccessScopeId());
        ScopeErrors.requireRoom(
                quotas, () -> analyses.count(scope), ScopeLimits.ANALYSES, "NetworkInsightsAccessScopeAnalysis");
        ScopeErrors.requireRoom(
                quotas,
                () -> analyses.running(scope.account(), scope.region(), clock.instant()),
                ScopeLimits.RUNNING_ANALYSES,
                "NetworkInsightsAccessScopeAnalysis");
        ScopeResult result = queries.allowed(call) ? search(scope, accessScope) : ScopeResult.failed(Queries.REFUSED);
        Instant now = clock.instant();
        String id = ids.next(ScopeKinds.ANALYSIS.prefix());
        ScopeAnalysisEntity analysis = analyses.save(
                new ScopeAnalysisEntity(scope, id, now, accessScope.id(), now.plus(properties.runningTime()), result));
        for (int i = 0; i < result.findings().size(); i++) {
            findings.save(new FindingEntity(
                    scope, id, i + 1, ScopeWire.stored(result.findings().get(i))));
        }
        tags.create(scope, ScopeKinds.ANALYSIS, id, request.tagSpecifications());
        return analysis;
    }

    private ScopeResult search(Scope scope, ScopeEntity accessScope) {
        KnownNetwork network = networks.of(scope);
        return new ScopeSearch(
                        networks.terrain(network, Set.of(), new HashSet<>()),
                        networks.components(scope),
                        list -> cidrs(scope, list),
                        ScopeWire.content(accessScope))
                .run();
    }

    private List<Cidr> cidrs(Scope scope, String list) {
        return prefixLists.findAll(scope, Set.of(list)).values().stream()
                .flatMap(found -> found.cidrs().stream())
                .map(cidr -> Cidr.parse(cidr.toString()))
                .toList();
    }

    private View view(ScopeAnalysisEntity analysis) {
        return new View(analysis, analysis.status(clock.instant()));
    }

    Page<View> describe(Scope scope, DescribeNetworkInsightsAccessScopeAnalysesRequest request) {
        List<String> wanted = request.networkInsightsAccessScopeAnalysisIds();
        wanted.forEach(id -> find(scope, id));
        String scopeId = request.networkInsightsAccessScopeId();
        Instant from = request.analysisStartTimeBegin();
        Instant to = request.analysisStartTimeEnd();
        List<View> all = analyses.findAll(scope).stream()
                .filter(analysis -> wanted.isEmpty() || wanted.contains(analysis.id()))
                .filter(analysis -> scopeId == null || scopeId.equals(analysis.scopeId()))
                .filter(analysis -> from == null || !analysis.createdAt().isBefore(from))
                .filter(analysis -> to == null || !analysis.createdAt().isAfter(to))
                .map(this::view)
                .toList();
        return describer.page(
                DESCRIBE,
                all,
                View::id,
                "DescribeNetworkInsightsAccessScopeAnalyses" + wanted + scopeId,
                scope,
                request.filters(),
                request.maxResults(),
                request.nextToken());
    }

    private ScopeAnalysisEntity find(Scope scope, String id) {
        return analyses.find(scope, id).orElseThrow(() -> ScopeKinds.ANALYSIS.missing(id));
    }

    Findings findings(Scope scope, GetNetworkInsightsAccessScopeAnalysisFindingsRequest request) {
        View view = view(find(scope, request.networkInsightsAccessScopeAnalysisId()));
        int size = FINDINGS.resolve(
                Objects.requireNonNullElse(request.maxResults(), ScopeLimits.LARGEST_PAGE_OF_FINDINGS));
        String query = "findings" + view.id();
        String token = request.nextToken();
        int after = token == null || token.isEmpty()
                ? 0
                : Integer.parseInt(pageTokens.read(query, token).orElseThrow(() -> FINDINGS.badToken(token)));
        List<FindingEntity> page =
                view.status().equals("succeeded") ? findings.page(view.id(), after, Limit.of(size)) : List.of();
        int last = page.isEmpty() ? after : page.get(page.size() - 1).number();
        boolean more = !page.isEmpty() && last < view.analysis().findingCount();
        return new Findings(view, page, more ? pageTokens.write(query, String.valueOf(last)) : null);
    }

    void delete(Scope scope, String id) {
        ScopeAnalysisEntity analysis = analyses.lock(scope, id).orElseThrow(() -> ScopeKinds.ANALYSIS.missing(id));
        findings.deleteOf(id);
        tags.forget(scope, id);
        analyses.delete(analysis);
    }
}
