package io.vpclocal.analysis.accessscope;

import io.vpclocal.analysis.Stored;
import io.vpclocal.protocol.Call;
import io.vpclocal.protocol.Ids;
import io.vpclocal.protocol.Scope;
import io.vpclocal.resource.ClientTokens;
import io.vpclocal.resource.Describe;
import io.vpclocal.resource.Describer;
import io.vpclocal.resource.MaxResults;
import io.vpclocal.resource.Page;
import io.vpclocal.resource.TagStore;
import java.time.Clock;
import org.springframework.stereotype.Service;
import software.amazon.awssdk.services.ec2.model.CreateNetworkInsightsAccessScopeRequest;
import software.amazon.awssdk.services.ec2.model.DescribeNetworkInsightsAccessScopesRequest;
import software.amazon.awssdk.services.ec2.model.NetworkInsightsAccessScopeContent;

/** The rules of access scopes. */
@Service
class ScopeService {

    /** The EC2 API Reference lists no filters. Our guess: filters by tag work, because the resources have tags. */
    private static final Describe<ScopeEntity> DESCRIBE = Describe.<ScopeEntity>filters()
            .tags()
            .maxResults(MaxResults.classic(1, ScopeLimits.LARGEST_PAGE))
            .build();

    private final AccessScopes scopes;
    private final ScopeAnalyses analyses;
    private final TagStore tags;
    private final ClientTokens tokens;
    private final Describer describer;
    private final Ids ids;
    private final Clock clock;

    ScopeService(
            AccessScopes scopes,
            ScopeAnalyses analyses,
            TagStore tags,
            ClientTokens tokens,
            Describer describer,
            Ids ids,
            Clock clock) {
        this.scopes = scopes;
        this.analyses = analyses;
        this.tags = tags;
        this.tokens = tokens;
        this.describer = describer;
        this.ids = ids;
        this.clock = clock;
    }

    ScopeEntity create(Call call, CreateNetworkInsightsAccessScopeRequest request) {
        Scope scope = call.scope();
        String id = ids.next(ScopeKinds.SCOPE.prefix());
        NetworkInsightsAccessScopeContent content = ScopeReader.read(id, request);
        return tokens.once(call, request.clientToken(), request, known -> scopes.find(scope, known), () -> {
            if (scopes.count(scope) >= ScopeLimits.SCOPES) {
                throw ScopeErrors.tooMany("NetworkInsightsAccessScope", ScopeLimits.SCOPES);
            }
            ScopeEntity made = scopes.save(new ScopeEntity(scope, id, clock.instant(), Stored.write(content)));
            tags.create(scope, ScopeKinds.SCOPE, id, request.tagSpecifications());
            return made;
        });
    }

    Page<ScopeEntity> describe(Scope scope, DescribeNetworkInsightsAccessScopesRequest request) {
        return describer.page(
                DESCRIBE,
                ScopeEntity.class,
                ScopeKinds.SCOPE,
                scope,
                request.networkInsightsAccessScopeIds(),
                request.filters(),
                request.maxResults(),
                request.nextToken());
    }

    ScopeEntity find(Scope scope, String id) {
        return scopes.find(scope, id).orElseThrow(() -> ScopeKinds.SCOPE.missing(id));
    }

    /** Locks the scope, so that it is not deleted while an analysis of it starts. */
    ScopeEntity lock(Scope scope, String id) {
        return scopes.lock(scope, id).orElseThrow(() -> ScopeKinds.SCOPE.missing(id));
    }

    void delete(Scope scope, String id) {
        ScopeEntity gone = lock(scope, id);
        if (analyses.countOf(scope.account(), scope.region(), id) > 0) {
            throw ScopeErrors.hasAnalyses(id);
        }
        tags.forget(scope, id);
        scopes.delete(gone);
    }
}
