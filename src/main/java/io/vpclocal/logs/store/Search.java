package io.vpclocal.logs.store;

import java.util.Collection;
import org.jspecify.annotations.Nullable;

/**
 * The range of a search. Times outside the range of event timestamps are cut off.
 *
 * @param streams the streams to search; null for all streams of the group
 * @param from first timestamp, inclusive, milliseconds since 1970
 * @param to last timestamp, inclusive
 * @param forward oldest first, else newest first
 */
public record Search(long group, @Nullable Collection<Long> streams, long from, long to, boolean forward) {

    public Search {
        from = Math.max(from, 0);
        to = Math.min(to, EventId.LAST_TIMESTAMP);
    }

    /** The same search, limited to events after a position in the search's direction. */
    Search behind(@Nullable EventId position) {
        if (position == null) {
            return this;
        }
        return forward
                ? new Search(group, streams, Math.max(from, position.timestamp()), to, true)
                : new Search(group, streams, from, Math.min(to, position.timestamp()), false);
    }
}
