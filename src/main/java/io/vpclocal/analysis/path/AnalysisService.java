package io.vpclocal.analysis.path;

import io.vpclocal.analysis.AnalysisProperties;
import io.vpclocal.analysis.AnalyzedNetworks;
import io.vpclocal.analysis.Queries;
import io.vpclocal.analysis.Stored;
import io.vpclocal.analysis.reach.Analyzer;
import io.vpclocal.analysis.reach.Answer;
import io.vpclocal.analysis.reach.PathSearch;
import io.vpclocal.analysis.reach.Terrain;
import io.vpclocal.protocol.Call;
import io.vpclocal.protocol.Ids;
import io.vpclocal.protocol.Scope;
import io.vpclocal.resource.ClientTokens;
import io.vpclocal.resource.Describe;
import io.vpclocal.resource.Describer;
import io.vpclocal.resource.MaxResults;
import io.vpclocal.resource.Page;
import io.vpclocal.resource.Quotas;
import io.vpclocal.resource.ResourceDirectory;
import io.vpclocal.resource.ResourceKind;
import io.vpclocal.resource.TagStore;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import software.amazon.awssdk.services.ec2.model.DescribeNetworkInsightsAnalysesRequest;
import software.amazon.awssdk.services.ec2.model.Explanation;
import software.amazon.awssdk.services.ec2.model.NetworkInsightsAnalysis;
import software.amazon.awssdk.services.ec2.model.StartNetworkInsightsAnalysisRequest;

/** The rules of analyses. */
@Service
class AnalysisService {

    static final ResourceKind KIND = new ResourceKind(
            "network-insights-analysis", "nia", "network insights analysis", "InvalidNetworkInsightsAnalysisId");

    /** The state of an analysis at one moment. */
    record View(AnalysisEntity analysis, String status) {

        String id() {
            return analysis.id();
        }
    }

    private static final Describe<View> DESCRIBE = Describe.<View>filters()
            .filter(
                    "path-found",
                    view -> view.status().equals("succeeded") ? view.analysis().pathFound() : null)
            .filter("status", View::status)
            .tags()
            .maxResults(MaxResults.classic(1, PathLimits.LARGEST_PAGE))
            .build();

    private final Analyses analyses;
    private final PathService paths;
    private final Questions questions;
    private final AnalyzedNetworks networks;
    private final ResourceDirectory directory;
    private final Queries queries;
    private final TagStore tags;
    private final ClientTokens tokens;
    private final Describer describer;
    private final Ids ids;
    private final Clock clock;
    private final AnalysisProperties properties;
    private final Quotas quotas;

    AnalysisService(
            Analyses analyses,
            PathService paths,
            Questions questions,
            AnalyzedNetworks networks,
            ResourceDirectory directory,
            Queries queries,
            TagStore tags,
            ClientTokens tokens,
            Describer describer,
            Ids ids,
            Clock clock,
            AnalysisProperties properties,
            Quotas quotas) {
        this.analyses = analyses;
        this.paths = paths;
        this.questions = questions;
        this.networks = networks;
        this.directory = directory;
        this.queries = queries;
        this.tags = tags;
        this.tokens = tokens;
        this.describer = describer;
        this.ids = ids;
        this.clock = clock;
        this.properties = properties;
        this.quotas = quotas;
    }

    AnalysisEntity start(Call call, StartNetworkInsightsAnalysisRequest request) {
        Scope scope = call.scope();
        AnalysisReader.check(request);
        return tokens.once(call, request.clientToken(), request, id -> analyses.find(scope, id), () -> {
            PathEntity path = paths.lock(scope, request.networkInsightsPathId());
            requireRoom(scope);
            AnalysisEntity analysis = analyses.save(analyze(call, path, request));
            tags.create(scope, KIND, analysis.id(), request.tagSpecifications());
            return analysis;
        });
    }

    private void requireRoom(Scope scope) {
        quotas.requireRoom(
                () -> analyses.count(scope),
                PathLimits.ANALYSES,
                PathErrors.TOO_MANY_ANALYSES,
                "The maximum number of network insights analyses has been reached.");
        quotas.requireRoom(
                () -> analyses.running(scope.account(), scope.region(), clock.instant()),
                PathLimits.RUNNING_ANALYSES,
                PathErrors.TOO_MANY_ANALYSES,
                "The maximum number of concurrent network insights analyses has been reached.");
    }

