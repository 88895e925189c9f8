package io.vpclocal.logs.event;

import io.vpclocal.logs.LogGroupName;
import io.vpclocal.logs.LogStreamName;
import io.vpclocal.logs.event.EventBatch.Taken;
import io.vpclocal.logs.group.LogGroupEntity;
import io.vpclocal.logs.group.LogGroupService;
import io.vpclocal.logs.group.LogStreamEntity;
import io.vpclocal.logs.group.LogStreamService;
import io.vpclocal.logs.store.EventStore;
import io.vpclocal.logs.store.StoredEvent;
import io.vpclocal.protocol.Scope;
import java.time.Clock;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import software.amazon.awssdk.services.cloudwatchlogs.model.RejectedLogEventsInfo;

/**
 * Stores events in streams. Writers of one stream run in sequence; writers of different streams do not block each
 * other.
 */
@Service
class LogIngestion {

    private final LogGroupService groups;
    private final LogStreamService streams;
    private final EventStore store;
    private final Clock clock;

    LogIngestion(LogGroupService groups, LogStreamService streams, EventStore store, Clock clock) {
        this.groups = groups;
        this.streams = streams;
        this.store = store;
        this.clock = clock;
    }

    /** @param rejected the dropped events; null if none */
    record Put(String nextSequenceToken, @Nullable RejectedLogEventsInfo rejected) {}

    Put put(Scope scope, LogGroupName groupName, LogStreamName streamName, EventBatch batch) {
        LogGroupEntity group = groups.require(scope, groupName);
        LogStreamEntity stream = streams.lock(group, streamName);
        // Read after the lock, so that ingestion times ascend within a stream.
        long now = clock.millis();
        Taken taken = batch.take(now, group.retainedFrom(now));
        store(group, stream, taken.events(), now, false);
        return new Put(stream.nextSequenceToken(), taken.rejected());
    }

    void store(LogGroupEntity group, LogStreamEntity stream, List<StoredEvent> events, long now, boolean vended) {
        stream.forgetBefore(group.retainedFrom(now), store);
        if (!events.isEmpty()) {
            stream.append(events, vended, store);
        }
    }
}
