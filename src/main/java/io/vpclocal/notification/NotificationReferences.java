package io.vpclocal.notification;

import io.vpclocal.protocol.Call;
import io.vpclocal.protocol.RequestAttributes;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import software.amazon.awssdk.core.SdkPojo;
import software.amazon.awssdk.services.ec2.model.DeleteVpcEndpointConnectionNotificationsRequest;
import software.amazon.awssdk.services.ec2.model.ModifyVpcEndpointConnectionNotificationRequest;

/** Resolves notifications to their endpoint or service. */
@Component
class NotificationReferences implements RequestAttributes {

    private final Notifications notifications;

    NotificationReferences(Notifications notifications) {
        this.notifications = notifications;
    }

    @Override
    public Set<String> actions() {
        return Set.of("ec2:ModifyVpcEndpointConnectionNotification", "ec2:DeleteVpcEndpointConnectionNotifications");
    }

    @Override
    public Map<String, List<String>> resources(Call call, SdkPojo request) {
        Map<String, List<String>> meant = new LinkedHashMap<>();
        for (String id : named(request)) {
            notifications.find(call.scope(), id).ifPresent(notification -> {
                add(meant, "vpc-endpoint-service", notification.serviceId());
                add(meant, "vpc-endpoint", notification.endpointId());
            });
        }
        return meant;
    }

    private static List<String> named(SdkPojo request) {
        if (request instanceof DeleteVpcEndpointConnectionNotificationsRequest several) {
            return several.connectionNotificationIds();
        }
        return request instanceof ModifyVpcEndpointConnectionNotificationRequest one
                        && one.connectionNotificationId() != null
                ? List.of(one.connectionNotificationId())
                : List.of();
    }

    private static void add(Map<String, List<String>> meant, String type, @Nullable String id) {
        if (id != null) {
            meant.computeIfAbsent(type, each -> new ArrayList<>()).add(id);
        }
    }
}
