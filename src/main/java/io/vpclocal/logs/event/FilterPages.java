package io.vpclocal.logs.event;

import io.vpclocal.logs.Constraints;
import io.vpclocal.logs.LogStreamName;
import io.vpclocal.logs.LogsErrors;
import io.vpclocal.logs.LogsLimits;
import io.vpclocal.logs.NextTokens;
import io.vpclocal.logs.event.LogReading.Range;
import io.vpclocal.logs.group.LogGroupEntity;
import io.vpclocal.logs.group.LogGroupService;
import io.vpclocal.logs.group.LogStreamService;
import io.vpclocal.logs.grouppolicy.Masking;
import io.vpclocal.logs.store.EventId;
import io.vpclocal.logs.store.EventPage;
import io.vpclocal.logs.store.FoundEvent;
import io.vpclocal.protocol.Call;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import software.amazon.awssdk.services.cloudwatchlogs.model.FilterLogEventsRequest;
import software.amazon.awssdk.services.cloudwatchlogs.model.FilterLogEventsResponse;
import software.amazon.awssdk.services.cloudwatchlogs.model.FilteredLogEvent;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Answers FilterLogEvents. */
@Component
class FilterPages {

    private static final JsonMapper JSON = new JsonMapper();

    /** Documented: events from this time on can be read newest first. */
    private static final long NEWEST_FIRST_FROM =
            Instant.parse("2024-01-01T00:00:00Z").toEpochMilli();

    private final LogGroupService groups;
    private final LogStreamService streams;
    private final LogReading reading;
    private final NextTokens tokens;
    private final Masking masking;

    FilterPages(
            LogGroupService groups, LogStreamService streams, LogReading reading, NextTokens tokens, Masking masking) {
        this.groups = groups;
        this.streams = streams;
        this.reading = reading;
        this.tokens = tokens;
        this.masking = masking;
    }

    FilterLogEventsResponse page(FilterLogEventsRequest request, Call call) {
        int limit = Constraints.limit(request.limit(), "limit", LogsLimits.EVENTS_PER_PAGE);
        String pattern = Objects.requireNonNullElse(request.filterPattern(), "");
        Constraints.length("filterPattern", pattern, 0, LogsLimits.FILTER_PATTERN_LENGTH);
        Range range = range(request, call);
        LogGroupEntity group = LogGroupService.requireStandard(
                groups.require(call.scope(), request.logGroupName(), request.logGroupIdentifier()));
        Collection<Long> wanted = streams(group, request);
        List<?> question = List.of(
                group.seq(),
                request.logStreamNames(),
                String.valueOf(request.logStreamNamePrefix()),
                pattern,
                String.valueOf(request.startTime()),
                String.valueOf(request.endTime()));
        Position position = position(tokens.read(call, question, request.nextToken()), range.forward());
        Range going = new Range(range.from(), range.to(), position.forward());
        EventPage page = reading.filter(group, wanted, going, pattern, position.behind(), limit);
        UnaryOperator<String> mask =
                Boolean.TRUE.equals(request.unmask()) ? UnaryOperator.identity() : masking.of(group);
        return FilterLogEventsResponse.builder()
                .events(toWire(page.events(), position.forward(), mask))
                .searchedLogStreams(List.of())
                .nextToken(tokens.write(call, question, new Position(position.forward(), page.next()).text()))
                .build();
    }

    private static Range range(FilterLogEventsRequest request, Call call) {
        long from = Constraints.time(request.startTime(), "startTime", 0);
        long to = Constraints.time(request.endTime(), "endTime", Long.MAX_VALUE);
        boolean forward = startFromHead(call);
        if (!forward && from < NEWEST_FIRST_FROM) {
            throw EventErrors.newestFirstTooEarly();
        }
        return new Range(from, to, forward);
    }

    private @Nullable Collection<Long> streams(LogGroupEntity group, FilterLogEventsRequest request) {
        String prefix = request.logStreamNamePrefix();
        if (request.hasLogStreamNames() && prefix != null) {
            throw EventErrors.streamNamesAndPrefix();
        }
        if (prefix != null) {
            return streams.withPrefix(group, LogStreamName.checkPrefix(prefix));
        }
        if (!request.hasLogStreamNames()) {
            return null;
        }
        List<String> names = request.logStreamNames();
        if (names.isEmpty()) {
            throw LogsErrors.constraint("logStreamNames", names, "Member must have length greater than or equal to 1");
        }
        if (names.size() > LogsLimits.STREAMS_PER_FILTER) {
            throw Constraints.tooMany("logStreamNames", names, LogsLimits.STREAMS_PER_FILTER);
        }
        return streams.requireAll(group, names.stream().map(LogStreamName::new).toList());
    }

    /** True by default. Newer clients send this member, but the SDK's model does not have it yet. */
    private static boolean startFromHead(Call call) {
        try {
            JsonNode member = JSON.readTree(call.wire().body()).path("startFromHead");
            return !member.isBoolean() || member.asBoolean();
        } catch (JacksonException e) {
            // Only JSON requests can have the member.
            return true;
        }
    }

    private List<FilteredLogEvent> toWire(List<FoundEvent> found, boolean forward, UnaryOperator<String> mask) {
        Set<Long> seqs = new HashSet<>();
        found.forEach(event -> seqs.add(event.stream()));
        Map<Long, String> names = streams.names(seqs);
        List<FilteredLogEvent> events = new ArrayList<>(found.size());
        for (FoundEvent event : found) {
            events.add(FilteredLogEvent.builder()
                    .eventId(event.id().toString())
                    .logStreamName(names.get(event.stream()))
                    .timestamp(event.timestamp())
                    .ingestionTime(event.ingestionTime())
                    .message(mask.apply(event.message()))
                    .build());
        }
        if (!forward) {
            Collections.reverse(events);
        }
        return events;
    }

    private static Position position(@Nullable String text, boolean forward) {
        return text == null
                ? new Position(forward, null)
                : new Position(text.charAt(0) == 'f', EventId.parse(text.substring(1)));
    }

    /** The start of a page. A token keeps the direction of its first page. */
    private record Position(boolean forward, @Nullable EventId behind) {

        @Nullable
        String text() {
            return behind == null ? null : (forward ? "f" : "b") + behind;
        }
    }
}
