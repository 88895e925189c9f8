package io.vpclocal.notification;

import io.vpclocal.endpointservice.ConnectionListener;
import io.vpclocal.notification.MessageEntity.Outcome;
import io.vpclocal.protocol.Ids;
import java.time.Clock;
import java.time.Instant;
import org.springframework.data.domain.PageRequest;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/**
 * Writes a message for each notification that subscribes to an event, in the event's transaction. The message is
 * published after the commit. A notification is deleted with its endpoint or service (our guess).
 */
@Component
class NotificationEventPublisher implements ConnectionListener {

    private final Notifications notifications;
    private final Messages messages;
    private final SnsPublisher publisher;
    private final Ids ids;
    private final Clock clock;
    private final JsonMapper json = JsonMapper.shared();

    NotificationEventPublisher(
            Notifications notifications, Messages messages, SnsPublisher publisher, Ids ids, Clock clock) {
        this.notifications = notifications;
        this.messages = messages;
        this.publisher = publisher;
        this.ids = ids;
        this.clock = clock;
    }

    /**
     * The content of a message. AWS does not document the format; this one is our guess, with the names of the EC2 API.
     */
    record Text(
            String version,
            String event,
            Instant timestamp,
            String connectionNotificationId,
            String serviceId,
            String serviceName,
            String serviceRegion,
            String vpcEndpointId,
            String vpcEndpointOwner,
            String vpcEndpointRegion) {}

    @Override
    public void connected(Link link) {
        announce(ConnectionEvent.CONNECT, link);
    }

    @Override
    public void accepted(Link link) {
        announce(ConnectionEvent.ACCEPT, link);
    }

    @Override
    public void rejected(Link link) {
        announce(ConnectionEvent.REJECT, link);
    }

    @Override
    public void deleted(Link link) {
        announce(ConnectionEvent.DELETE, link);
        notifications.ofEndpoint(link.endpointId()).forEach(notifications::delete);
    }

    @Override
    public void withdrawn(String serviceId) {
        notifications.ofService(serviceId).forEach(notifications::delete);
    }

    private void announce(ConnectionEvent event, Link link) {
        notifications.about(link.serviceId(), link.endpointId()).stream()
                .filter(notification -> notification.hearsOf(event))
                .forEach(notification -> announce(notification, event, link));
    }

    private void announce(NotificationEntity notification, ConnectionEvent event, Link link) {
        Instant now = clock.instant();
        String text = json.writeValueAsString(new Text(
                "1.0",
                event.wire(),
                now,
                notification.id(),
                link.serviceId(),
                link.serviceName(),
                link.serviceRegion(),
                link.endpointId(),
                link.consumer().account(),
                link.consumer().region()));
        Outcome outcome = publisher.enabled() ? Outcome.PENDING : Outcome.RECORDED;
        String id = ids.uuid();
        messages.save(new MessageEntity(id, now, notification, event, link, text, outcome));
        forgetOldest(notification.account());
        if (publisher.enabled()) {
            publisher.publishAfterCommit(id, Topic.of(notification.topicArn()), text);
        }
    }

    private void forgetOldest(String account) {
        messages.positionsOf(account, PageRequest.of(NotificationLimits.MESSAGES, 1)).stream()
                .findFirst()
                .ifPresent(last -> messages.forget(account, last));
    }
}
