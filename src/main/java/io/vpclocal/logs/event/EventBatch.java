package io.vpclocal.logs.event;

import io.vpclocal.logs.LogsErrors;
import io.vpclocal.logs.LogsLimits;
import io.vpclocal.logs.store.StoredEvent;
import io.vpclocal.protocol.AwsException;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.cloudwatchlogs.model.InputLogEvent;
import software.amazon.awssdk.services.cloudwatchlogs.model.RejectedLogEventsInfo;

/**
 * The events of one PutLogEvents call, checked against the rules for a batch (AWS documentation, API reference of
 * PutLogEvents). Events that are too old or too new are no error: they are dropped and reported.
 */
final class EventBatch {

    private final List<InputLogEvent> events;

    private EventBatch(List<InputLogEvent> events) {
        this.events = events;
    }

    /** @throws AwsException {@code InvalidParameterException} if the whole batch is rejected */
    static EventBatch of(List<InputLogEvent> events) {
        if (events.isEmpty()) {
            throw LogsErrors.constraint("logEvents", events, "Member must have length greater than or equal to 1");
        }
        if (events.size() > LogsLimits.EVENTS_PER_PUT) {
            throw LogsErrors.constraint(
                    "logEvents",
                    events.size() + " events",
                    "Member must have length less than or equal to " + LogsLimits.EVENTS_PER_PUT);
        }
        int place = 0;
        for (InputLogEvent event : events) {
            place++;
            checkMembers(event, place);
        }
        checkSize(events);
        checkOrder(events);
        return new EventBatch(events);
    }

    private static void checkMembers(InputLogEvent event, int place) {
        Long timestamp = event.timestamp();
        String message = event.message();
        if (timestamp == null) {
            throw EventErrors.missing(member(place, "timestamp"));
        }
        if (timestamp < 0) {
            throw LogsErrors.constraint(
                    member(place, "timestamp"), timestamp, "Member must have value greater than or equal to 0");
        }
        if (message == null) {
            throw EventErrors.missing(member(place, "message"));
        }
        if (message.isEmpty()) {
            throw LogsErrors.constraint(
                    member(place, "message"), "", "Member must have length greater than or equal to 1");
        }
    }

    private static String member(int place, String name) {
        return "logEvents." + place + ".member." + name;
    }

    private static void checkSize(List<InputLogEvent> events) {
        long overhead = (long) events.size() * LogsLimits.EVENT_OVERHEAD;
        long characters = 0;
        for (InputLogEvent event : events) {
            characters += event.message().length();
        }
        // Most batches are far below the limit, so their bytes need no count.
        if (overhead + characters * Utf8.LONGEST > LogsLimits.BYTES_PER_PUT) {
            long bytes = overhead;
            for (InputLogEvent event : events) {
                bytes += Utf8.length(event.message());
            }
            if (bytes > LogsLimits.BYTES_PER_PUT) {
                throw EventErrors.tooLarge(bytes);
            }
        }
    }

    private static void checkOrder(List<InputLogEvent> events) {
        long before = 0;
        for (InputLogEvent event : events) {
            long timestamp = event.timestamp();
            if (timestamp < before) {
                throw EventErrors.notChronological();
            }
            before = timestamp;
        }
        long span = events.get(events.size() - 1).timestamp() - events.get(0).timestamp();
        if (span > LogsLimits.SPAN_OF_PUT.toMillis()) {
            throw EventErrors.spanTooLong();
        }
    }

    /**
     * Drops the events that cannot be stored.
     *
     * @param retainedFrom events before this time are expired by the group's retention; milliseconds since 1970
     */
    Taken take(long now, long retainedFrom) {
        int tooOld = firstFrom(now - LogsLimits.TOO_OLD.toMillis());
        int expired = firstFrom(retainedFrom);
        int tooNew = firstFrom(now + LogsLimits.TOO_NEW.toMillis() + 1);
        List<StoredEvent> taken = new ArrayList<>(events.size());
        for (InputLogEvent event : events.subList(Math.min(Math.max(tooOld, expired), tooNew), tooNew)) {
            taken.add(new StoredEvent(event.timestamp(), now, event.message()));
        }
        return new Taken(taken, rejected(tooOld, expired, tooNew));
    }

    /** The index of the first event at that time or later. */
    private int firstFrom(long time) {
        int low = 0;
        int high = events.size();
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (events.get(middle).timestamp() < time) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low;
    }

    private @Nullable RejectedLogEventsInfo rejected(int tooOld, int expired, int tooNew) {
        if (tooOld == 0 && expired == 0 && tooNew == events.size()) {
            return null;
        }
        RejectedLogEventsInfo.Builder info = RejectedLogEventsInfo.builder();
        if (tooOld > 0) {
            info.tooOldLogEventEndIndex(tooOld);
        }
        if (expired > tooOld) {
            info.expiredLogEventEndIndex(expired);
        }
        if (tooNew < events.size()) {
            info.tooNewLogEventStartIndex(tooNew);
        }
        return info.build();
    }

    /** @param rejected null if all events were accepted */
    record Taken(List<StoredEvent> events, @Nullable RejectedLogEventsInfo rejected) {}
}
