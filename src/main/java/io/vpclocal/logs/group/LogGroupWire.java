package io.vpclocal.logs.group;

import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;
import software.amazon.awssdk.services.cloudwatchlogs.model.LogGroup;
import software.amazon.awssdk.services.cloudwatchlogs.model.LogGroupSummary;

/** Log groups as the API shows them. */
@Component
class LogGroupWire {

    private final LogStreams streams;
    private final MetricFilterCounts metricFilters;

    LogGroupWire(LogStreams streams, MetricFilterCounts metricFilters) {
        this.streams = streams;
        this.metricFilters = metricFilters;
    }

    /** @param byPattern whether the request has a name pattern; AWS then returns fewer members of each group */
    List<LogGroup> describe(List<LogGroupEntity> groups, boolean byPattern) {
        List<Long> seqs = groups.stream().map(LogGroupEntity::seq).toList();
        Map<Long, Integer> filters = seqs.isEmpty() ? Map.of() : metricFilters.of(seqs);
        Map<Long, Long> stored = seqs.isEmpty() || byPattern ? Map.of() : storedBytes(seqs);
        return groups.stream()
                .map(group -> {
                    LogGroup.Builder wire = LogGroup.builder()
                            .arn(group.arn() + ":*")
                            .logGroupArn(group.arn())
                            .logGroupName(group.name())
                            .logGroupClass(group.logGroupClass())
                            .creationTime(group.createdAt())
                            .metricFilterCount(filters.getOrDefault(group.seq(), 0))
                            .retentionInDays(group.retentionInDays())
                            .kmsKeyId(group.kmsKeyId());
                    if (!byPattern) {
                        wire.storedBytes(stored.getOrDefault(group.seq(), 0L))
                                .deletionProtectionEnabled(group.deletionProtection());
                    }
                    return wire.build();
                })
                .toList();
    }

    static LogGroupSummary summary(LogGroupEntity group) {
        return LogGroupSummary.builder()
                .logGroupName(group.name())
                .logGroupArn(group.arn())
                .logGroupClass(group.logGroupClass())
                .build();
    }

    private Map<Long, Long> storedBytes(Collection<Long> groups) {
        Map<Long, Long> bytes = new HashMap<>();
        streams.sumStoredBytes(groups).forEach(row -> bytes.put((Long) row[0], (Long) row[1]));
        return bytes;
    }
}
