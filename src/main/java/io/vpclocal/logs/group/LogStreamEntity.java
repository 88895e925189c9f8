package io.vpclocal.logs.group;

import io.vpclocal.logs.LogStreamName;
import io.vpclocal.logs.LogsRow;
import io.vpclocal.logs.store.EventStore;
import io.vpclocal.logs.store.EventStore.Appended;
import io.vpclocal.logs.store.StoredEvent;
import io.vpclocal.logs.store.StreamKey;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Table;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A log stream. A writer locks its row, so a stream has one writer at a time. */
@Entity
@Table(name = "log_stream")
public class LogStreamEntity extends LogsRow {

    /** The value of the times of a stream without events. */
    static final long NEVER = -1;

    @Column(nullable = false, updatable = false)
    private long groupSeq;

    @Column(nullable = false, updatable = false, length = 512)
    private String name;

    @Column(nullable = false, updatable = false)
    private long createdAt;

    @Column(nullable = false)
    private long firstEventAt = NEVER;

    @Column(nullable = false)
    private long lastEventAt = NEVER;

    @Column(nullable = false)
    private long lastIngestedAt = NEVER;

    @Column(nullable = false)
    private long puts;

    @Column
    private @Nullable Long tailChunk;

    @Column(nullable = false)
    private long storedBytes;

    @Column(nullable = false)
    private long customBytes;

    @Column(nullable = false)
    private long vendedBytes;

    @SuppressWarnings("NullAway.Init") // JPA
    protected LogStreamEntity() {}

    LogStreamEntity(LogGroupEntity group, LogStreamName name, long createdAt) {
        this.groupSeq = group.seq();
        this.name = name.value();
        this.createdAt = createdAt;
    }

    public String name() {
        return name;
    }

    long createdAt() {
        return createdAt;
    }

    long firstEventAt() {
        return firstEventAt;
    }

    long lastEventAt() {
        return lastEventAt;
    }

    long lastIngestedAt() {
        return lastIngestedAt;
    }

    long customBytes() {
        return customBytes;
    }

    long vendedBytes() {
        return vendedBytes;
    }

    /**
     * Stores events with the current time as ingestion time.
     *
     * @param events in ascending order, at least one
     * @param vended whether a service delivers them
     */
    public void append(List<StoredEvent> events, boolean vended, EventStore store) {
        Appended appended = store.append(new StreamKey(groupSeq, seq()), tailChunk, events);
        long bytes = appended.bytes();
        tailChunk = appended.tail();
        long first = events.get(0).timestamp();
        firstEventAt = firstEventAt == NEVER ? first : Math.min(firstEventAt, first);
        lastEventAt = Math.max(lastEventAt, events.get(events.size() - 1).timestamp());
        lastIngestedAt = Math.max(lastIngestedAt, events.get(0).ingestionTime());
        storedBytes += bytes;
        if (vended) {
            vendedBytes += bytes;
        } else {
            customBytes += bytes;
        }
    }

    /** Deletes expired events, in whole chunks. */
    public void forgetBefore(long time, EventStore store) {
        if (firstEventAt == NEVER || firstEventAt >= time) {
            return;
        }
        storedBytes -= store.deleteBefore(seq(), time);
        firstEventAt =
                store.earliest(seq()).map(earliest -> Math.max(earliest, time)).orElse(time);
    }

    /** Counts a call of PutLogEvents and returns the token of the next one. */
    public String nextSequenceToken() {
        puts++;
        return sequenceToken();
    }

    String sequenceToken() {
        return "4957%026d%026d".formatted(seq(), puts);
    }
}
