package io.vpclocal.logs.event;

import io.vpclocal.logs.Constraints;
import io.vpclocal.logs.LogGroupName;
import io.vpclocal.logs.LogStreamName;
import io.vpclocal.logs.LogsLimits;
import io.vpclocal.logs.group.LogGroupEntity;
import io.vpclocal.logs.group.LogGroupService;
import io.vpclocal.logs.group.LogStreamService;
import io.vpclocal.logs.grouppolicy.Masking;
import io.vpclocal.protocol.AwsAction;
import io.vpclocal.protocol.AwsController;
import io.vpclocal.protocol.AwsService;
import io.vpclocal.protocol.Call;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.cloudwatchlogs.model.FilterLogEventsRequest;
import software.amazon.awssdk.services.cloudwatchlogs.model.FilterLogEventsResponse;
import software.amazon.awssdk.services.cloudwatchlogs.model.GetLogEventsRequest;
import software.amazon.awssdk.services.cloudwatchlogs.model.GetLogEventsResponse;
import software.amazon.awssdk.services.cloudwatchlogs.model.OutputLogEvent;
import software.amazon.awssdk.services.cloudwatchlogs.model.PutLogEventsRequest;
import software.amazon.awssdk.services.cloudwatchlogs.model.PutLogEventsResponse;

@AwsController(AwsService.LOGS)
class LogEventController {

    private final LogGroupService groups;
    private final LogStreamService streams;
    private final LogIngestion ingestion;
    private final LogReading reading;
    private final FilterPages filterPages;
    private final Masking masking;

    LogEventController(
            LogGroupService groups,
            LogStreamService streams,
            LogIngestion ingestion,
            LogReading reading,
            FilterPages filterPages,
            Masking masking) {
        this.groups = groups;
        this.streams = streams;
        this.ingestion = ingestion;
        this.reading = reading;
        this.filterPages = filterPages;
        this.masking = masking;
    }

    @AwsAction(missing = "entities: they are accepted but not stored")
    PutLogEventsResponse putLogEvents(PutLogEventsRequest request, Call call) {
        LogGroupName group = new LogGroupName(Constraints.require(request.logGroupName(), "logGroupName"));
        LogStreamName stream = streamName(request.logStreamName());
        Constraints.notMissing(request.hasLogEvents(), "logEvents");
        LogIngestion.Put put = ingestion.put(call.scope(), group, stream, EventBatch.of(request.logEvents()));
        return PutLogEventsResponse.builder()
                .nextSequenceToken(put.nextSequenceToken())
                .rejectedLogEventsInfo(put.rejected())
                .build();
    }

    @AwsAction
    GetLogEventsResponse getLogEvents(GetLogEventsRequest request, Call call) {
        LogStreamName name = streamName(request.logStreamName());
        int limit = Constraints.limit(request.limit(), "limit", LogsLimits.EVENTS_PER_PAGE);
        long from = Constraints.time(request.startTime(), "startTime", 0);
        long end = Constraints.time(request.endTime(), "endTime", Long.MAX_VALUE);
        StreamToken token = request.nextToken() == null
                ? new StreamToken(Boolean.TRUE.equals(request.startFromHead()), null)
                : StreamToken.parse(request.nextToken());
        LogGroupEntity group = LogGroupService.requireStandard(
                groups.require(call.scope(), request.logGroupName(), request.logGroupIdentifier()));
        // The end time is exclusive here, unlike in FilterLogEvents.
        StreamPage page = reading.stream(group, streams.require(group, name), from, end - 1, token, limit);
        UnaryOperator<String> mask =
                Boolean.TRUE.equals(request.unmask()) ? UnaryOperator.identity() : masking.of(group);
        return GetLogEventsResponse.builder()
                .events(page.events().stream()
                        .map(event -> OutputLogEvent.builder()
                                .timestamp(event.timestamp())
                                .ingestionTime(event.ingestionTime())
                                .message(mask.apply(event.message()))
                                .build())
                        .toList())
                .nextForwardToken(page.forwardToken())
                .nextBackwardToken(page.backwardToken())
                .build();
    }

    @AwsAction
    FilterLogEventsResponse filterLogEvents(FilterLogEventsRequest request, Call call) {
        return filterPages.page(request, call);
    }

    private static LogStreamName streamName(@Nullable String name) {
        return new LogStreamName(Constraints.require(name, "logStreamName"));
    }
}
