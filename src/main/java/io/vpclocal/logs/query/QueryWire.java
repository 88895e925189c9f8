package io.vpclocal.logs.query;

import java.util.stream.Collectors;
import software.amazon.awssdk.services.cloudwatchlogs.model.QueryDefinition;
import software.amazon.awssdk.services.cloudwatchlogs.model.QueryInfo;
import software.amazon.awssdk.services.cloudwatchlogs.model.QueryStatistics;

/** Queries as the API shows them. */
final class QueryWire {

    /** The Insights query language. */
    static final String LANGUAGE = "CWLI";

    private QueryWire() {}

    static QueryStatistics statistics(QueryEntity query) {
        return QueryStatistics.builder()
                .recordsMatched((double) query.recordsMatched())
                .recordsScanned((double) query.recordsScanned())
                .bytesScanned((double) query.bytesScanned())
                .estimatedRecordsSkipped(0.0)
                .estimatedBytesSkipped(0.0)
                .logGroupsScanned((double) query.groups().size())
                .build();
    }

    static QueryInfo info(QueryEntity query, long now) {
        QueryInfo.Builder info = QueryInfo.builder()
                .queryId(query.queryId())
                .queryLanguage(LANGUAGE)
                .queryString(shown(query))
                .status(query.status(now))
                .createTime(query.createdAt())
                .userIdentity(query.caller())
                .logGroupName(query.groups().get(0));
        if (!query.active()) {
            info.queryDuration(query.duration()).bytesScanned((double) query.bytesScanned());
        }
        return info.build();
    }

    static QueryDefinition definition(QueryDefinitionEntity definition) {
        return QueryDefinition.builder()
                .queryDefinitionId(definition.definitionId())
                .name(definition.name())
                .queryString(definition.queryText())
                .queryLanguage(definition.queryLanguage())
                .lastModified(definition.modifiedAt())
                .logGroupNames(definition.groups())
                .build();
    }

    /** Recorded for one group: the text starts with the sources and times. */
    private static String shown(QueryEntity query) {
        String sources = query.groups().stream().map(name -> '"' + name + '"').collect(Collectors.joining(", "));
        return "SOURCE " + sources + " START=" + query.startMillis() + " END=" + query.endMillis() + " | "
                + query.queryText();
    }
}
