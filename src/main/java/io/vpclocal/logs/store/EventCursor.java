package io.vpclocal.logs.store;

import org.jspecify.annotations.Nullable;

/** Iterates over all events of a search. Valid within the transaction that opened it. Not thread-safe. */
public final class EventCursor implements AutoCloseable {

    private final Search search;
    private final ChunkWalk walk;
    private @Nullable ChunkHead head;
    private @Nullable ChunkReader reader;

    EventCursor(Search search, ChunkWalk walk) {
        this.search = search;
        this.walk = walk;
    }

    /** Moves to the next event. False at the end. */
    public boolean advance() {
        while (true) {
            while (reader != null && reader.advance()) {
                if (reader.timestamp() >= search.from() && reader.timestamp() <= search.to()) {
                    return true;
                }
            }
            close();
            ChunkWalk.Found found = walk.next();
            if (found == null) {
                return false;
            }
            head = found.head();
            reader = found.chunk().read();
        }
    }

    /** The current event. */
    public StoredEvent event() {
        return reader().event();
    }

    /** The number of the event's chunk. */
    public long chunk() {
        return head().seq();
    }

    /** The event's place in its chunk. */
    public int index() {
        return reader().index();
    }

    /** The number of the row of the event's stream. */
    public long stream() {
        return head().streamSeq();
    }

    @Override
    public void close() {
        if (reader != null) {
            reader.close();
            reader = null;
        }
    }

    private ChunkReader reader() {
        if (reader == null) {
            throw new IllegalStateException("The cursor has no current event. Call advance() first.");
        }
        return reader;
    }

    private ChunkHead head() {
        if (head == null) {
            throw new IllegalStateException("The cursor has no current event. Call advance() first.");
        }
        return head;
    }
}
