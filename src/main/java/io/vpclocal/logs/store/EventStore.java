package io.vpclocal.logs.store;

import jakarta.persistence.EntityManager;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Writes events as chunks. Callers lock the stream's row, so a stream has one writer at a time. A small chunk is
 * rewritten with the new events appended, so that many small puts do not become many rows. An event keeps its place in
 * its chunk, and therefore its id.
 */
@Component
public class EventStore {

    /**
     * The longest time between the first and the last event of a chunk. It lets a search by time use an index in both
     * directions.
     */
    static final long SPAN = Duration.ofHours(24).toMillis();

    /** The message bytes up to which a chunk is rewritten. Limits the cost of a small put. */
    private static final long SMALL = 32 * 1024;

    private static final int CHUNK_EVENTS = 10_000;
    private static final long CHUNK_BYTES = 1024 * 1024;

    private final EntityManager entities;

    EventStore(EntityManager entities) {
        this.entities = entities;
    }

    /**
     * The outcome of an append.
     *
     * @param tail the chunk that the next append can extend
     * @param bytes the message bytes in UTF-8
     */
    public record Appended(long tail, long bytes) {}

    /**
     * @param tail the tail of the last append to this stream; null for the first append
     * @param events in ascending order of their timestamps, at least one
     */
    public Appended append(StreamKey stream, @Nullable Long tail, List<StoredEvent> events) {
        Long last = tail;
        long bytes = 0;
        for (List<StoredEvent> part : split(events)) {
            Appended appended = appendPart(stream, last, part);
            last = appended.tail();
            bytes += appended.bytes();
        }
        if (last == null) {
            throw new IllegalArgumentException("No events");
        }
        return new Appended(last, bytes);
    }

    /** Deletes the chunks of a stream in which all events are older. Returns the bytes of their messages. */
    public long deleteBefore(long stream, long timestamp) {
        Long bytes = entities.createQuery(
                        "select sum(c.messageBytes) from ChunkEntity c where c.streamSeq = :stream and c.latest < :time",
                        Long.class)
                .setParameter("stream", stream)
                .setParameter("time", timestamp)
                .getSingleResult();
        if (bytes == null) {
            return 0;
        }
        String which = " where c.streamSeq = :stream and c.latest < :time";
        entities.createQuery(
                        "delete from ChunkBodyEntity b where b.seq in (select c.seq from ChunkEntity c" + which + ")")
                .setParameter("stream", stream)
                .setParameter("time", timestamp)
                .executeUpdate();
        entities.createQuery("delete from ChunkEntity c" + which)
                .setParameter("stream", stream)
                .setParameter("time", timestamp)
                .executeUpdate();
        return bytes;
    }

    /** Deletes all events of a stream. */
    public void deleteStream(long stream) {
        delete("streamSeq", stream);
    }

    /** Deletes all events of a group. */
    public void deleteGroup(long group) {
        delete("groupSeq", group);
    }

    /** The earliest timestamp in a stream. */
    public Optional<Long> earliest(long stream) {
        return Optional.ofNullable(entities.createQuery(
                        "select min(c.earliest) from ChunkEntity c where c.streamSeq = :stream", Long.class)
                .setParameter("stream", stream)
                .getSingleResult());
    }

    private void delete(String column, long value) {
        entities.createQuery("delete from ChunkBodyEntity b where b.seq in (select c.seq from ChunkEntity c where c."
                        + column + " = :value)")
                .setParameter("value", value)
                .executeUpdate();
        entities.createQuery("delete from ChunkEntity c where c." + column + " = :value")
                .setParameter("value", value)
                .executeUpdate();
    }

    private Appended appendPart(StreamKey stream, @Nullable Long tail, List<StoredEvent> events) {
        ChunkEntity last = tail == null || large(events) ? null : entities.find(ChunkEntity.class, tail);
        if (last != null && hasRoom(last, events)) {
            ChunkBodyEntity body = entities.find(ChunkBodyEntity.class, last.seq());
            Chunk grown = Chunk.pack(join(body.chunk(), events));
            long more = grown.messageBytes() - last.messageBytes();
            body.replace(grown);
            last.describe(grown);
            detach(last, body);
            return new Appended(last.seq(), more);
        }
        Chunk chunk = Chunk.pack(events);
        ChunkEntity head = new ChunkEntity(stream, chunk);
        entities.persist(head);
        ChunkBodyEntity body = new ChunkBodyEntity(head.seq(), chunk);
        entities.persist(body);
        detach(head, body);
        return new Appended(head.seq(), chunk.messageBytes());
    }

    /** Each flush compares all entities of the session, a million times for a delivery to a thousand streams. */
    private void detach(ChunkEntity head, ChunkBodyEntity body) {
        entities.flush();
        entities.detach(body);
        entities.detach(head);
    }

    /** True if the events always get a new chunk. */
    private static boolean large(List<StoredEvent> events) {
        long characters = 0;
        for (StoredEvent event : events) {
            characters += event.message().length();
        }
        return characters >= SMALL;
    }

    private static boolean hasRoom(ChunkEntity last, List<StoredEvent> events) {
        long from = Math.min(last.earliest(), events.get(0).timestamp());
        long to = Math.max(last.latest(), events.get(events.size() - 1).timestamp());
        return last.messageBytes() < SMALL && last.events() + events.size() <= Chunk.MAX_EVENTS && to - from <= SPAN;
    }

    private static List<StoredEvent> join(Chunk chunk, List<StoredEvent> more) {
        List<StoredEvent> all = new ArrayList<>(chunk.events() + more.size());
        try (ChunkReader reader = chunk.read()) {
            while (reader.advance()) {
                all.add(reader.event());
            }
        }
        all.addAll(more);
        return all;
    }

    private static List<List<StoredEvent>> split(List<StoredEvent> events) {
        List<List<StoredEvent>> parts = new ArrayList<>();
        int start = 0;
        long characters = 0;
        for (int i = 0; i < events.size(); i++) {
            StoredEvent event = events.get(i);
            boolean full = i - start >= CHUNK_EVENTS
                    || characters + event.message().length() > CHUNK_BYTES
                    || event.timestamp() - events.get(start).timestamp() > SPAN;
            if (full && i > start) {
                parts.add(events.subList(start, i));
                start = i;
                characters = 0;
            }
            characters += event.message().length();
        }
        parts.add(events.subList(start, events.size()));
        return parts;
    }
}
