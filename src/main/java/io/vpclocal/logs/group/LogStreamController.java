package io.vpclocal.logs.group;

import io.vpclocal.logs.Constraints;
import io.vpclocal.logs.LogGroupName;
import io.vpclocal.logs.LogStreamName;
import io.vpclocal.logs.LogsLimits;
import io.vpclocal.logs.NextTokens;
import io.vpclocal.protocol.AwsAction;
import io.vpclocal.protocol.AwsController;
import io.vpclocal.protocol.AwsService;
import io.vpclocal.protocol.Call;
import java.util.List;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.cloudwatchlogs.model.CreateLogStreamRequest;
import software.amazon.awssdk.services.cloudwatchlogs.model.CreateLogStreamResponse;
import software.amazon.awssdk.services.cloudwatchlogs.model.DeleteLogStreamRequest;
import software.amazon.awssdk.services.cloudwatchlogs.model.DeleteLogStreamResponse;
import software.amazon.awssdk.services.cloudwatchlogs.model.DescribeLogStreamsRequest;
import software.amazon.awssdk.services.cloudwatchlogs.model.DescribeLogStreamsResponse;
import software.amazon.awssdk.services.cloudwatchlogs.model.LogStream;

@AwsController(AwsService.LOGS)
class LogStreamController {

    private final LogGroupService groups;
    private final LogStreamService streams;
    private final LogStreamListing listing;
    private final NextTokens tokens;

    LogStreamController(LogGroupService groups, LogStreamService streams, LogStreamListing listing, NextTokens tokens) {
        this.groups = groups;
        this.streams = streams;
        this.listing = listing;
        this.tokens = tokens;
    }

    @AwsAction
    CreateLogStreamResponse createLogStream(CreateLogStreamRequest request, Call call) {
        streams.create(call.scope(), groupName(request.logGroupName()), name(request.logStreamName()));
        return CreateLogStreamResponse.builder().build();
    }

    @AwsAction
    DeleteLogStreamResponse deleteLogStream(DeleteLogStreamRequest request, Call call) {
        streams.delete(call.scope(), groupName(request.logGroupName()), name(request.logStreamName()));
        return DeleteLogStreamResponse.builder().build();
    }

    @AwsAction
    DescribeLogStreamsResponse describeLogStreams(DescribeLogStreamsRequest request, Call call) {
        int limit = Constraints.limit(request.limit(), "limit", LogsLimits.DESCRIBED_PER_PAGE);
        boolean byLastEvent = "LastEventTime".equals(request.orderByAsString());
        String prefix =
                request.logStreamNamePrefix() == null ? null : LogStreamName.checkPrefix(request.logStreamNamePrefix());
        if (byLastEvent && prefix != null) {
            throw LogGroupErrors.prefixWithLastEventTime();
        }
        LogGroupEntity group = groups.require(call.scope(), request.logGroupName(), request.logGroupIdentifier());
        LogStreamListing.Wanted wanted = new LogStreamListing.Wanted(
                group.seq(), prefix, byLastEvent, Boolean.TRUE.equals(request.descending()));
        List<?> question = List.of(wanted);
        String position = tokens.read(call, question, request.nextToken());
        List<LogStreamEntity> found = listing.find(wanted, position, limit + 1);
        List<LogStreamEntity> page = found.subList(0, Math.min(limit, found.size()));
        String next = found.size() > limit ? wanted.positionOf(page.get(limit - 1)) : null;
        return DescribeLogStreamsResponse.builder()
                .logStreams(page.stream().map(stream -> toWire(group, stream)).toList())
                .nextToken(tokens.write(call, question, next))
                .build();
    }

    /**
     * Recorded: members that depend on events are missing in a stream without events; the stored bytes are always 0.
     */
    private static LogStream toWire(LogGroupEntity group, LogStreamEntity stream) {
        LogStream.Builder wire = LogStream.builder()
                .logStreamName(stream.name())
                .arn(group.arn() + ":log-stream:" + stream.name())
                .creationTime(stream.createdAt())
                .storedBytes(0L);
        if (stream.lastEventAt() != LogStreamEntity.NEVER) {
            wire.firstEventTimestamp(stream.firstEventAt())
                    .lastEventTimestamp(stream.lastEventAt())
                    .lastIngestionTime(stream.lastIngestedAt())
                    .uploadSequenceToken(stream.sequenceToken());
        }
        return wire.build();
    }

    private static LogGroupName groupName(@Nullable String name) {
        return new LogGroupName(Constraints.require(name, "logGroupName"));
    }

    private static LogStreamName name(@Nullable String name) {
        return new LogStreamName(Constraints.require(name, "logStreamName"));
    }
}
