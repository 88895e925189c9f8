package io.vpclocal.notification;

import io.vpclocal.endpointservice.ConnectionListener.Link;
import io.vpclocal.resource.ResourceEntity;
import io.vpclocal.resource.committed.ChangedByQuery;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Table;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** A message about one event, and its outcome. It belongs to the account of the notification. */
@ChangedByQuery
@Entity
@Table(name = "connection_message")
class MessageEntity extends ResourceEntity {

    @Column(nullable = false, updatable = false, length = 64)
    private String notificationId;

    @Column(nullable = false, updatable = false, length = NotificationLimits.TOPIC_ARN)
    private String topicArn;

    @Column(nullable = false, updatable = false, length = 16)
    private String event;

    @Column(nullable = false, updatable = false, length = 64)
    private String serviceId;

    @Column(nullable = false, updatable = false, length = 64)
    private String endpointId;

    @Column(nullable = false, updatable = false, length = 12)
    private String endpointOwner;

    @Column(nullable = false, updatable = false, length = 4000)
    private String text;

    @Column(nullable = false, length = 16)
    @Enumerated(EnumType.STRING)
    private Outcome outcome;

    @Column(length = 100)
    private @Nullable String messageId;

    @Column(length = NotificationLimits.FAILURE)
    private @Nullable String failure;

    @SuppressWarnings("NullAway.Init") // JPA
    protected MessageEntity() {}

    MessageEntity(
            String id,
            Instant createdAt,
            NotificationEntity notification,
            ConnectionEvent event,
            Link link,
            String text,
            Outcome outcome) {
        super(notification.scope(), id, createdAt);
        this.notificationId = notification.id();
        this.topicArn = notification.topicArn();
        this.event = event.wire();
        this.serviceId = link.serviceId();
        this.endpointId = link.endpointId();
        this.endpointOwner = link.consumer().account();
        this.text = text;
        this.outcome = outcome;
    }

    /** The outcome of a message. */
    enum Outcome {
        /** Not published, because no SNS endpoint is set. */
        RECORDED,
        /** Being published. */
        PENDING,
        PUBLISHED,
        FAILED
    }

    String notificationId() {
        return notificationId;
    }

    String topicArn() {
        return topicArn;
    }

    String event() {
        return event;
    }

    String serviceId() {
        return serviceId;
    }

    String endpointId() {
        return endpointId;
    }

    String endpointOwner() {
        return endpointOwner;
    }

    /** The published text. */
    String text() {
        return text;
    }

    Outcome outcome() {
        return outcome;
    }

    /** The id that SNS returned; null unless published. */
    @Nullable
    String messageId() {
        return messageId;
    }

    /** Why publishing failed; null unless it did. */
    @Nullable
    String failure() {
        return failure;
    }
}
