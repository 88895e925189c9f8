package io.vpclocal.logs.query;

import io.vpclocal.logs.Constraints;
import io.vpclocal.logs.LogGroupName;
import io.vpclocal.logs.LogsLimits;
import io.vpclocal.logs.group.LogGroupIdentifier;
import io.vpclocal.logs.group.LogGroupService;
import io.vpclocal.protocol.Call;
import java.time.Clock;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;
import software.amazon.awssdk.services.cloudwatchlogs.model.StartQueryRequest;

/** The log groups of a query. */
@Component
class QueryGroups {

    private final LogGroupService groups;
    private final Clock clock;

    QueryGroups(LogGroupService groups, Clock clock) {
        this.groups = groups;
        this.clock = clock;
    }

    /**
     * The distinct names.
     *
     * @throws io.vpclocal.protocol.AwsException if one of the groups does not exist
     */
    List<String> of(StartQueryRequest request, Call call) {
        long given = Stream.of(
                        request.logGroupName() != null,
                        !request.logGroupNames().isEmpty(),
                        !request.logGroupIdentifiers().isEmpty())
                .filter(Boolean::booleanValue)
                .count();
        if (given != 1) {
            throw QueryErrors.oneWayToNameGroups();
        }
        List<LogGroupName> names = names(request, call);
        if (names.size() > LogsLimits.GROUPS_PER_QUERY) {
            throw Constraints.tooMany("logGroupNames", names, LogsLimits.GROUPS_PER_QUERY);
        }
        for (LogGroupName name : names) {
            LogGroupService.refuseDelivery(
                    groups.find(call.scope(), name).orElseThrow(() -> QueryErrors.groupNotFound(call, name.value())));
        }
        return names.stream().map(LogGroupName::value).distinct().toList();
    }

    /** @throws io.vpclocal.protocol.AwsException if no group existed and keeps events at the end of the query's period */
    void requireKept(Call call, List<String> names, long endSeconds, String text) {
        long now = clock.millis();
        long end = TimeUnit.SECONDS.toMillis(endSeconds + 1) - 1;
        boolean kept = names.stream()
                .flatMap(name -> groups.find(call.scope(), new LogGroupName(name)).stream())
                .anyMatch(group -> end >= Math.max(group.createdAt(), group.retainedFrom(now)));
        if (!kept) {
            throw QueryErrors.nothingKept(text);
        }
    }

    private static List<LogGroupName> names(StartQueryRequest request, Call call) {
        if (request.logGroupName() != null) {
            return List.of(new LogGroupName(request.logGroupName()));
        }
        if (!request.logGroupNames().isEmpty()) {
            return request.logGroupNames().stream().map(LogGroupName::new).toList();
        }
        return request.logGroupIdentifiers().stream()
                .map(identifier -> LogGroupIdentifier.name(call.scope(), "logGroupIdentifiers", identifier))
                .toList();
    }
}
