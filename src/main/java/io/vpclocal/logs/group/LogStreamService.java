package io.vpclocal.logs.group;

import io.vpclocal.logs.LikePattern;
import io.vpclocal.logs.LogGroupName;
import io.vpclocal.logs.LogStreamName;
import io.vpclocal.logs.LogsErrors;
import io.vpclocal.logs.store.EventStore;
import io.vpclocal.protocol.Scope;
import java.time.Clock;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Service;

/** The rules of log streams. */
@Service
public class LogStreamService {

    private final LogGroupService groups;
    private final LogStreams streams;
    private final LogUsageService usage;
    private final EventStore events;
    private final Clock clock;

    LogStreamService(
            LogGroupService groups, LogStreams streams, LogUsageService usage, EventStore events, Clock clock) {
        this.groups = groups;
        this.streams = streams;
        this.usage = usage;
        this.events = events;
        this.clock = clock;
    }

    void create(Scope scope, LogGroupName groupName, LogStreamName name) {
        LogGroupEntity group = groups.lock(scope, groupName);
        if (streams.findSeq(group.seq(), name.value()).isPresent()) {
            throw LogsErrors.streamExists();
        }
        streams.saveAndFlush(new LogStreamEntity(group, name, clock.millis()));
    }

    /**
     * Finds a stream and locks it.
     *
     * @throws AwsException {@code ResourceNotFoundException}
     */
    public LogStreamEntity lock(LogGroupEntity group, LogStreamName name) {
        return streams.lock(group.seq(), name.value()).orElseThrow(LogsErrors::streamNotFound);
    }

    /** Like {@link #lock}, but creates a missing stream. For services that deliver logs. */
    public LogStreamEntity lockOrCreate(LogGroupEntity group, LogStreamName name) {
        Optional<LogStreamEntity> stream = streams.lock(group.seq(), name.value());
        if (stream.isEmpty()) {
            // With the group locked, no other call can create the stream.
            groups.lock(group.scope(), new LogGroupName(group.name()));
            stream = streams.lock(group.seq(), name.value());
        }
        return stream.orElseGet(() -> streams.saveAndFlush(new LogStreamEntity(group, name, clock.millis())));
    }

    void delete(Scope scope, LogGroupName groupName, LogStreamName name) {
        LogGroupEntity group = groups.lock(scope, groupName);
        LogStreamEntity stream = lock(group, name);
        usage.keep(group, List.of(stream));
        events.deleteStream(stream.seq());
        streams.delete(stream);
    }

    public boolean exists(LogGroupEntity group, LogStreamName name) {
        return streams.findSeq(group.seq(), name.value()).isPresent();
    }

    /**
     * The row number of a stream.
     *
     * @throws AwsException {@code ResourceNotFoundException}
     */
    public long require(LogGroupEntity group, LogStreamName name) {
        return streams.findSeq(group.seq(), name.value()).orElseThrow(LogsErrors::streamNotFound);
    }

    /**
     * The row numbers of several streams.
     *
     * @throws AwsException {@code ResourceNotFoundException} if one of them is missing
     */
    public List<Long> requireAll(LogGroupEntity group, Collection<LogStreamName> names) {
        HashSet<String> wanted = new HashSet<>();
        names.forEach(name -> wanted.add(name.value()));
        List<Long> found = streams.findSeqs(group.seq(), wanted);
        if (found.size() < wanted.size()) {
            throw LogsErrors.streamNotFound();
        }
        return found;
    }

    public List<Long> withPrefix(LogGroupEntity group, String prefix) {
        return streams.findSeqsLike(group.seq(), LikePattern.prefix(prefix));
    }

    /** The streams' names by row number. */
    public Map<Long, String> names(Collection<Long> seqs) {
        Map<Long, String> names = new HashMap<>();
        if (!seqs.isEmpty()) {
            streams.findNames(seqs).forEach(row -> names.put((Long) row[0], (String) row[1]));
        }
        return names;
    }
}
