package io.vpclocal.logs.group;

import io.vpclocal.logs.LogGroupName;
import io.vpclocal.logs.LogTags;
import io.vpclocal.logs.LogsErrors;
import io.vpclocal.logs.LogsLimits;
import io.vpclocal.logs.RetentionDays;
import io.vpclocal.logs.store.EventStore;
import io.vpclocal.protocol.AwsException;
import io.vpclocal.protocol.Scope;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Service;

/** The rules of log groups. */
@Service
public class LogGroupService {

    private static final String STANDARD = "STANDARD";

    private final LogGroups groups;
    private final LogStreams streams;
    private final LogUsageService usage;
    private final EventStore events;
    private final ObjectProvider<LogGroupPart> parts;
    private final Clock clock;

    LogGroupService(
            LogGroups groups,
            LogStreams streams,
            LogUsageService usage,
            EventStore events,
            ObjectProvider<LogGroupPart> parts,
            Clock clock) {
        this.groups = groups;
        this.streams = streams;
        this.usage = usage;
        this.events = events;
        this.parts = parts;
        this.clock = clock;
    }

    /** @throws AwsException {@code ResourceNotFoundException} */
    public LogGroupEntity require(Scope scope, LogGroupName name) {
        return find(scope, name).orElseThrow(LogsErrors::groupNotFound);
    }

    public Optional<LogGroupEntity> find(Scope scope, LogGroupName name) {
        return groups.findByAccountAndRegionAndName(scope.account(), scope.region(), name.value());
    }

    /** The group with this row number, if it belongs to the scope. */
    public Optional<LogGroupEntity> find(Scope scope, long seq) {
        return groups.findById(seq).filter(group -> group.scope().equals(scope));
    }

    /**
     * Finds and locks a group.
     *
     * @throws AwsException {@code ResourceNotFoundException}
     */
    public LogGroupEntity lock(Scope scope, LogGroupName name) {
        return groups.lock(scope.account(), scope.region(), name.value()).orElseThrow(LogsErrors::groupNotFound);
    }

    /** The group of a request that has exactly one of {@code logGroupName} and {@code logGroupIdentifier}. */
    public LogGroupEntity require(Scope scope, @Nullable String name, @Nullable String identifier) {
        return require(scope, LogGroupIdentifier.either(scope, name, identifier));
    }

    /**
     * Rejects groups outside the Standard class, for actions of that class only (AWS documentation, CloudWatch Logs
     * User Guide: log classes).
     */
    public static LogGroupEntity requireStandard(LogGroupEntity group) {
        if (!group.logGroupClass().equals(STANDARD)) {
            throw LogsErrors.onlyStandard();
        }
        return group;
    }

    /**
     * Rejects a group of the Delivery class. Its retention is fixed (reported by users), and it cannot be queried (AWS
     * documentation, CloudWatch Logs API Reference: CreateLogGroup).
     */
    public static LogGroupEntity refuseDelivery(LogGroupEntity group) {
        if (group.logGroupClass().equals(LogGroupEntity.DELIVERY)) {
            throw LogsErrors.notForDelivery();
        }
        return group;
    }

    LogGroupEntity create(Scope scope, LogGroupName name, Properties properties) {
        LogTags.check(properties.tags(), properties.tags().size());
        if (find(scope, name).isPresent()) {
            throw LogsErrors.groupExists();
        }
        if (groups.countByAccountAndRegion(scope.account(), scope.region()) >= LogsLimits.GROUPS_PER_REGION) {
            throw LogsErrors.limitExceeded();
        }
        LogGroupEntity group = new LogGroupEntity(scope, name, properties.logGroupClass(), clock.millis());
        group.encryptWith(properties.kmsKeyId());
        group.protect(properties.deletionProtection());
        group.tags().putAll(properties.tags());
        return groups.saveAndFlush(group);
    }

    /** Finds the group or creates it as delivering services do: without retention and tags. */
    public LogGroupEntity findOrCreate(Scope scope, LogGroupName name) {
        return find(scope, name).orElseGet(() -> create(scope, name, new Properties(STANDARD, null, false, Map.of())));
    }

    void delete(Scope scope, LogGroupName name) {
        LogGroupEntity group = lock(scope, name);
        if (group.deletionProtection()) {
            throw LogGroupErrors.protectedFromDeletion();
        }
        List<LogStreamEntity> held = streams.lockAll(group.seq());
        usage.keep(group, held);
        parts.orderedStream().forEach(part -> part.groupDeleted(group.seq()));
        events.deleteGroup(group.seq());
        streams.deleteAllOf(group.seq());
        groups.delete(group);
    }

    void retain(Scope scope, LogGroupName name, @Nullable RetentionDays retention) {
        LogGroupEntity group = refuseDelivery(lock(scope, name));
        long now = clock.millis();
        group.retain(retention, now);
        long from = group.retainedFrom(now);
        streams.lockExpired(group.seq(), from).forEach(stream -> stream.forgetBefore(from, events));
    }

    void protect(LogGroupEntity group, boolean on) {
        group.protect(on);
    }

    void tag(LogGroupEntity group, Map<String, String> tags) {
        long added = tags.keySet().stream()
                .filter(key -> !group.tags().containsKey(key))
                .count();
        LogTags.check(tags, group.tags().size() + (int) added);
        group.tags().putAll(tags);
    }

    void untag(LogGroupEntity group, List<String> keys) {
        keys.forEach(group.tags()::remove);
    }

    /**
     * The properties of a new group.
     *
     * @param kmsKeyId an ARN; null for a key owned by AWS
     */
    record Properties(
            String logGroupClass, @Nullable String kmsKeyId, boolean deletionProtection, Map<String, String> tags) {}
}
