package io.vpclocal.logs.store;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.PriorityQueue;
import org.jspecify.annotations.Nullable;

/**
 * Collects the first events of a search from events in any order. Events that no longer fit the page are dropped from
 * its end.
 */
final class PageBuilder {

    private final boolean forward;
    private final PageLimits limits;
    private final @Nullable EventId behind;
    private final PriorityQueue<FoundEvent> farthestFirst;
    private long bytes;
    private @Nullable EventId dropped;

    PageBuilder(boolean forward, @Nullable EventId behind, PageLimits limits) {
        this.forward = forward;
        this.behind = behind;
        this.limits = limits;
        Comparator<FoundEvent> byId = Comparator.comparing(FoundEvent::id);
        this.farthestFirst = new PriorityQueue<>(forward ? byId.reversed() : byId);
    }

    /** True if the event is after the position and can still be in the page. */
    boolean wants(long timestamp, long ingestionTime, long chunk, int index) {
        int sign = forward ? 1 : -1;
        return (behind == null || sign * compare(timestamp, ingestionTime, chunk, index, behind) > 0)
                && (dropped == null || sign * compare(timestamp, ingestionTime, chunk, index, dropped) < 0);
    }

    void add(FoundEvent event) {
        farthestFirst.add(event);
        bytes += size(event);
        while (farthestFirst.size() > limits.events() || (bytes > limits.bytes() && farthestFirst.size() > 1)) {
            FoundEvent farthest = farthestFirst.remove();
            bytes -= size(farthest);
            dropped = farthest.id();
        }
    }

    /** True if no event from this timestamp on, in the search's direction, can be in the page. */
    boolean endsBefore(long timestamp) {
        FoundEvent farthest = farthestFirst.peek();
        if (farthest == null || (dropped == null && farthestFirst.size() < limits.events())) {
            return false;
        }
        long end = dropped == null ? farthest.timestamp() : dropped.timestamp();
        return forward ? timestamp > end : timestamp < end;
    }

    /**
     * The page.
     *
     * @param all whether the search read every event that could be in it
     */
    EventPage page(boolean all) {
        List<FoundEvent> events = sorted();
        if (all && dropped == null) {
            return new EventPage(events, null);
        }
        return new EventPage(events, events.get(forward ? events.size() - 1 : 0).id());
    }

    /** The part of the page that is certain if no event from this timestamp on was read. */
    EventPage pageUpTo(long frontier) {
        farthestFirst.removeIf(event -> forward ? event.timestamp() >= frontier : event.timestamp() <= frontier);
        List<FoundEvent> events = sorted();
        return new EventPage(events, EventId.startOf(forward ? frontier : frontier + 1));
    }

    private List<FoundEvent> sorted() {
        List<FoundEvent> events = new ArrayList<>(farthestFirst);
        events.sort(Comparator.comparing(FoundEvent::id));
        return events;
    }

    private long size(FoundEvent event) {
        return (long) event.messageBytes() + limits.overhead();
    }

    private static int compare(long timestamp, long ingestionTime, long chunk, int index, EventId id) {
        int order = Long.compare(timestamp, id.timestamp());
        if (order == 0) {
            order = Long.compare(ingestionTime, id.ingestionTime());
        }
        if (order == 0) {
            order = Long.compareUnsigned(chunk, id.batch());
        }
        return order == 0 ? Integer.compare(index, id.index()) : order;
    }
}
