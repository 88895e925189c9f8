package io.vpclocal.notification;

import static io.vpclocal.protocol.Params.requireAny;

import io.vpclocal.protocol.AwsAction;
import io.vpclocal.protocol.AwsController;
import io.vpclocal.protocol.Call;
import io.vpclocal.resource.Describe;
import io.vpclocal.resource.Describer;
import io.vpclocal.resource.MaxResults;
import io.vpclocal.resource.Page;
import java.util.List;
import software.amazon.awssdk.services.ec2.model.ConnectionNotification;
import software.amazon.awssdk.services.ec2.model.CreateVpcEndpointConnectionNotificationRequest;
import software.amazon.awssdk.services.ec2.model.CreateVpcEndpointConnectionNotificationResponse;
import software.amazon.awssdk.services.ec2.model.DeleteVpcEndpointConnectionNotificationsRequest;
import software.amazon.awssdk.services.ec2.model.DeleteVpcEndpointConnectionNotificationsResponse;
import software.amazon.awssdk.services.ec2.model.DescribeVpcEndpointConnectionNotificationsRequest;
import software.amazon.awssdk.services.ec2.model.DescribeVpcEndpointConnectionNotificationsResponse;
import software.amazon.awssdk.services.ec2.model.ModifyVpcEndpointConnectionNotificationRequest;
import software.amazon.awssdk.services.ec2.model.ModifyVpcEndpointConnectionNotificationResponse;

@AwsController
class NotificationController {

    private static final String TYPE = "Topic";
    private static final String STATE = "Enabled";

    private static final Describe<NotificationEntity> DESCRIBE = Describe.<NotificationEntity>filters()
            .column("connection-notification-arn", "topicArn", NotificationEntity::topicArn)
            .column("connection-notification-id", "resourceId", NotificationEntity::id)
            .filter("connection-notification-state", notification -> STATE)
            .filter("connection-notification-type", notification -> TYPE)
            .column("service-id", "serviceId", NotificationEntity::serviceId)
            .column("vpc-endpoint-id", "endpointId", NotificationEntity::endpointId)
            .privateLink()
            .maxResults(MaxResults.clamped(NotificationLimits.PAGE))
            .build();

    private final NotificationService notifications;
    private final Describer describer;

    NotificationController(NotificationService notifications, Describer describer) {
        this.notifications = notifications;
        this.describer = describer;
    }

    @AwsAction(missing = "the check that the topic exists and lets AWS publish, unless SNS has an upstream")
    CreateVpcEndpointConnectionNotificationResponse createVpcEndpointConnectionNotification(
            CreateVpcEndpointConnectionNotificationRequest request, Call call) {
        return CreateVpcEndpointConnectionNotificationResponse.builder()
                .connectionNotification(toWire(notifications.create(call, request)))
                .clientToken(request.clientToken())
                .build();
    }

    @AwsAction
    ModifyVpcEndpointConnectionNotificationResponse modifyVpcEndpointConnectionNotification(
            ModifyVpcEndpointConnectionNotificationRequest request, Call call) {
        notifications.modify(call.scope(), request);
        return ModifyVpcEndpointConnectionNotificationResponse.builder()
                .returnValue(true)
                .build();
    }

    @AwsAction
    DeleteVpcEndpointConnectionNotificationsResponse deleteVpcEndpointConnectionNotifications(
            DeleteVpcEndpointConnectionNotificationsRequest request, Call call) {
        return DeleteVpcEndpointConnectionNotificationsResponse.builder()
                .unsuccessful(notifications.delete(
                        call.scope(), requireAny(request.connectionNotificationIds(), "ConnectionNotificationId")))
                .build();
    }

    @AwsAction
    DescribeVpcEndpointConnectionNotificationsResponse describeVpcEndpointConnectionNotifications(
            DescribeVpcEndpointConnectionNotificationsRequest request, Call call) {
        String id = request.connectionNotificationId();
        List<String> ids = id == null || id.isEmpty()
                ? List.of()
                : List.of(notifications.require(call.scope(), id).id());
        Page<NotificationEntity> page = describer.page(
                DESCRIBE,
                NotificationEntity.class,
                NotificationEntity.KIND,
                call.scope(),
                ids,
                request.filters(),
                request.maxResults(),
                request.nextToken());
        return DescribeVpcEndpointConnectionNotificationsResponse.builder()
                .connectionNotificationSet(page.items().stream()
                        .map(NotificationController::toWire)
                        .toList())
                .nextToken(page.nextToken())
                .build();
    }

    private static ConnectionNotification toWire(NotificationEntity notification) {
        return ConnectionNotification.builder()
                .connectionNotificationId(notification.id())
                .serviceId(notification.serviceId())
                .vpcEndpointId(notification.endpointId())
                .connectionNotificationType(TYPE)
                .connectionNotificationArn(notification.topicArn())
                .connectionEvents(notification.events())
                .connectionNotificationState(STATE)
                .serviceRegion(notification.serviceRegion())
                .build();
    }
}
