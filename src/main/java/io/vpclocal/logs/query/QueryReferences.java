package io.vpclocal.logs.query;

import io.vpclocal.logs.group.LogGroupEntity;
import io.vpclocal.logs.group.LogGroupService;
import io.vpclocal.protocol.Call;
import io.vpclocal.protocol.RequestAttributes;
import io.vpclocal.protocol.Scope;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.springframework.stereotype.Component;
import software.amazon.awssdk.core.SdkPojo;
import software.amazon.awssdk.services.cloudwatchlogs.model.GetLogRecordRequest;
import software.amazon.awssdk.services.cloudwatchlogs.model.GetQueryResultsRequest;

/**
 * The log groups of a request that names a query or a record. StopQuery needs no log group permission (Service
 * Authorization Reference, CloudWatch Logs: StopQuery has no resource types).
 */
@Component
class QueryReferences implements RequestAttributes {

    private static final String TYPE = "log-group";

    private final LogsQueries queries;
    private final LogGroupService groups;

    QueryReferences(LogsQueries queries, LogGroupService groups) {
        this.queries = queries;
        this.groups = groups;
    }

    @Override
    public Set<String> actions() {
        return Set.of("logs:GetQueryResults", "logs:GetLogRecord");
    }

    @Override
    public Map<String, List<String>> resources(Call call, SdkPojo request) {
        Scope scope = call.scope();
        if (request instanceof GetQueryResultsRequest results && results.queryId() != null) {
            return Map.of(TYPE, queries.groupsOf(scope.account(), scope.region(), results.queryId()));
        }
        if (request instanceof GetLogRecordRequest record && record.logRecordPointer() != null) {
            Optional<LogGroupEntity> group = RecordPointer.parse(record.logRecordPointer())
                    .flatMap(pointer -> groups.find(scope, pointer.group()));
            return Map.of(TYPE, group.map(LogGroupEntity::name).stream().toList());
        }
        return Map.of();
    }
}
