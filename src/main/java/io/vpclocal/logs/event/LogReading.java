package io.vpclocal.logs.event;

import io.vpclocal.logs.LogsErrors;
import io.vpclocal.logs.LogsLimits;
import io.vpclocal.logs.group.LogGroupEntity;
import io.vpclocal.logs.pattern.FilterPattern;
import io.vpclocal.logs.pattern.InvalidPatternException;
import io.vpclocal.logs.store.EventId;
import io.vpclocal.logs.store.EventPage;
import io.vpclocal.logs.store.EventSearch;
import io.vpclocal.logs.store.PageLimits;
import io.vpclocal.logs.store.Search;
import java.time.Clock;
import java.util.Collection;
import java.util.List;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;

/** Reads events in pages: one stream in both directions, or a group with a filter pattern. */
@Service
class LogReading {

    /** About three million flow log records. A page ends after this many bytes, even if it is empty. */
    private static final long SCANNED = 384L * 1024 * 1024;

    private final EventSearch search;
    private final Clock clock;

    LogReading(EventSearch search, Clock clock) {
        this.search = search;
        this.clock = clock;
    }

    /**
     * A page of one stream.
     *
     * @param from first timestamp, inclusive, milliseconds since 1970
     * @param to last timestamp, inclusive
     */
    StreamPage stream(LogGroupEntity group, long stream, long from, long to, StreamToken token, int limit) {
        boolean forward = token.forward();
        EventPage page = search.page(
                new Search(group.seq(), List.of(stream), Math.max(from, retainedFrom(group)), to, forward),
                token.position(),
                limits(limit),
                null);
        return StreamPage.of(page.events(), token);
    }

    /** A page of a group. A blank pattern matches all events. */
    EventPage filter(
            LogGroupEntity group,
            @Nullable Collection<Long> streams,
            Range range,
            String pattern,
            @Nullable EventId behind,
            int limit) {
        Search where = new Search(
                group.seq(), streams, Math.max(range.from(), retainedFrom(group)), range.to(), range.forward());
        return search.page(where, behind, limits(limit), compile(pattern));
    }

    /**
     * The events of a group to read, and their order.
     *
     * @param from first timestamp, inclusive
     * @param to last timestamp, inclusive
     * @param forward oldest first
     */
    record Range(long from, long to, boolean forward) {}

    private static @Nullable Predicate<String> compile(String text) {
        try {
            FilterPattern pattern = FilterPattern.parse(text);
            return pattern.matchesEverything() ? null : pattern::matches;
        } catch (InvalidPatternException e) {
            throw LogsErrors.invalidParameter(String.valueOf(e.getMessage()));
        }
    }

    private long retainedFrom(LogGroupEntity group) {
        return group.retainedFrom(clock.millis());
    }

    private static PageLimits limits(int events) {
        return new PageLimits(events, LogsLimits.BYTES_PER_PAGE, LogsLimits.EVENT_OVERHEAD, SCANNED);
    }
}
