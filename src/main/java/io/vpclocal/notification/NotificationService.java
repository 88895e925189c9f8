package io.vpclocal.notification;

import io.vpclocal.endpoint.EndpointType;
import io.vpclocal.endpoint.EndpointView;
import io.vpclocal.endpoint.EndpointViews;
import io.vpclocal.notification.NotificationEntity.Subject;
import io.vpclocal.protocol.AwsException;
import io.vpclocal.protocol.Call;
import io.vpclocal.protocol.Ids;
import io.vpclocal.protocol.Params;
import io.vpclocal.protocol.Scope;
import io.vpclocal.resource.ClientTokens;
import io.vpclocal.resource.ResourceDirectory;
import io.vpclocal.resource.ResourceKind;
import io.vpclocal.resource.UnsuccessfulItems;
import java.time.Clock;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import software.amazon.awssdk.services.ec2.model.CreateVpcEndpointConnectionNotificationRequest;
import software.amazon.awssdk.services.ec2.model.ModifyVpcEndpointConnectionNotificationRequest;
import software.amazon.awssdk.services.ec2.model.UnsuccessfulItem;

/** The rules of connection notifications (AWS PrivateLink Guide: "Receive alerts for endpoint service events"). */
@Service
class NotificationService {

    /** The errors of PrivateLink actions for unknown services and endpoints. */
    private static final ResourceKind SERVICE = new ResourceKind(
            "vpc-endpoint-service",
            "vpce-svc",
            "VpcEndpointService",
            "InvalidVpcEndpointServiceId",
            "InvalidVpcEndpointServiceIdId",
            " Id");

    private static final ResourceKind ENDPOINT = new ResourceKind(
            "vpc-endpoint", "vpce", "Vpc Endpoint", "InvalidVpcEndpointId", "InvalidVpcEndpointId", " Id");

    private final Notifications notifications;
    private final EndpointViews endpoints;
    private final ResourceDirectory directory;
    private final ClientTokens tokens;
    private final Ids ids;
    private final Clock clock;

    NotificationService(
            Notifications notifications,
            EndpointViews endpoints,
            ResourceDirectory directory,
            ClientTokens tokens,
            Ids ids,
            Clock clock) {
        this.notifications = notifications;
        this.endpoints = endpoints;
        this.directory = directory;
        this.tokens = tokens;
        this.ids = ids;
        this.clock = clock;
    }

    /** Creates a notification, or returns the one that was created with the same client token. */
    NotificationEntity create(Call call, CreateVpcEndpointConnectionNotificationRequest request) {
        return tokens.once(
                call,
                request.clientToken(),
                request,
                id -> notifications.find(call.scope(), id),
                () -> createNew(call.scope(), request));
    }

    private NotificationEntity createNew(Scope scope, CreateVpcEndpointConnectionNotificationRequest request) {
        Topic topic = Topic.of(Params.require(request.connectionNotificationArn(), "ConnectionNotificationArn"));
        var events = ConnectionEvent.of(Params.requireAny(request.connectionEvents(), "ConnectionEvents"));
        Subject subject = subject(scope, emptyToNull(request.serviceId()), emptyToNull(request.vpcEndpointId()));
        return notifications.save(new NotificationEntity(
                scope, ids.next(NotificationEntity.KIND.prefix()), clock.instant(), subject, topic, events));
    }

    private Subject subject(Scope scope, @Nullable String serviceId, @Nullable String endpointId) {
        if (endpointId == null) {
            String id = Params.require(serviceId, "ServiceId");
            if (!directory.exists(scope, id)) {
                throw SERVICE.missing(id);
            }
            return new Subject(id, null, scope.region());
        }
        if (serviceId != null) {
            throw NotificationErrors.serviceAndEndpoint();
        }
        EndpointView endpoint = endpoints.find(scope, endpointId).orElseThrow(() -> ENDPOINT.missing(endpointId));
        if (endpoint.type() != EndpointType.INTERFACE) {
            throw NotificationErrors.notAnInterface(endpointId);
        }
        return new Subject(null, endpointId, endpoint.serviceRegion());
    }

    void modify(Scope scope, ModifyVpcEndpointConnectionNotificationRequest request) {
        NotificationEntity notification =
                require(scope, Params.require(request.connectionNotificationId(), "ConnectionNotificationId"));
        String arn = emptyToNull(request.connectionNotificationArn());
        if (arn != null) {
            notification.publishTo(Topic.of(arn));
        }
        if (!request.connectionEvents().isEmpty()) {
            notification.hearOf(ConnectionEvent.of(request.connectionEvents()));
        }
    }

    /** Deletes the existing notifications, and returns an error for each unknown one. */
    List<UnsuccessfulItem> delete(Scope scope, List<String> notificationIds) {
        List<UnsuccessfulItem> unsuccessful = new ArrayList<>();
        for (String id : new LinkedHashSet<>(notificationIds)) {
            try {
                notifications.delete(require(scope, id));
            } catch (AwsException refusal) {
                unsuccessful.add(UnsuccessfulItems.of(id, refusal));
            }
        }
        return unsuccessful;
    }

    /** @throws AwsException {@code InvalidConnectionNotification} */
    NotificationEntity require(Scope scope, String id) {
        return notifications.find(scope, id).orElseThrow(() -> NotificationErrors.noSuchNotification(id));
    }

    private static @Nullable String emptyToNull(@Nullable String text) {
        return text == null || text.isEmpty() ? null : text;
    }
}
