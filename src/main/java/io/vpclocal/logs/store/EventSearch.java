package io.vpclocal.logs.store;

import jakarta.persistence.EntityManager;
import java.util.Optional;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Reads events. Only chunks that overlap the searched time are read, a few at a time. */
@Component
public class EventSearch {

    private final EntityManager entities;

    EventSearch(EntityManager entities) {
        this.entities = entities;
    }

    /**
     * The next events of a search.
     *
     * @param behind the position to continue after; null to start
     * @param filter the condition for messages; null for all messages
     */
    public EventPage page(
            Search search, @Nullable EventId behind, PageLimits limits, @Nullable Predicate<String> filter) {
        Search rest = search.behind(behind);
        PageBuilder page = new PageBuilder(rest.forward(), behind, limits);
        ChunkWalk walk = new ChunkWalk(entities, rest);
        long scanned = 0;
        for (ChunkWalk.Found found = walk.next(); found != null; found = walk.next()) {
            collect(found, rest, page, filter);
            scanned += found.head().messageBytes();
            Long frontier = walk.frontier();
            if (frontier == null) {
                break;
            }
            if (page.endsBefore(frontier)) {
                return page.page(false);
            }
            boolean gotOn = rest.forward() ? frontier > rest.from() : frontier < rest.to();
            if (scanned > limits.scanned() && gotOn) {
                return page.pageUpTo(frontier);
            }
        }
        return page.page(true);
    }

    /** All events of a search, in no fixed order within the chunks. */
    public EventCursor cursor(Search search) {
        return new EventCursor(search, new ChunkWalk(entities, search));
    }

    /** One event by its chunk and place; empty if it was deleted or its chunk belongs to another group. */
    public Optional<FoundEvent> find(long group, long chunk, int index) {
        ChunkEntity head = entities.find(ChunkEntity.class, chunk);
        ChunkBodyEntity body = head == null ? null : entities.find(ChunkBodyEntity.class, chunk);
        if (head == null || body == null || head.groupSeq() != group) {
            return Optional.empty();
        }
        try (ChunkReader reader = body.chunk().read()) {
            while (reader.advance()) {
                if (reader.index() == index) {
                    return Optional.of(event(reader, chunk, head.streamSeq()));
                }
            }
        }
        return Optional.empty();
    }

    private static void collect(
            ChunkWalk.Found found, Search search, PageBuilder page, @Nullable Predicate<String> filter) {
        long chunk = found.head().seq();
        try (ChunkReader reader = found.chunk().read()) {
            while (reader.advance()) {
                long timestamp = reader.timestamp();
                if (timestamp >= search.from()
                        && timestamp <= search.to()
                        && page.wants(timestamp, reader.ingestionTime(), chunk, reader.index())) {
                    String message = reader.message();
                    if (filter == null || filter.test(message)) {
                        page.add(event(reader, chunk, found.head().streamSeq(), message));
                    }
                }
            }
        }
    }

    private static FoundEvent event(ChunkReader reader, long chunk, long stream) {
        return event(reader, chunk, stream, reader.message());
    }

    private static FoundEvent event(ChunkReader reader, long chunk, long stream, String message) {
        EventId id = new EventId(reader.timestamp(), reader.ingestionTime(), chunk, reader.index());
        return new FoundEvent(id, stream, message, reader.messageBytes());
    }
}