    private AnalysisEntity analyze(Call call, PathEntity path, StartNetworkInsightsAnalysisRequest request) {
        NetworkInsightsAnalysis result = NetworkInsightsAnalysis.builder().build();
        String failure = null;
        Optional<String> missing = missing(request);
        if (!queries.allowed(call)) {
            failure = Queries.REFUSED;
        } else if (missing.isPresent()) {
            failure = "The request failed due to missing component " + missing.get();
        } else {
            try {
                result = result(answer(call.scope(), path, request));
            } catch (PathSearch.TooManyProbes e) {
                failure = e.getMessage();
            }
        }
        Instant now = clock.instant();
        return new AnalysisEntity(
                call.scope(),
                ids.next(KIND.prefix()),
                now,
                now.plus(properties.runningTime()),
                path.id(),
                Stored.write(request),
                failure,
                Boolean.TRUE.equals(result.networkPathFound()),
                Stored.write(result));
    }

    /**
     * The first resource of Amazon EC2 in the filters that does not exist (AWS documentation, Reachability Analyzer guide:
     * "Troubleshooting").
     */
    private Optional<String> missing(StartNetworkInsightsAnalysisRequest request) {
        return Stream.concat(request.filterInArns().stream(), request.filterOutArns().stream())
                .filter(arn -> arn.contains(":ec2:") && gone(arn.substring(arn.lastIndexOf('/') + 1), arn))
                .findFirst();
    }

    private Answer answer(Scope scope, PathEntity path, StartNetworkInsightsAnalysisRequest request) {
        Explanation gone = gone(path);
        if (gone != null) {
            return Answer.none(gone);
        }
        Set<String> accounts = new TreeSet<>(request.additionalAccounts());
        accounts.add(scope.account());
        Set<String> left = new TreeSet<>();
        Terrain terrain = networks.terrain(networks.of(scope), accounts, left);
        Questions.Asked asked = questions.of(terrain, accounts, path, request);
        if (asked.question() == null) {
            ends(path).filter(account -> !accounts.contains(account)).forEach(left::add);
            return Answer.none(Objects.requireNonNull(asked.refusal())).leading(left);
        }
        return new Analyzer(terrain, networks.components(scope))
                .answer(asked.question())
                .leading(left);
    }

    /** The accounts of the ends of a path. */
    private static Stream<String> ends(PathEntity path) {
        return Stream.concat(Stream.of(path.sourceArn()), Stream.ofNullable(path.destinationArn()))
                .map(Questions::account);
    }

    /** The ends of the path that no longer exist. */
    private @Nullable Explanation gone(PathEntity path) {
        if (gone(path.source(), path.sourceArn())) {
            return Questions.gone(path.source(), path.sourceArn());
        }
        String destination = path.destination();
        String arn = path.destinationArn();
        return destination != null && arn != null && gone(destination, arn) ? Questions.gone(destination, arn) : null;
    }

    private boolean gone(String id, String arn) {
        String[] parts = arn.split(":", -1);
        return !directory.exists(new Scope(parts[4], parts[3]), id);
    }

    private static NetworkInsightsAnalysis result(Answer answer) {
        return NetworkInsightsAnalysis.builder()
                .networkPathFound(answer.found())
                .forwardPathComponents(answer.forward())
                .returnPathComponents(answer.backward())
                .explanations(answer.explanations())
                .alternatePathHints(answer.hints())
                .suggestedAccounts(answer.accounts())
                .warningMessage(answer.warning())
                .build();
    }

    View view(AnalysisEntity analysis) {
        return new View(analysis, analysis.status(clock.instant()));
    }

    Page<View> describe(Scope scope, DescribeNetworkInsightsAnalysesRequest request) {
        List<String> wanted = request.networkInsightsAnalysisIds();
        wanted.forEach(id -> find(scope, id));
        String pathId = request.networkInsightsPathId();
        List<View> all = analyses.findAll(scope).stream()
                .filter(analysis -> analysis.kept(clock.instant()))
                .filter(analysis -> wanted.isEmpty() || wanted.contains(analysis.id()))
                .filter(analysis -> pathId == null || pathId.equals(analysis.pathId()))
                .filter(analysis -> request.analysisStartTime() == null
                        || !analysis.createdAt().isBefore(request.analysisStartTime()))
                .filter(analysis -> request.analysisEndTime() == null
                        || !analysis.createdAt().isAfter(request.analysisEndTime()))
                .map(this::view)
                .toList();
        return describer.page(
                DESCRIBE,
                all,
                View::id,
                "DescribeNetworkInsightsAnalyses" + wanted + pathId,
                scope,
                request.filters(),
                request.maxResults(),
                request.nextToken());
    }

    private AnalysisEntity find(Scope scope, String id) {
        return analyses.find(scope, id)
                .filter(analysis -> analysis.kept(clock.instant()))
                .orElseThrow(() -> KIND.missing(id));
    }

    void delete(Scope scope, String id) {
        AnalysisEntity analysis = analyses.lock(scope, id).orElseThrow(() -> KIND.missing(id));
        tags.forget(scope, id);
        analyses.delete(analysis);
    }
}
