package io.vpclocal.analysis.path;

import io.vpclocal.protocol.Call;
import io.vpclocal.protocol.Ids;
import io.vpclocal.protocol.Scope;
import io.vpclocal.resource.ClientTokens;
import io.vpclocal.resource.Describe;
import io.vpclocal.resource.Describer;
import io.vpclocal.resource.MaxResults;
import io.vpclocal.resource.Page;
import io.vpclocal.resource.ResourceKind;
import io.vpclocal.resource.TagStore;
import java.time.Clock;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import software.amazon.awssdk.services.ec2.model.CreateNetworkInsightsPathRequest;
import software.amazon.awssdk.services.ec2.model.DescribeNetworkInsightsPathsRequest;
import software.amazon.awssdk.services.ec2.model.PathRequestFilter;
import software.amazon.awssdk.services.ec2.model.RequestFilterPortRange;

/** The rules of paths. */
@Service
class PathService {

    static final ResourceKind KIND =
            new ResourceKind("network-insights-path", "nip", "network insights path", "InvalidNetworkInsightsPathId");

    private static final Describe<PathEntity> DESCRIBE = filters().build();

    private final Paths paths;
    private final Analyses analyses;
    private final PathReader reader;
    private final TagStore tags;
    private final ClientTokens tokens;
    private final Describer describer;
    private final Ids ids;
    private final Clock clock;

    PathService(
            Paths paths,
            Analyses analyses,
            PathReader reader,
            TagStore tags,
            ClientTokens tokens,
            Describer describer,
            Ids ids,
            Clock clock) {
        this.paths = paths;
        this.analyses = analyses;
        this.reader = reader;
        this.tags = tags;
        this.tokens = tokens;
        this.describer = describer;
        this.ids = ids;
        this.clock = clock;
    }

    /** The filters that the EC2 API Reference lists. */
    private static Describe.Builder<PathEntity> filters() {
        Describe.Builder<PathEntity> filters = Describe.<PathEntity>filters()
                .column("source", "source", PathEntity::source)
                .column("destination", "destination", PathEntity::destination)
                .column("protocol", "protocol", PathEntity::protocol)
                .filter("destination-port", PathEntity::destinationPort)
                .tags()
                .maxResults(MaxResults.classic(1, PathLimits.LARGEST_PAGE));
        side(filters, "filter-at-source", PathFilters::atSource);
        side(filters, "filter-at-destination", PathFilters::atDestination);
        return filters;
    }

    private static void side(
            Describe.Builder<PathEntity> filters,
            String name,
            Function<PathEntity, @Nullable PathRequestFilter> filter) {
        filters.filter(name + ".source-address", of(filter, PathRequestFilter::sourceAddress))
                .filter(name + ".destination-address", of(filter, PathRequestFilter::destinationAddress))
                .filter(name + ".source-port-range", of(filter, at -> range(at.sourcePortRange())))
                .filter(name + ".destination-port-range", of(filter, at -> range(at.destinationPortRange())));
    }

    private static Describe.Value<PathEntity> of(
            Function<PathEntity, @Nullable PathRequestFilter> filter,
            Function<PathRequestFilter, @Nullable String> value) {
        return path -> {
            PathRequestFilter at = filter.apply(path);
            return at == null ? null : value.apply(at);
        };
    }

    private static @Nullable String range(@Nullable RequestFilterPortRange range) {
        return range == null ? null : range.fromPort() + "-" + range.toPort();
    }

    PathEntity create(Call call, CreateNetworkInsightsPathRequest request) {
        Scope scope = call.scope();
        PathRequest checked = reader.read(scope, request);
        return tokens.once(call, request.clientToken(), request, id -> paths.find(scope, id), () -> {
            if (paths.count(scope) >= PathLimits.PATHS) {
                throw PathErrors.tooManyPaths();
            }
            PathEntity path = paths.save(new PathEntity(scope, ids.next(KIND.prefix()), clock.instant(), checked));
            tags.create(scope, KIND, path.id(), request.tagSpecifications());
            return path;
        });
    }

    Page<PathEntity> describe(Scope scope, DescribeNetworkInsightsPathsRequest request) {
        return describer.page(
                DESCRIBE,
                PathEntity.class,
                KIND,
                scope,
                request.networkInsightsPathIds(),
                request.filters(),
                request.maxResults(),
                request.nextToken());
    }

    /** Locks the path, so that it is not deleted while an analysis of it starts. */
    PathEntity lock(Scope scope, String id) {
        return paths.lock(scope, id).orElseThrow(() -> KIND.missing(id));
    }

    void delete(Scope scope, String id) {
        PathEntity path = lock(scope, id);
        boolean analyzed = analyses.ofPath(scope.account(), scope.region(), id).stream()
                .anyMatch(analysis -> analysis.kept(clock.instant()));
        if (analyzed) {
            throw PathErrors.analysisExists(id);
        }
        analyses.ofPath(scope.account(), scope.region(), id).forEach(analyses::delete);
        tags.forget(scope, id);
        paths.delete(path);
    }
}
