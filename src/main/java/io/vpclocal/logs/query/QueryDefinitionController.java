package io.vpclocal.logs.query;

import io.vpclocal.logs.Constraints;
import io.vpclocal.logs.LikePattern;
import io.vpclocal.logs.LogGroupName;
import io.vpclocal.logs.LogsErrors;
import io.vpclocal.logs.LogsLimits;
import io.vpclocal.logs.NextTokens;
import io.vpclocal.protocol.AwsAction;
import io.vpclocal.protocol.AwsController;
import io.vpclocal.protocol.AwsService;
import io.vpclocal.protocol.Call;
import io.vpclocal.protocol.Ids;
import io.vpclocal.protocol.Scope;
import java.time.Clock;
import java.util.List;
import java.util.Objects;
import org.springframework.data.domain.Limit;
import software.amazon.awssdk.services.cloudwatchlogs.model.DeleteQueryDefinitionRequest;
import software.amazon.awssdk.services.cloudwatchlogs.model.DeleteQueryDefinitionResponse;
import software.amazon.awssdk.services.cloudwatchlogs.model.DescribeQueryDefinitionsRequest;
import software.amazon.awssdk.services.cloudwatchlogs.model.DescribeQueryDefinitionsResponse;
import software.amazon.awssdk.services.cloudwatchlogs.model.PutQueryDefinitionRequest;
import software.amazon.awssdk.services.cloudwatchlogs.model.PutQueryDefinitionResponse;
import software.amazon.awssdk.services.cloudwatchlogs.model.QueryLanguage;

/** Saved queries. */
@AwsController(AwsService.LOGS)
class QueryDefinitionController {

    private final QueryDefinitions definitions;
    private final NextTokens tokens;
    private final Ids ids;
    private final Clock clock;

    QueryDefinitionController(QueryDefinitions definitions, NextTokens tokens, Ids ids, Clock clock) {
        this.definitions = definitions;
        this.tokens = tokens;
        this.ids = ids;
        this.clock = clock;
    }

    @AwsAction(missing = "client tokens, and the languages SQL and PPL")
    PutQueryDefinitionResponse putQueryDefinition(PutQueryDefinitionRequest request, Call call) {
        QueryController.requireInsights(request.queryLanguageAsString());
        String name = Constraints.require(request.name(), "name");
        Constraints.length("name", name, 1, 255);
        String text = Constraints.require(request.queryString(), "queryString");
        Constraints.length("queryString", text, 1, LogsLimits.QUERY_LENGTH);
        if (request.logGroupNames().size() > LogsLimits.GROUPS_PER_QUERY) {
            throw LogsErrors.invalidParameter("Too many log groups specified");
        }
        List<String> groups = request.logGroupNames().stream()
                .map(group -> new LogGroupName(group).value())
                .toList();
        QueryDefinitionEntity definition = request.queryDefinitionId() == null
                ? new QueryDefinitionEntity(call.scope(), ids.uuid())
                : require(call.scope(), request.queryDefinitionId());
        definition.define(name, text, groups, clock.millis());
        definitions.save(definition);
        return PutQueryDefinitionResponse.builder()
                .queryDefinitionId(definition.definitionId())
                .build();
    }

    @AwsAction
    DescribeQueryDefinitionsResponse describeQueryDefinitions(DescribeQueryDefinitionsRequest request, Call call) {
        int limit = Constraints.limit(request.maxResults(), "maxResults", LogsLimits.LISTED_PER_PAGE);
        String prefix = Objects.requireNonNullElse(request.queryDefinitionNamePrefix(), "");
        List<?> question = List.of(prefix, String.valueOf(request.queryLanguageAsString()));
        if (request.queryLanguage() != null && request.queryLanguage() != QueryLanguage.CWLI) {
            // Definitions in other languages are refused.
            return DescribeQueryDefinitionsResponse.builder().build();
        }
        String token = tokens.read(call, question, request.nextToken());
        // Ids contain no spaces.
        String id = token == null ? "" : token.substring(0, token.indexOf(' '));
        String name = token == null ? "" : token.substring(token.indexOf(' ') + 1);
        Scope scope = call.scope();
        List<QueryDefinitionEntity> found = definitions.find(
                scope.account(), scope.region(), LikePattern.prefix(prefix), name, id, Limit.of(limit + 1));
        List<QueryDefinitionEntity> page = found.subList(0, Math.min(limit, found.size()));
        String next = found.size() > limit
                ? page.get(limit - 1).definitionId() + " " + page.get(limit - 1).name()
                : null;
        return DescribeQueryDefinitionsResponse.builder()
                .queryDefinitions(page.stream().map(QueryWire::definition).toList())
                .nextToken(tokens.write(call, question, next))
                .build();
    }

    @AwsAction
    DeleteQueryDefinitionResponse deleteQueryDefinition(DeleteQueryDefinitionRequest request, Call call) {
        String id = Constraints.require(request.queryDefinitionId(), "queryDefinitionId");
        definitions.delete(require(call.scope(), id));
        return DeleteQueryDefinitionResponse.builder().success(true).build();
    }

    private QueryDefinitionEntity require(Scope scope, String id) {
        return definitions
                .findByAccountAndRegionAndDefinitionId(scope.account(), scope.region(), id)
                .orElseThrow(() -> QueryErrors.definitionNotFound(id));
    }
}
