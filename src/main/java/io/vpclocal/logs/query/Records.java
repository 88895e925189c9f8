package io.vpclocal.logs.query;

import io.vpclocal.logs.group.LogGroupEntity;
import io.vpclocal.logs.group.LogStreamService;
import io.vpclocal.logs.grouppolicy.Masking;
import io.vpclocal.logs.insights.FieldDiscovery;
import io.vpclocal.logs.insights.LogRecord;
import io.vpclocal.logs.store.EventCursor;
import io.vpclocal.logs.store.EventSearch;
import io.vpclocal.logs.store.Search;
import io.vpclocal.logs.store.StoredEvent;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/** The events of several log groups as query input, one group after the other, newest chunks first. */
final class Records implements Iterator<LogRecord>, AutoCloseable {

    private final EventSearch search;
    private final LogStreamService streams;
    private final Discovery discovery;
    private final Masking masking;
    private final Iterator<LogGroupEntity> groups;
    private final long from;
    private final long to;
    private final long now;
    private final Map<Long, String> streamNames = new HashMap<>();
    private @Nullable LogGroupEntity group;
    private @Nullable EventCursor cursor;
    private FieldDiscovery fields = FieldDiscovery.json();
    private UnaryOperator<String> mask = UnaryOperator.identity();
    private @Nullable LogRecord next;

    /**
     * @param from first timestamp, inclusive, milliseconds since 1970
     * @param to last timestamp, inclusive
     */
    Records(
            EventSearch search,
            LogStreamService streams,
            Discovery discovery,
            Masking masking,
            List<LogGroupEntity> groups,
            long from,
            long to,
            long now) {
        this.search = search;
        this.streams = streams;
        this.discovery = discovery;
        this.masking = masking;
        this.groups = groups.iterator();
        this.from = from;
        this.to = to;
        this.now = now;
    }

    @Override
    public boolean hasNext() {
        while (next == null) {
            if (cursor != null && group != null && cursor.advance()) {
                next = record(group, cursor);
            } else if (groups.hasNext()) {
                open(groups.next());
            } else {
                return false;
            }
        }
        return true;
    }

    @Override
    public LogRecord next() {
        if (!hasNext() || next == null) {
            throw new NoSuchElementException();
        }
        LogRecord record = next;
        next = null;
        return record;
    }

    @Override
    public void close() {
        if (cursor != null) {
            cursor.close();
        }
    }

    private void open(LogGroupEntity opened) {
        group = opened;
        fields = discovery.of(opened);
        mask = masking.of(opened);
        cursor = search.cursor(new Search(opened.seq(), null, Math.max(from, opened.retainedFrom(now)), to, false));
    }

    private LogRecord record(LogGroupEntity of, EventCursor at) {
        StoredEvent event = at.event();
        return new LogRecord(
                event.timestamp(),
                event.ingestionTime(),
                mask.apply(event.message()),
                streamNames.computeIfAbsent(at.stream(), this::streamName),
                of.scope().account() + ":" + of.name(),
                new RecordPointer(of.seq(), at.chunk(), at.index()).text(),
                fields);
    }

    private String streamName(long seq) {
        return streams.names(List.of(seq)).getOrDefault(seq, "");
    }
}
