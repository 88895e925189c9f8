package io.vpclocal.notification;

import io.vpclocal.protocol.Scope;
import io.vpclocal.resource.ResourceEntity;
import io.vpclocal.resource.ResourceKind;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * A subscription to events of one endpoint, or of all connections to one service. Its events are stored as one text.
 */
@Entity
@Table(name = "connection_notification")
class NotificationEntity extends ResourceEntity {

    static final ResourceKind KIND = new ResourceKind(
            "vpc-endpoint-connection-notification",
            "vpce-nfn",
            "connection notification",
            "InvalidConnectionNotification");

    private static final String SEPARATOR = ",";

    @Column(updatable = false, length = 64)
    private @Nullable String serviceId;

    @Column(updatable = false, length = 64)
    private @Nullable String endpointId;

    @Column(nullable = false, updatable = false, length = 32)
    private String serviceRegion;

    @Column(nullable = false, length = NotificationLimits.TOPIC_ARN)
    private String topicArn;

    @Column(nullable = false, length = 64)
    private String events;

    @SuppressWarnings("NullAway.Init") // JPA
    protected NotificationEntity() {}

    NotificationEntity(
            Scope scope, String id, Instant createdAt, Subject subject, Topic topic, Set<ConnectionEvent> events) {
        super(scope, id, createdAt);
        this.serviceId = subject.serviceId();
        this.endpointId = subject.endpointId();
        this.serviceRegion = subject.serviceRegion();
        this.topicArn = topic.arn();
        this.events = joined(events);
    }

    /**
     * The subject of a notification: a service or an endpoint.
     *
     * @param serviceRegion the Region of the service, or of the endpoint's service
     */
    record Subject(@Nullable String serviceId, @Nullable String endpointId, String serviceRegion) {}

    @Nullable
    String serviceId() {
        return serviceId;
    }

    @Nullable
    String endpointId() {
        return endpointId;
    }

    String serviceRegion() {
        return serviceRegion;
    }

    String topicArn() {
        return topicArn;
    }

    void publishTo(Topic topic) {
        this.topicArn = topic.arn();
    }

    /** The names of its events in alphabetical order. */
    List<String> events() {
        return List.of(events.split(SEPARATOR, -1));
    }

    void hearOf(Set<ConnectionEvent> newEvents) {
        this.events = joined(newEvents);
    }

    boolean hearsOf(ConnectionEvent event) {
        return events().contains(event.wire());
    }

    private static String joined(Set<ConnectionEvent> events) {
        return events.stream().sorted().map(ConnectionEvent::wire).collect(Collectors.joining(SEPARATOR));
    }
}
