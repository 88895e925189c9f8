package io.vpclocal.logs.event;

import io.vpclocal.logs.LogDelivery;
import io.vpclocal.logs.LogGroupName;
import io.vpclocal.logs.LogStreamName;
import io.vpclocal.logs.group.LogGroupEntity;
import io.vpclocal.logs.group.LogGroupService;
import io.vpclocal.logs.group.LogStreamEntity;
import io.vpclocal.logs.group.LogStreamService;
import io.vpclocal.logs.store.StoredEvent;
import io.vpclocal.protocol.Scope;
import jakarta.persistence.EntityManager;
import java.time.Clock;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

@Service
@Transactional(propagation = Propagation.SUPPORTS)
class VendedLogs implements LogDelivery {

    /** A failed delivery is repeated soon, so its key can be deleted later. */
    private static final Duration KEY_LIFE = Duration.ofDays(30);

    /** One in this many deliveries deletes old keys. */
    private static final int FORGET_EVERY = 256;

    private final LogGroupService groups;
    private final LogStreamService streams;
    private final LogIngestion ingestion;
    private final Deliveries deliveries;
    private final EntityManager entities;
    private final Clock clock;

    VendedLogs(
            LogGroupService groups,
            LogStreamService streams,
            LogIngestion ingestion,
            Deliveries deliveries,
            EntityManager entities,
            Clock clock) {
        this.groups = groups;
        this.streams = streams;
        this.ingestion = ingestion;
        this.deliveries = deliveries;
        this.entities = entities;
        this.clock = clock;
    }

    @Override
    public boolean hasGroup(Scope scope, String logGroup) {
        return groups.find(scope, new LogGroupName(logGroup)).isPresent();
    }

    @Override
    public boolean hasStream(Scope scope, String logGroup, String logStream) {
        return groups.find(scope, new LogGroupName(logGroup))
                .filter(group -> streams.exists(group, new LogStreamName(logStream)))
                .isPresent();
    }

    @Override
    @Transactional(propagation = Propagation.MANDATORY)
    public boolean deliver(
            Scope scope, String logGroup, String logStream, String deliveryKey, List<VendedEvent> events) {
        if (deliveries.existsByAccountAndRegionAndDeliveryKey(scope.account(), scope.region(), deliveryKey)) {
            return false;
        }
        // Flushed first: a concurrent delivery with the same key waits here, fails, and finds the key in its
        // retry.
        DeliveryEntity delivery = deliveries.saveAndFlush(new DeliveryEntity(scope, deliveryKey, clock.millis()));
        if (delivery.seq() % FORGET_EVERY == 0) {
            deliveries.deleteBefore(clock.instant().minus(KEY_LIFE).toEpochMilli());
        }
        LogGroupEntity group = groups.findOrCreate(scope, new LogGroupName(logGroup));
        LogStreamEntity stream = streams.lockOrCreate(group, new LogStreamName(logStream));
        long now = clock.millis();
        long from = group.retainedFrom(now);
        List<StoredEvent> kept = events.stream()
                .filter(event -> event.timestamp() >= from && !event.message().isEmpty())
                .sorted(Comparator.comparingLong(VendedEvent::timestamp))
                .map(event -> new StoredEvent(event.timestamp(), now, event.message()))
                .toList();
        ingestion.store(group, stream, kept, now, true);
        // One transaction can deliver to thousands of streams, and each flush compares all entities of the session.
        entities.flush();
        entities.detach(delivery);
        entities.detach(stream);
        return true;
    }
}
